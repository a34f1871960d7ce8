import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyze } from '../../src/english/analyzer.js';

const surfaces = (text: string): string[] => analyze(text).map(({ surface }) => surface);
const terms = (text: string): string[] => analyze(text).map(({ term }) => term);

describe('a word', () => {
  it('is the same in capitals, in full-width letters and as a ligature', () => {
    expect(surfaces('KIM kim Kim')).toEqual(['kim', 'kim', 'kim']);
    expect(surfaces('Ｋｉｍ fired ﬁred')).toEqual(['kim', 'fired', 'fired']);
  });

  it('is the same with and without its marks, composed or not', () => {
    expect(surfaces('café cafe\u0301 cafe Ōsaka Çelik')).toEqual(['cafe', 'cafe', 'cafe', 'osaka', 'celik']);
  });

  it('keeps letters of other scripts', () => {
    expect(surfaces('Лавров met 金正恩')).toEqual(['лавров', 'met', '金正恩']);
  });

  it('is the same as its owner, with a straight or a curly apostrophe', () => {
    expect(surfaces("Kim's Kim’s Kimʼs Kims'")).toEqual(['kim', 'kim', 'kim', 'kims']);
    expect(surfaces("Japan’s café's")).toEqual(['japan', 'cafe']);
  });

  it('keeps an apostrophe that is part of a name out of the way', () => {
    expect(surfaces("O'Brien O’Brien O'Brien's d'Ivoire d’Ivoire’s")).toEqual([
      'obrien',
      'obrien',
      'obrien',
      'divoire',
      'divoire',
    ]);
  });

  it('that is a contraction of stop words is a stop word', () => {
    expect(surfaces("don't isn’t they're we've he'll she'd I'm can't couldn't won't won’t")).toEqual([]);
  });

  it('is no word when it has no letter', () => {
    expect(analyze('ʼ ’ — … " ( )', true)).toEqual([]);
  });
});

describe('the United States', () => {
  it('is one term however it is abbreviated', () => {
    expect(terms("US USA U.S. U.S.A. u.s. US's U.S.'s U.S.’s US’s")).toEqual(Array(9).fill('usa'));
  });

  it('is not the pronoun us', () => {
    expect(terms('He told us. Us too.')).not.toContain('usa');
    expect(surfaces('us Us')).toEqual([]);
    expect(terms('US-led')).toEqual(['usa', 'led'].map((word) => terms(word)[0]));
  });

  it('is written like any other abbreviation: its stops are no part of it', () => {
    expect(surfaces('U.N. UN U.K. UK')).toEqual(['un', 'un', 'uk', 'uk']);
  });
});

describe('a hyphen', () => {
  it('parts words, so that "Jong-un" and "Jong Un" are the same', () => {
    expect(surfaces('Kim Jong-un')).toEqual(surfaces('Kim Jong Un'));
    expect(surfaces('nuclear-capable')).toEqual(['nuclear', 'capable']);
  });

  it.each([
    ['B-52', 'b52'],
    ['COVID-19', 'covid19'],
    ['Su-35', 'SU35'],
    ['F-16s', 'f16'],
    ['B-52', 'B52s'],
  ])('joins letters and a number as well: %s is found by %s', (written, typed) => {
    expect(terms(written)).toContain(terms(typed)[0]);
    expect(terms(typed)).toHaveLength(1);
  });

  it('leaves the parts of a joined word to be found', () => {
    expect(terms('COVID-19')).toEqual(['covid', '19', 'covid19']);
  });

  it('gives the joined word its whole span and the place of its last part', () => {
    const [, , joined, next] = analyze('COVID-19 spreads');
    expect(joined).toMatchObject({ start: 0, end: 8, position: 1, capitalized: true });
    expect(next?.position).toBe(2);
  });

  it('does not make a name of a number that hangs on a small letter', () => {
    expect(analyze('a top-10 list').find(({ surface }) => surface === 'top10')?.capitalized).toBe(false);
  });

  it('joins no more than that', () => {
    expect(surfaces('Seoul -5 degrees')).toEqual(['seoul', '5', 'degrees']);
    expect(surfaces('2022-23')).toEqual(['2022', '23']);
  });
});

describe('a number', () => {
  it('is the same with and without its thousands commas', () => {
    expect(surfaces('1,000 1000 12,345,678 1,000.5')).toEqual(['1000', '1000', '12345678', '1000.5']);
  });

  it('keeps its decimals', () => {
    expect(surfaces('2.5 million, 25')).toEqual(['2.5', 'million', '25']);
  });

  it('that ends a clause or a list keeps its own comma out', () => {
    expect(surfaces('In 2018, 19,20 came.')).toEqual(['2018', '19', '20', 'came']);
  });
});

describe('words that lost the space between them', () => {
  it('are two, each with its own span', () => {
    const text = 'the end.Next,Seoul';
    expect(analyze(text).map(({ start, end }) => text.slice(start, end))).toEqual(['end', 'Next', 'Seoul']);
  });
});

describe('the analyzer', () => {
  it('leaves stop words and lone letters out, and counts their places', () => {
    expect(analyze('who met with the leader of A')).toMatchObject([
      { surface: 'met', position: 1 },
      { surface: 'leader', position: 4 },
    ]);
  });

  it('returns stop words too when phrases are compared', () => {
    expect(analyze('know how', true).map(({ surface }) => surface)).toEqual(['know', 'how']);
  });

  it('says which words begin with a capital', () => {
    expect(analyze('Kim met US envoys').map(({ capitalized }) => capitalized)).toEqual([true, false, true, false]);
  });

  it('finds a verb by its irregular forms', () => {
    expect(terms('met meets meeting meet')).toEqual(Array(4).fill('meet'));
  });

  it('gives spans that hold the word, in order, on any text', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom("Kim's", 'B-52s', 'U.S.', '1,000', "won't", 'e\u0301', '-', '.', ' ', 'ʼ'),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join('');
        let position = 0;
        for (const token of analyze(text, true)) {
          expect(token.start).toBeGreaterThanOrEqual(0);
          expect(token.end).toBeGreaterThan(token.start);
          expect(token.end).toBeLessThanOrEqual(text.length);
          expect(text.slice(token.start, token.end)).toMatch(/^[\p{L}\p{N}].*[\p{L}\p{N}\p{M}]$|^[\p{L}\p{N}]$/su);
          expect(token.term).not.toBe('');
          expect(token.position).toBeGreaterThanOrEqual(position);
          position = token.position;
        }
      }),
    );
  });

  it('gives the same terms for a text in capitals and in small letters, but for the country and the pronoun', () => {
    const word = fc.constantFrom('Lavrov', 'Jong-un', 'B-52', 'meeting', 'café', '1,000', "O'Brien's");
    fc.assert(
      fc.property(fc.array(word), (words) => {
        const text = words.join(' ');
        expect(terms(text.toUpperCase())).toEqual(terms(text.toLowerCase()));
      }),
    );
  });
});
