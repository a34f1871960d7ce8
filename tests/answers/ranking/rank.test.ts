import { describe, expect, it } from 'vitest';
import { type Ranked, rank, scoreOf } from '../../../src/answers/ranking/rank.js';
import { RANK_WEIGHTS } from '../../../src/answers/ranking/weights.js';
import { Retriever } from '../../../src/answers/retrieval.js';
import type { Article } from '../../../src/corpus/article.js';
import { articleOf } from '../articles.js';

function ranked(question: string, ...articles: readonly Article[]): (Ranked & { readonly text: string })[] {
  const retriever = new Retriever(articles, { vectors: null, aliases: null });
  const { reading, candidates } = retriever.retrieve(question, {});
  return rank(candidates, reading).map((one) => ({ ...one, text: retriever.index.text(one.passage) }));
}

const article = (text: string, published = '2023-05-03'): Article => articleOf({ id: published, text, published });

/** The sentence of an article that comes first. */
const best = (question: string, text: string): string | undefined => ranked(question, article(text))[0]?.text;

describe('the best line', () => {
  it('is the one that holds most of the question', () => {
    const line = 'A gull broke the kite at the fair.';
    expect(best('Did a gull break the kite at the fair?', `A gull came. The kite flew. ${line}`)).toBe(line);
  });

  it('has what is asked for, where others hold as much', () => {
    const line = 'The kite broke on Monday.';
    expect(best('When did the kite break?', `The kite broke again. Soup was served. It rained. ${line}`)).toBe(line);
  });

  it('does not itself ask', () => {
    const line = 'A gull broke the kite.';
    expect(best('Did a gull break the kite?', `Has a gull broken the kite? ${line}`)).toBe(line);
  });

  it('is found among many, of which the better half comes', () => {
    const line = 'A gull broke the kite.';
    const others = Array.from({ length: 60 }, (_, i) => `A kite flew over hill number ${i}.`);
    const text = [...others, line].join(' ');
    const all = ranked('Did a gull break the kite?', article(text));
    expect(all).toHaveLength(32);
    expect(all[0]?.text).toBe(line);
  });

  it('is the newer one for a question about what is new', () => {
    const old = article('The kite race is on.', '2021-05-03');
    const recent = article('The kite race is on.', '2023-05-03');
    expect(ranked('What is the latest on the kite race?', old, recent)[0]?.passage).toBe(1);
  });
});

describe('what speaks for a line', () => {
  const signalsOf = (question: string, text: string, line: string) =>
    ranked(question, article(text)).find((one) => one.text === line)?.signals;

  it('is what it holds, what the lines beside it add and what the rest of the article adds to that', () => {
    const line = 'The kite flew.';
    const text = `A gull came. ${line} It rained. Soup was served. A mayor slept.`;
    expect(signalsOf('the kite', text, line)).toMatchObject({ coverage: 1, context: 0, article: 0 });
    expect(signalsOf('a gull', text, line)).toMatchObject({ coverage: 0, context: 1, article: 0 });
    expect(signalsOf('a mayor', text, line)).toMatchObject({ coverage: 0, context: 0, article: 1 });
  });

  it('is that the question’s neighbours are neighbours there', () => {
    const [near, far] = ['The paper kite flew.', 'The paper told of many a fine old Sudrian fair without a kite.'];
    expect(signalsOf('the paper kite', near, near)).toMatchObject({ coverage: 1, nearness: 1 });
    expect(signalsOf('the paper kite', far, far)).toMatchObject({ coverage: 1, nearness: 0 });
  });
});

describe('every line that is ranked', () => {
  const all = ranked(
    'When did the gull break the kite?',
    article('A gull came on Monday. Why? It broke the kite. Soup was served.'),
    article('Kites flew. A gull slept.', '2023-05-01'),
  );

  it('is there once, best first, by the score of signals of 0 to 1', () => {
    expect(all.map(({ passage }) => passage).toSorted()).toEqual([0, 1, 2, 3, 4, 5]);
    const scores = all.map(({ score }) => score);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    for (const { score, signals } of all) expect(score).toBe(scoreOf(signals));
    for (const { signals, text } of all) {
      for (const [name, value] of Object.entries(signals)) {
        expect(value, `${name} of “${text}”`).toBeGreaterThanOrEqual(0);
        expect(value, `${name} of “${text}”`).toBeLessThanOrEqual(1);
      }
    }
  });

  it('is scored by every signal, as much as it weighs', () => {
    const [first] = all;
    if (!first) throw new Error('nothing was ranked');
    const half = Object.fromEntries(Object.keys(first.signals).map((name) => [name, 0.5]));
    const total = Object.values(RANK_WEIGHTS).reduce((sum, weight) => sum + weight, 0);
    expect(scoreOf({ ...first.signals, ...half })).toBeCloseTo(total / 2);
  });
});
