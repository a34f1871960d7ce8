import { isExact, strengthOf } from '../src/search/meaning/softMatch.js';
import type { WordVectors } from '../src/search/meaning/wordVectors.js';

/** A word to look for and how much it counts. */
export interface AskedWord {
  /** Lower-case, as written: "bombers", not its stem. */
  readonly word: string;
  /** > 0; idf, say. */
  readonly weight: number;
}

/** How surely one word stands for another, 0..1. */
export type Similarity = (a: string, b: string) => number;

/**
 * {@link Similarity} by word vectors. Remembers every pair it was asked for, since sentences share their words: make one for a
 * question and let it go. Names are the caller's to keep out: "Seoul" and "Tokyo" are near each other too.
 */
export function similarityBy(vectors: WordVectors): Similarity {
  const known = new Map<string, Map<string, number>>();
  return (a, b) => {
    let others = known.get(a);
    if (others === undefined) {
      others = new Map();
      known.set(a, others);
    }
    const before = others.get(b);
    if (before !== undefined) return before;
    const strength = compare(vectors, a, b);
    others.set(b, strength);
    return strength;
  };
}

function compare(vectors: WordVectors, a: string, b: string): number {
  if (a === b) return 1;
  const strength = strengthOf(vectors.similarity(a, b));
  return strength > 0 && (isExact(a) || isExact(b)) ? 0 : strength;
}

/**
 * How much of a question a sentence holds, counting for each asked word the nearest word said:
 * Σ weight · max similarity / Σ weight.
 * @param asked content words, names and figures left out or matched by the caller
 * @param said the sentence's content words, lower-case
 * @returns 0..1; 0 when nothing is asked
 */
export function softCoverage(asked: readonly AskedWord[], said: readonly string[], similarity: Similarity): number {
  let [found, total] = [0, 0];
  for (const { word, weight } of asked) {
    let best = 0;
    for (const other of said) best = Math.max(best, similarity(word, other));
    found += weight * best;
    total += weight;
  }
  return total === 0 ? 0 : found / total;
}
