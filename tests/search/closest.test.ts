import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WeightedTerm } from '../../src/search/candidates.js';
import { ClosestSearch } from '../../src/search/closest.js';
import type { PassageIndex } from '../../src/search/passages.js';
import { corpora, indexOf, termsOf, weights } from './madeUpPassages.js';

/** What each passage scores by all terms, in its place. */
function scoresOf(index: PassageIndex, terms: readonly WeightedTerm[]): number[] {
  const scores = new Float64Array(index.size);
  for (const { term, weight } of terms) {
    for (const postings of index.sentences.weighted(term, weight)) {
      for (const passage of scores.keys()) scores[passage] = (scores[passage] ?? 0) + postings.scoreOf(passage);
    }
  }
  return [...scores];
}

describe('the closest passages', () => {
  it('are the best by themselves, and of two alike the first, however often one asks', () => {
    fc.assert(
      fc.property(corpora, weights, fc.nat(20), (articles, weighted, limit) => {
        const index = indexOf(articles);
        const scores = scoresOf(index, termsOf(weighted));
        const expected = scores.filter((score) => score > 0).sort((a, b) => b - a);
        const search = new ClosestSearch(index.sentences, index.size);
        const found = search.find(termsOf(weighted), limit);
        expect(found).toHaveLength(Math.min(limit, expected.length));
        for (const [i, { passage, sentenceScore }] of found.entries()) {
          expect(sentenceScore).toBeCloseTo(expected[i] ?? 0, 4);
          expect(sentenceScore).toBeCloseTo(scores[passage] ?? 0, 4);
          const next = found[i + 1];
          expect(!next || next.sentenceScore < sentenceScore || next.passage > passage).toBe(true);
        }
        expect(search.find(termsOf(weighted), limit)).toEqual(found);
      }),
    );
  });

  it('hold one of the rarest terms where there are many, and are scored by all', () => {
    fc.assert(
      fc.property(corpora, weights, fc.nat(20), (articles, weighted, most) => {
        const index = indexOf(articles);
        const terms = termsOf(weighted);
        const scores = scoresOf(index, terms);
        const rarest = Math.min(
          ...terms
            .filter(({ weight }) => weight > 0)
            .map(({ term }) => index.sentences.documentFrequency(term) || Infinity),
        );
        const found = new ClosestSearch(index.sentences, index.size, most).find(terms, 100);
        for (const { passage, sentenceScore } of found) expect(sentenceScore).toBeCloseTo(scores[passage] ?? 0, 4);
        if (Number.isFinite(rarest)) expect(found.length).toBeGreaterThanOrEqual(rarest);
      }),
    );
  });

  it('are told apart by what they share beside the rare word', () => {
    const index = indexOf([
      [['pilot'], ['storm', 'cargo'], ['pilot', 'storm', 'cargo']],
      [['storm'], ['cargo'], ['storm', 'cargo', 'ferry'], ['storm', 'cargo', 'harbour']],
    ]);
    const terms = ['pilot', 'storm', 'cargo'].map((term) => ({ term, weight: 1 }));
    const found = new ClosestSearch(index.sentences, index.size, 2).find(terms, 5);
    expect(found.map(({ passage }) => passage)).toEqual([2, 0]);
  });

  it('are none where no passage holds any of the terms', () => {
    const index = indexOf([[['ferry']]]);
    expect(new ClosestSearch(index.sentences, index.size).find([{ term: 'volcano', weight: 1 }], 5)).toEqual([]);
    expect(new ClosestSearch(index.sentences, index.size).find([], 5)).toEqual([]);
  });
});
