import { describe, expect, it } from 'vitest';
import { createArticle } from '../../src/corpus/articles.js';
import { extractQuotes } from '../../src/quotes/extract.js';
import { groupQuotes } from '../../src/quotes/group.js';
import { quotesIn, readSeed } from './reading.js';

const quotes = (['000', '002', '003', '004'] as const).flatMap((number) => extractQuotes(readSeed(number)));
const groups = groupQuotes(quotes);
const groupWith = (words: string) => groups.find(({ wordings }) => wordings.some(({ text }) => text.includes(words)));

describe('grouping', () => {
  it('makes the same words in several articles one entry with all its sources', () => {
    const group = groupWith('qualitatively new, strategic level');
    expect(group?.wordings).toHaveLength(1);
    expect(group?.wordings[0]?.quotes.map(({ article }) => article.id.slice(0, 3))).toEqual(['000', '002']);
  });

  it('puts translations of one statement side by side', () => {
    const group = groupWith('unconstructive and dangerous line');
    expect(groupWith('We oppose this unconstructive')?.wordings.map(({ text }) => text)).toContain(
      'We reject this unproductive and dangerous trend',
    );
    expect(group?.speaker).toBe('Sergei Lavrov');
  });

  it('goes by the speaker’s own words in a reported statement', () => {
    const group = groupWith('including nuclear elements');
    expect(
      group?.wordings.flatMap((wording) => wording.quotes.map(({ article }) => article.id.slice(0, 3))).sort(),
    ).toEqual(['000', '002', '003', '003', '004']);
  });

  it('goes by the whole where only a word or two stand in marks, which the rest may turn round', () => {
    const found = quotesIn(
      'Ana Lopez said the town would accept the "peace plan".',
      'Ana Lopez said the town would never accept the "peace plan".',
    );
    expect(groupQuotes(found)).toHaveLength(2);
  });

  it.each([
    [
      '"We will sell the club this summer," Ana Lopez said.',
      '"We will never sell the club this summer," Ana Lopez said.',
    ],
    ['"We offered 40 million for the club," Ana Lopez said.', '"We offered 50 million for the club," Ana Lopez said.'],
    [
      '"We will accept the report on Friday," Ana Lopez said.',
      '"We will reject the report on Friday," Ana Lopez said.',
    ],
  ])('keeps apart what is turned round in another article: %s', (one, other) => {
    const read = (id: string, text: string) => extractQuotes(createArticle({ id, text: `Ana Lopez came. ${text}` }));
    expect(groupQuotes([...read('a', one), ...read('b', other)])).toHaveLength(2);
  });

  it('holds every quote exactly once', () => {
    expect(groups.flatMap(({ wordings }) => wordings.flatMap((wording) => wording.quotes))).toHaveLength(quotes.length);
  });

  it('keeps what different people said apart, and what one said twice in one article', () => {
    const found = quotesIn(
      '"We want a better bridge for this town," Ana Lopez said.',
      '"We want a better bridge for this town," Tom Hall said.',
      '"We want a better school for this town," Tom Hall said.',
    );
    expect(groupQuotes(found)).toHaveLength(3);
  });
});
