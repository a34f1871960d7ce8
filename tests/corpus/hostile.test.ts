import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HOSTILE_TEXTS } from '../../bench/hostileTexts.js';
import type { Article } from '../../src/corpus/article.js';
import { createArticle } from '../../src/corpus/articles.js';
import { findDateline } from '../../src/corpus/dateline.js';
import { readCorpus } from '../../src/corpus/folder.js';
import { isFurniture } from '../../src/corpus/furniture.js';
import { inferDates } from '../../src/corpus/inferDates.js';
import { extractQuotes, readQuotes } from '../../src/quotes/extract.js';
import { PassageIndex } from '../../src/search/passages.js';

const LENGTH = 20_000;
const LONGEST_SENTENCE = 3_000;
const whole = (text: string) => ({ start: 0, end: text.length });

/** Texts that have a word to answer from. */
const READABLE = Object.entries(HOSTILE_TEXTS).filter(([name]) => name !== 'dashes');

describe('an article that nobody writes', () => {
  it.each(READABLE)('is read, indexed and quoted all the same: %s', (_name, make) => {
    const article = createArticle({ id: 'hostile', text: make(LENGTH) });
    expect(new PassageIndex([article]).problems).toEqual([]);
    expect(readQuotes(article).fault).toBeNull();
  });

  it.each(READABLE)('has sentences with an end, each a slice of it, in order: %s', (_name, make) => {
    const { text, sentences } = createArticle({ id: 'hostile', text: make(LENGTH) });
    let last = 0;
    for (const { start, end } of sentences) {
      expect(start).toBeGreaterThanOrEqual(last);
      expect(end - start).toBeLessThanOrEqual(LONGEST_SENTENCE);
      expect(text.slice(start, end).trim()).toBe(text.slice(start, end));
      last = end;
    }
  });

  it('loses no word where a sentence without a stop is cut', () => {
    const text = HOSTILE_TEXTS['new words without a stop']?.(LENGTH).trim() ?? '';
    const { sentences } = createArticle({ id: 'hostile', text });
    const cut = sentences.map(({ start, end }) => text.slice(start, end));
    expect(cut.length).toBeGreaterThan(1);
    expect(cut.join(' ')).toBe(text);
  });

  it('has no word of a length that nobody asks for', () => {
    const article = createArticle({ id: 'hostile', text: `The key ${'x'.repeat(500)} was lost.` });
    expect(new PassageIndex([article]).tokens(0).map(({ surface }) => surface)).toEqual(['key', 'lost']);
  });
});

describe('a line that could be read in many ways', () => {
  it('is no furniture when it only nearly is', () => {
    expect(isFurniture(`x|${'A'.repeat(40)}|${'A'.repeat(41)}!`)).toBe(false);
    expect(isFurniture('Kim in Moscow | Complete World News | The Times')).toBe(true);
  });

  it('is no dateline when it only nearly is', () => {
    const line = `SEOUL${' OF'.repeat(38)} x`;
    expect(findDateline(line, whole(line))).toBeNull();
    expect(findDateline('ISLE OF MAN: Rain fell.', { start: 0, end: 23 })?.place).toBe('ISLE OF MAN');
  });

  it('is no name in full when it only nearly is', () => {
    const text = `${'ABCDEFG'
      .split('')
      .map((letter) => letter + 'bc'.repeat(14))
      .slice(0, 6)
      .join(' ')} left. "We go," ABCDEFG said.`;
    expect(extractQuotes(createArticle({ id: 'hostile', text })).map(({ speaker }) => speaker?.name)).toEqual([
      'ABCDEFG',
    ]);
  });

  it('is the name in full when it is', () => {
    const text = 'Immigration, Refugees and Citizenship Canada opened. "We go on," IRCC said.';
    const [quote] = extractQuotes(createArticle({ id: 'canada', text }));
    expect(quote?.speaker?.name).toBe('Immigration, Refugees and Citizenship Canada');
  });
});

it('of many weekdays in two articles the first are held against one another', () => {
  const text = 'Kim left Seoul on Thursday. '.repeat(3_000);
  const dated = createArticle({ id: 'dated', text, published: '2023-10-20' });
  const undated = createArticle({ id: 'undated', text });
  expect(inferDates([dated, undated])[1]?.published).toEqual({ date: '2023-10-19', basis: 'inferred' });
});

describe('a fault in one article', () => {
  const good = createArticle({ id: 'good', text: 'Gail Starling said, "We will mend the bridge."' });
  const bad: Article = {
    ...good,
    id: 'bad',
    file: 'bad.txt',
    get text(): string {
      throw new Error('out of order');
    },
  };

  it('is a problem of its file, and the others are found', () => {
    const index = new PassageIndex([bad, good]);
    expect(index.problems).toEqual([
      { file: 'bad.txt', line: null, message: 'It could not be indexed and is in no answer: out of order.' },
    ]);
    const [found] = index.candidates([{ term: 'bridg', weight: 1 }], 5);
    expect(found && index.article(found.passage).id).toBe('good');
  });

  it('leaves out its quotes alone', () => {
    expect(readQuotes(bad)).toEqual({ quotes: [], named: [], fault: 'out of order' });
    expect(readQuotes(good).quotes).toHaveLength(1);
  });
});

describe('a file that nobody writes', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'dateline-hostile-'));
    await writeFile(path.join(folder, 'good.txt'), 'Lavrov met Kim.');
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('of 200,000 lines that are no articles is told of in a hundred lines, and the rest serves', async () => {
    await writeFile(path.join(folder, 'ones.jsonl'), '1\n'.repeat(200_000));
    const { articles, problems } = await readCorpus(folder);
    expect(articles.map(({ id }) => id)).toEqual(['good']);
    expect(problems).toHaveLength(101);
    expect(problems).toContainEqual({ file: 'ones.jsonl', line: null, message: '199900 more lines cannot be read.' });
  });

  it('with a front matter of 50,000 keys is refused in a sentence', async () => {
    const keys = Array.from({ length: 50_000 }, (_, i) => `k${i}: 1\n`).join('');
    await writeFile(path.join(folder, 'keys.md'), `---\n${keys}---\nRain fell.`);
    const { articles, problems } = await readCorpus(folder);
    expect(articles.map(({ id }) => id)).toEqual(['good']);
    expect(problems).toMatchObject([{ file: 'keys.md', line: 1 }]);
    expect(problems[0]?.message).toMatch(/^The front matter has \d+ characters; up to 20000 are read\./);
  });
});
