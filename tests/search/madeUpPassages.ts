import fc from 'fast-check';
import { createArticle } from '../../src/corpus/articles.js';
import type { WeightedTerm } from '../../src/search/candidates.js';
import { PassageIndex } from '../../src/search/passages.js';

const WORDS = ['ferry', 'harbour', 'storm', 'cargo', 'pilot', 'strike'];

/** Articles of sentences of words. */
export const corpora = fc.array(
  fc.array(fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 6 }),
  { minLength: 1, maxLength: 8 },
);

/** An index of such articles. */
export function indexOf(articles: readonly (readonly (readonly string[])[])[]): PassageIndex {
  return new PassageIndex(
    articles.map((lines, i) =>
      createArticle({
        id: `a${i}`,
        title: 'Untold',
        text: lines.map((words) => `The ${words.join(' ')} came.`).join(' '),
      }),
    ),
  );
}

/** The words with a weight each, as many as there are weights. */
export function termsOf(weights: readonly number[]): WeightedTerm[] {
  return weights.map((weight, i) => ({ term: WORDS[i] ?? '', weight }));
}

const weight = fc.oneof(fc.constant(0), fc.double({ min: 0.01, max: 3, noNaN: true }));
/** A weight for some of the words. */
export const weights = fc.array(weight, { minLength: 1, maxLength: WORDS.length });
