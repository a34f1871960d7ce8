import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyze } from '../../src/english/analyzer.js';
import { type InvertedIndex, inverseDocumentFrequency } from '../../src/search/invertedIndex.js';
import { InvertedIndexBuilder } from '../../src/search/invertedIndexBuilder.js';

function indexOf(documents: readonly string[]): InvertedIndex {
  const builder = new InvertedIndexBuilder();
  for (const text of documents) builder.add(analyze(text));
  return builder.build();
}

function scoresOf(index: InvertedIndex, weighted: Readonly<Record<string, number>>) {
  const scores = new Float32Array(index.size);
  for (const [term, weight] of Object.entries(weighted))
    for (const postings of index.weighted(term, weight)) postings.addUntil(index.size, 0, scores);
  return { scores: [...scores], touched: [...scores.keys()].filter((doc) => scores[doc] !== 0) };
}

/** Three documents of 2, 3 and 4 words, 3 on average. */
const toy = indexOf(['missile landed', 'missile missile soared', 'Lavrov praised Kim warmly']);

it('an index knows which terms stand in one document', () => {
  expect(toy.holdTogether('lavrov', 'kim')).toBe(true);
  expect(toy.holdTogether('kim', 'missil')).toBe(false);
  expect(toy.holdTogether('kim', 'absent')).toBe(false);
});

describe('inverse document frequency', () => {
  it('is the logarithm of one and the odds that a document lacks the term', () => {
    expect(inverseDocumentFrequency(1, 3)).toBeCloseTo(Math.log(1 + 2.5 / 1.5), 12);
    expect(inverseDocumentFrequency(2, 3)).toBeCloseTo(Math.log(1.6), 12);
    expect(inverseDocumentFrequency(0, 0)).toBeCloseTo(Math.log(2), 12);
  });

  it('is above 0 even for a term in every document, and falls as the term gets commoner', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.nat(1_000_000), (a, b) => {
        const [df, n] = [Math.min(a, b), Math.max(a, b) + 1];
        expect(inverseDocumentFrequency(df, n)).toBeGreaterThan(0);
        expect(inverseDocumentFrequency(df + 1, n)).toBeLessThan(inverseDocumentFrequency(df, n));
      }),
    );
  });

  it('of a term of the index counts its documents, not its occurrences', () => {
    expect(toy.documentFrequency('missil')).toBe(2);
    expect(toy.idf('missil')).toBeCloseTo(Math.log(1.6), 12);
    expect(toy.documentFrequency('zebra')).toBe(0);
    expect(toy.idf('zebra')).toBeCloseTo(Math.log(8), 12);
  });
});

describe('BM25', () => {
  /** By hand, with k1 = 1.2 and b = 0.5, for a term that stands `tf` times in a document of `length` words. */
  const byHand = (df: number, tf: number, length: number): number =>
    Math.log(1 + (3 - df + 0.5) / (df + 0.5)) * ((tf * 2.2) / (tf + 1.2 * (0.5 + (0.5 * length) / 3)));

  it('scores each document that holds a term, and no other', () => {
    const { scores, touched } = scoresOf(toy, { missil: 1 });
    expect(touched).toEqual([0, 1]);
    expect(scores[0]).toBeCloseTo(byHand(2, 1, 2), 6);
    expect(scores[1]).toBeCloseTo(byHand(2, 2, 3), 6);
    expect(scores[2]).toBe(0);
  });

  it('adds the terms of a question up, each by its weight', () => {
    const { scores, touched } = scoresOf(toy, { missil: 0.5, soar: 2, kim: 1 });
    expect(touched).toEqual([0, 1, 2]);
    expect(scores[0]).toBeCloseTo(0.5 * byHand(2, 1, 2), 6);
    expect(scores[1]).toBeCloseTo(0.5 * byHand(2, 2, 3) + 2 * byHand(1, 1, 3), 6);
    expect(scores[2]).toBeCloseTo(byHand(1, 1, 4), 6);
  });

  it('is added as far as is asked for, and goes on from there', () => {
    const [postings] = toy.weighted('missil', 1);
    const [begin, rest] = [new Float32Array(1), new Float32Array(2)];
    postings?.addUntil(1, 0, begin);
    postings?.addUntil(3, 1, rest);
    expect([...begin, ...rest]).toEqual(scoresOf(toy, { missil: 1 }).scores);
  });

  it('gives nothing for a term that it has not, or that counts nothing', () => {
    expect(scoresOf(toy, { zebra: 1 })).toEqual({ scores: [0, 0, 0], touched: [] });
    expect(scoresOf(toy, { missil: 0, soar: -1 })).toEqual({ scores: [0, 0, 0], touched: [] });
  });

  it('counts the words of a very long document in full', () => {
    const filler = Array.from({ length: 65_530 }, () => 'filler').join(' ');
    const index = indexOf(['missile landed', `missile ${filler} again and late evening rain`]);
    const { scores } = scoresOf(index, { missil: 1 });
    expect(scores[1]).toBeLessThan(scores[0] ?? 0);
  });
});

describe('an inverted index', () => {
  it('knows which document holds which term', () => {
    const held = ['missil', 'soar', 'kim', 'zebra'].map((term) => [0, 1, 2].map((doc) => toy.contains(term, doc)));
    expect(held).toEqual([
      [true, true, false],
      [false, true, false],
      [false, false, true],
      [false, false, false],
    ]);
    expect([toy.has('kim'), toy.has('zebra')]).toEqual([true, false]);
  });

  it('says the same of every document as the document itself, however many there are', () => {
    const word = fc.constantFrom('kim', 'tank', 'ship', 'port', 'rain', 'gold');
    fc.assert(
      fc.property(fc.array(fc.array(word)), (documents) => {
        const index = indexOf(documents.map((words) => words.join(' ')));
        expect(index.size).toBe(documents.length);
        for (const term of ['kim', 'tank', 'ship', 'port', 'rain', 'gold']) {
          const holding = documents.flatMap((words: string[], doc) => (words.includes(term) ? [doc] : []));
          expect(index.documentFrequency(term)).toBe(holding.length);
          expect(documents.flatMap((_, doc) => (index.contains(term, doc) ? [doc] : []))).toEqual(holding);
          expect(scoresOf(index, { [term]: 1 }).touched).toEqual(holding);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('grows past the room that it begins with', () => {
    const index = indexOf(Array.from({ length: 3000 }, (_, i) => `shared word${i}`));
    expect(index.documentFrequency('share')).toBe(3000);
    expect(index.contains('word2999', 2999)).toBe(true);
    expect(index.contains('word2999', 2998)).toBe(false);
  });

  it('counts no more than 255 occurrences in one document, and does not start anew', () => {
    const index = indexOf(['other', Array.from({ length: 257 }, () => 'gold').join(' '), 'gold']);
    const { scores } = scoresOf(index, { gold: 1 });
    expect(scores[1]).toBeGreaterThan(scores[2] ?? Number.POSITIVE_INFINITY);
  });

  it('keeps the first whole form of a term for spelling', () => {
    expect(indexOf(['he meets', 'they met']).vocabulary).toContainEqual({ term: 'meet', surface: 'meets' });
  });

  it('of nothing answers all the same', () => {
    const empty = indexOf([]);
    expect([empty.size, empty.has('kim'), empty.contains('kim', 0)]).toEqual([0, false, false]);
    expect(scoresOf(empty, { kim: 1 })).toEqual({ scores: [], touched: [] });
  });
});

describe('a name', () => {
  it('is capitalised inside sentences', () => {
    const index = indexOf(['Yesterday Kim spoke', 'Talks with Kim ended', 'Talks ended']);
    expect(['kim', 'talk', 'end', 'zebra'].map((term) => index.isName(term))).toEqual([true, false, false, false]);
  });

  it('is not known by a capital that begins the sentence', () => {
    expect(indexOf(['Missiles landed', 'Missiles soared']).isName('missil')).toBe(false);
  });

  it('stays one when a headline or a typist writes it otherwise now and then', () => {
    const said = 'Yesterday Kim spoke';
    expect(indexOf([said, said, said, 'so said kim']).isName('kim')).toBe(true);
    expect(indexOf([said, 'so said kim']).isName('kim')).toBe(false);
  });
});
