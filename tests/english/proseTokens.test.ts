import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isDash, isMark, isStop, tokenize, wordAt } from '../../src/english/proseTokens.js';
import { findQuotations } from '../../src/english/quotationMarks.js';

function read(text: string) {
  const span = { start: 0, end: text.length };
  return tokenize(text, span, findQuotations(text, span, false));
}

const texts = (text: string): string[] => read(text).map((token) => token.text);

describe('tokenize', () => {
  it('cuts running text into words, numbers and marks', () => {
    expect(read('Velling paid $4.5 twice.').map(({ kind, text }) => [kind, text])).toEqual([
      ['word', 'Velling'],
      ['word', 'paid'],
      ['number', '$4.5'],
      ['word', 'twice'],
      ['punctuation', '.'],
    ]);
  });

  it('takes a whole quotation for one token, as its words are the speaker’s', () => {
    const text = 'Velling said: "The pier will hold." Nobody asked.';
    const quotation = read(text).find((token) => token.kind === 'quotation');
    expect(texts(text)).toEqual(['Velling', 'said', ':', '"The pier will hold."', 'Nobody', 'asked', '.']);
    expect(quotation?.quotation?.inner).toEqual({ start: 15, end: 34 });
  });

  it('leaves an abbreviation its point, and a sentence its full stop', () => {
    expect(texts('Dr. J. Velling left the U.S. on Sept. 5 by boat.')).toEqual([
      'Dr.',
      'J.',
      'Velling',
      'left',
      'the',
      'U.S.',
      'on',
      'Sept.',
      '5',
      'by',
      'boat',
      '.',
    ]);
  });

  it('keeps compounds, possessives and figures whole', () => {
    expect(texts('Ostrin’s ice-breaker, a Halvia-built ship, took 1,250 tonnes at 10:30')).toEqual([
      'Ostrin’s',
      'ice-breaker',
      ',',
      'a',
      'Halvia-built',
      'ship',
      ',',
      'took',
      '1,250',
      'tonnes',
      'at',
      '10:30',
    ]);
  });

  it('gives each word in lower case with straight apostrophes, and tells capitals', () => {
    expect(read('Ostrin’s harbour').map(({ lower, capital }) => [lower, capital])).toEqual([
      ["ostrin's", true],
      ['harbour', false],
    ]);
  });

  it('gives disjoint tokens in order, each word for word what stands in its span', () => {
    const word = fc.constantFrom('Dr.', 'U.S.', 'Velling', '"', '“', '”', '’s', '$4.5', '—', '...', '.', ',', ' ', 'é');
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.array(word).map((words) => words.join('')),
    );
    fc.assert(
      fc.property(text, (run) => {
        let end = 0;
        for (const token of read(run)) {
          expect(token.start).toBeGreaterThanOrEqual(end);
          expect(run.slice(token.start, token.end)).toBe(token.text);
          expect(run.slice(end, token.start)).not.toMatch(/\p{L}/u);
          end = token.end;
        }
        expect(run.slice(end)).not.toMatch(/\p{L}/u);
      }),
    );
  });
});

describe('what a token is', () => {
  const tokens = read('"Yes" — He said, twice...');

  it('is told by its mark, and no mark by what is missing', () => {
    expect(tokens.map((token) => isMark(token, ','))).toEqual([false, false, false, false, true, false, false]);
    expect(tokens.map(isDash)).toEqual([false, true, false, false, false, false, false]);
    expect(tokens.map(isStop)).toEqual([false, false, false, false, false, false, true]);
    expect(read('wait - then go -- now').map(isDash)).toEqual([false, true, false, false, true, false]);
    expect([isMark(undefined, ','), isDash(undefined), isStop(undefined)]).toEqual([false, false, false]);
  });

  it('is a word only outside quotations and marks', () => {
    expect([0, 1, 2, 3, 9].map((i) => wordAt(tokens, i))).toEqual(['', '', 'he', 'said', '']);
  });
});
