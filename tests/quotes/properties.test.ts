import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createArticle } from '../../src/corpus/articles.js';
import { extractQuotes } from '../../src/quotes/extract.js';
import { groupQuotes } from '../../src/quotes/group.js';
import { QuoteBook } from '../../src/quotes/quoteBook.js';

/** What news is made of, and what breaks readers of it. */
const piece = fc.oneof(
  fc.constantFrom(
    '"',
    '“',
    '”',
    '‘',
    '’',
    "'",
    '«',
    '»',
    '\n\n',
    '. ',
    ', ',
    '? ',
    ': ',
    ' — ',
    '…',
    '(',
    ')',
    ' said ',
    ' says ',
    ' told ',
    ' saying ',
    ' according to ',
    ' that ',
    'he',
    'she',
    'they',
    'the minister',
    'Lavrov',
    'Sergei Lavrov',
    'Mr. Hall',
    'U.S. ',
    ' reporters ',
    ' the bridge was closed',
    'I agree',
    ' on Tuesday ',
    ' and ',
    ' but ',
    'was quoted as saying',
    '\u0000',
    '💥',
    'é',
  ),
  fc.string({ maxLength: 12 }),
  fc.string({ unit: 'binary', maxLength: 6 }),
);
const prose = fc
  .array(piece, { minLength: 1, maxLength: 60 })
  .map((pieces) => `It rained all day, and nobody went out.\n\n${pieces.join(' ')}`);

describe('whatever an article says', () => {
  it('every quote, speaker and emphasis is a slice of it, in order', () => {
    fc.assert(
      fc.property(prose, (text) => {
        let last = 0;
        for (const quote of extractQuotes(createArticle({ id: 'a', text }))) {
          expect(quote.text).toBe(text.slice(quote.start, quote.end));
          expect(quote.text.trim()).not.toBe('');
          expect(quote.excerpt.text).toBe(text.slice(quote.excerpt.start, quote.excerpt.end));
          const [from = -1, to = -1] = quote.excerpt.emphasis[0] ?? [];
          expect(quote.excerpt.text.slice(from, to)).toBe(quote.text);
          if (quote.speaker) expect(quote.speaker.text).toBe(text.slice(quote.speaker.start, quote.speaker.end));
          expect(quote.start).toBeGreaterThanOrEqual(last);
          last = quote.start;
        }
      }),
      { numRuns: 400 },
    );
  });

  it('whatever is asked is answered with quotes of the articles, and grouping loses none', () => {
    fc.assert(
      fc.property(prose, prose, fc.string({ maxLength: 20 }), fc.string({ maxLength: 20 }), (a, b, speaker, about) => {
        const book = new QuoteBook([createArticle({ id: 'a', text: a }), createArticle({ id: 'b', text: b })]);
        for (const quote of book.select({ speaker, about })) expect(book.quotes).toContain(quote);
        const grouped = groupQuotes(book.quotes).flatMap(({ wordings }) => wordings.flatMap(({ quotes }) => quotes));
        expect(new Set(grouped)).toEqual(new Set(book.quotes));
        book.mentions(speaker);
      }),
      { numRuns: 150 },
    );
  });
});
