import { describe, expect, it } from 'vitest';
import type { Article } from '../../src/corpus/article.js';
import { createArticle } from '../../src/corpus/articles.js';
import { type BookContents, readBook } from '../../src/quotes/bookReading.js';
import { QuoteBook } from '../../src/quotes/quoteBook.js';
import { finish } from '../../src/steps.js';
import { readSeed } from '../corpus/seeds.js';

const written = (id: string, ...paragraphs: string[]): Article =>
  createArticle({ id, title: 'The pass', text: paragraphs.join('\n\n'), published: '2031-05-04' });

const ARTICLES = [
  written(
    'pass',
    '"The pass stays closed for the winter," Road Minister Ingrid Vale said on Monday.',
    'Vale told reporters that the snow was four metres deep.',
    '"Nobody asked us," said Pieter Holm, a shepherd.',
  ),
  readSeed('000'),
  readSeed('002'),
  written(
    'again',
    'The road minister, Ingrid Wale, said: "The pass stays closed for this winter."',
    '"We were not asked," Mayor Pieter Holm said. Others said the road was lost.',
    '"Not by anybody," the mayor said.',
  ),
  readSeed('003'),
  written('third', '"The pass stays closed for the winter," Vale said again.', 'Agata Vale was not there.'),
];

/** Everything that a book may be asked for. */
function told(contents: BookContents) {
  const book = new QuoteBook([], contents);
  const names = book.speakers().flatMap(({ name, aliases }) => [name, ...aliases]);
  return {
    quotes: book.quotes,
    speakers: book.speakers(),
    groups: book.selectGroups(),
    bySpeaker: names.map((name) => book.selectGroups({ speaker: name })),
    found: [...names, 'the minister', 'mayor', 'shepherd', 'Vael'].map((name) => book.find(name)),
    mentions: ['Vale', 'Pieter Holm', 'Lavrov', 'Nobody'].map((name) => book.mentions(name)),
  };
}

describe('a book of quotes', () => {
  it('is the same whether articles are read at once or added to those that were read before', () => {
    const whole = finish(readBook(ARTICLES));
    for (const first of [0, 1, 4, 5]) {
      const before = finish(readBook(ARTICLES.slice(0, first)));
      const after = finish(readBook(ARTICLES.slice(first), null, before));
      expect(told(after)).toEqual(told(whole));
    }
  });

  it('still says what it said when articles are added to what it was read from', () => {
    const before = finish(readBook(ARTICLES.slice(0, 3)));
    const said = told(before);
    finish(readBook(ARTICLES.slice(3), null, before));
    expect(told(before)).toEqual(said);
  });
});
