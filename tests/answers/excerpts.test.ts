import { describe, expect, it } from 'vitest';
import { type ChosenExcerpts, chooseExcerpts } from '../../src/answers/excerpts.js';
import { Responder } from '../../src/answers/responder.js';
import { CopyDetector } from '../../src/statements/copies.js';
import { StatementReader } from '../../src/statements/statementReader.js';
import { articleOf } from './articles.js';

/** The excerpts from articles of these texts, named `0`, `1` and so on. */
function choose(question: string, limit: number, ...texts: readonly string[]): ChosenExcerpts {
  const articles = texts.map((text, i) => articleOf({ id: `${i}`, text }));
  const { ranked, reading } = new Responder(articles, 0).find(question, 1);
  return chooseExcerpts(ranked, reading, limit, { statements: new StatementReader(), copies: new CopyDetector() });
}

const shown = ({ excerpts }: ChosenExcerpts): string[] => excerpts.map(({ text }) => text);

const BALLOON = 'The red balloon of Captain Ashby landed on the roof of the old brewery in Sudria on Friday.';
const MARKET = 'The market opened late.';

describe('the excerpts of an answer', () => {
  it('are whole sentences of their articles, best first', () => {
    const chosen = choose('Where did the balloon land?', 5, MARKET, BALLOON);
    expect(shown(chosen)).toEqual([BALLOON, MARKET]);
  });

  it('are no more than are asked for', () => {
    const texts = [BALLOON, 'A balloon was sold.', 'Many a balloon was seen.'];
    for (const limit of [1, 2, 3]) expect(choose('balloon', limit, ...texts).excerpts).toHaveLength(limit);
  });

  it('show no sentence twice', () => {
    const text = 'Captain Ashby left at noon. He flew a balloon. He landed the balloon in Sudria. He then slept.';
    const all = shown(choose('Where did Ashby land the balloon?', 25, text));
    const sentences = all.flatMap((excerpt) => excerpt.split(/(?<=\.) /u));
    expect(sentences.toSorted()).toEqual(text.split(/(?<=\.) /u).toSorted());
  });

  it('come with the passages that each shows', () => {
    const { runs, excerpts } = choose('Where did the balloon land?', 5, MARKET, BALLOON);
    expect(runs).toEqual([
      { first: 1, last: 1 },
      { first: 0, last: 0 },
    ]);
    expect(excerpts.map(({ article }) => article.id)).toEqual(['1', '0']);
  });

  it('name another article that prints the same, and do not show it again', () => {
    const chosen = choose('Where did the balloon land?', 5, BALLOON, MARKET, `It rained. ${BALLOON}`);
    const [first] = chosen.excerpts;
    expect(first?.alsoIn).toMatchObject([{ article: { id: '2' }, excerpt: { text: BALLOON }, wireCopy: true }]);
    expect(shown(chosen).filter((text) => text.includes(BALLOON))).toEqual([BALLOON]);
  });

  it('do not name a line that says much the same and holds less of what is asked', () => {
    const without = BALLOON.replace(' in Sudria', '');
    const same = choose('Did Ashby land in Sudria?', 1, BALLOON, BALLOON);
    const less = choose('Did Ashby land in Sudria?', 1, BALLOON, without);
    expect([same, less].map(({ excerpts }) => excerpts[0]?.alsoIn.length)).toEqual([1, 0]);
  });
});
