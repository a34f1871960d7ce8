import { describe, expect, it } from 'vitest';
import type { Article } from '../../src/corpus/article.js';
import { resolveDays } from '../../src/corpus/articleDays.js';
import { createArticle } from '../../src/corpus/articles.js';
import { inferDates } from '../../src/corpus/inferDates.js';
import { readSeed } from './seeds.js';

const SEEDS: readonly Article[] = [readSeed('000'), readSeed('002'), readSeed('003'), readSeed('004')];

function undatedSeed(articles: readonly Article[]): Article | undefined {
  return articles.find(({ id }) => id.startsWith('003'));
}

describe('inferDates', () => {
  it('dates 003 by the Thursday of the others, and says so', () => {
    expect(undatedSeed(inferDates(SEEDS))?.published).toEqual({ date: '2023-10-19', basis: 'inferred' });
  });

  it('lets the days of 003 be resolved, as far as they are said', () => {
    const article = undatedSeed(inferDates(SEEDS));
    const days = article?.sentences.flatMap((sentence) => resolveDays(article, sentence)) ?? [];
    expect(days.map(({ text, date }) => [text, date])).toEqual([
      ['Thursday', '2023-10-19'],
      ['Wednesday', '2023-10-18'],
      ['September', '2023-09'],
      ['Thursday', '2023-10-19'],
    ]);
  });

  it('leaves dated articles as they are, in their order', () => {
    const dated = inferDates(SEEDS);
    expect(dated.map(({ id }) => id)).toEqual(SEEDS.map(({ id }) => id));
    for (const i of [0, 1, 3]) expect(dated[i]).toBe(SEEDS[i]);
  });

  it('gives back the very same array when there is nothing to date or to date by', () => {
    const dated = SEEDS.filter(({ published }) => published.date !== null);
    const undated = SEEDS.filter(({ published }) => published.date === null);
    expect(inferDates(dated)).toBe(dated);
    expect(inferDates(undated)).toBe(undated);
  });

  it('leaves an article about something else undated', () => {
    const other = createArticle({
      id: 'x',
      text: 'The bakery on Mill Lane sold its last loaf on Thursday, its owner said.',
    });
    const dated = inferDates([...SEEDS, other]);
    expect(dated.at(-1)?.published).toEqual({ date: null, basis: 'unknown' });
  });

  it('leaves an article undated when its story is told in different weeks', () => {
    const weekLater = createArticle({ id: 'later', text: readSeed('002').text, published: '2023-10-26' });
    expect(undatedSeed(inferDates([...SEEDS, weekLater]))?.published.basis).toBe('unknown');
  });
});
