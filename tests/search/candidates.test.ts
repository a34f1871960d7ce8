import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Candidate, CandidateSearch, type WeightedTerm } from '../../src/search/candidates.js';
import type { PassageIndex } from '../../src/search/passages.js';
import { corpora, indexOf, termsOf, weights } from './madeUpPassages.js';

function searchIn(
  { sentences, articleTerms, contents: { firstPassage } }: PassageIndex,
  block: number,
): CandidateSearch {
  return new CandidateSearch({ sentences, articleTerms, firstPassage }, block);
}

/** Every passage with a score, by the definition. */
function byDefinition(index: PassageIndex, terms: readonly WeightedTerm[]): Candidate[] {
  const [sentences, articles] = [new Float32Array(index.size), new Float32Array(index.articles.length)];
  for (const { term, weight } of terms) {
    for (const postings of index.sentences.weighted(term, weight)) postings.addUntil(index.size, 0, sentences);
    for (const postings of index.articleTerms.weighted(term, weight)) postings.addUntil(articles.length, 0, articles);
  }
  for (const article of articles.keys()) {
    const own = sentences.subarray(index.firstPassage(article), index.firstPassage(article + 1));
    const lead = (own[0] ?? 0) + (own[1] ?? 0);
    articles[article] = (articles[article] ?? 0) + (0.7 * Math.max(...own) + 0.6 * lead);
  }
  const total = ({ sentenceScore, articleScore }: Candidate) => sentenceScore + 0.5 * articleScore;
  return [...sentences.keys()]
    .map((passage) => ({
      passage,
      sentenceScore: sentences[passage] ?? 0,
      articleScore: articles[index.articleNumber(passage)] ?? 0,
    }))
    .filter(({ sentenceScore }) => sentenceScore > 0)
    .sort((a, b) => total(b) - total(a) || a.passage - b.passage);
}

it('the candidates are the best of all passages, to the last digit, however few are scored together', () => {
  fc.assert(
    fc.property(corpora, weights, fc.integer({ min: 1, max: 9 }), fc.nat(20), (articles, weighted, block, limit) => {
      const index = indexOf(articles);
      const terms = termsOf(weighted);
      const search = searchIn(index, block);
      const expected = byDefinition(index, terms).slice(0, limit);
      expect(search.find(terms, limit)).toEqual(expected);
      expect(search.find(terms, limit)).toEqual(expected);
    }),
  );
});

it('articles that may not answer are left out, and the others keep their scores', () => {
  fc.assert(
    fc.property(corpora, weights, fc.integer({ min: 1, max: 9 }), (articles, weighted, block) => {
      const index = indexOf(articles);
      const allowed = Uint8Array.from(articles, (_, article) => article % 2);
      const found = searchIn(index, block).find(termsOf(weighted), 100, allowed);
      const expected = byDefinition(index, termsOf(weighted));
      expect(found).toEqual(expected.filter(({ passage }) => index.articleNumber(passage) % 2 === 1));
    }),
  );
});

it('where that is asked for, passages without any of the terms follow in their order', () => {
  const index = indexOf([[['storm'], ['ferry']], [['pilot']], [['cargo'], ['storm']]]);
  const passages = (block: number) =>
    searchIn(index, block)
      .find([{ term: 'pilot', weight: 1 }], 4, undefined, true)
      .map(({ passage }) => passage);
  expect(passages(100)).toEqual([2, 0, 1, 3]);
  expect(passages(1)).toEqual([2, 0, 1, 3]);
});
