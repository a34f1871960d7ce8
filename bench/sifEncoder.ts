import { analyze } from '../src/english/analyzer.js';
import { LruCache } from '../src/search/lruCache.js';
import { type SentenceVector, toUnit } from '../src/search/meaning/sentenceVector.js';
import type { WordVectors } from '../src/search/meaning/wordVectors.js';

/** Smoothing of the word weights; Arora et al. find 1e-4 to 1e-3 alike. */
const SMOOTHING = 1e-3;
/** Zipf–Mandelbrot: a word of rank r makes up about 1 / ((r + 2.7) ln 50,000) of English text (r from 1). */
const ZIPF_OFFSET = 2.7;
const ZIPF_SCALE = 10.8;
/** Sentences kept: 400 bytes each, so 8 MB at most. */
const CACHE_SIZE = 20_000;

/**
 * A sentence as one vector: the sum of its content words' vectors, each weighted by its "smooth inverse
 * frequency" (SIF, Arora, Liang and Ma 2017), a / (a + p(word)). About 0.02 ms a sentence, and nothing leaves the process. The
 * paper's second step, taking out the direction common to all sentences, is done for the words when the table is built.
 */
export class SifEncoder {
  readonly #vectors: WordVectors;
  readonly #cache = new LruCache<SentenceVector>(CACHE_SIZE);

  constructor(vectors: WordVectors) {
    this.#vectors = vectors;
  }

  encode(text: string): SentenceVector {
    const known = this.#cache.get(text);
    if (known !== undefined) return known;
    const sum = new Float32Array(this.#vectors.dimensions);
    for (const { surface } of analyze(text)) {
      const rank = this.#vectors.rank(surface);
      if (rank !== undefined) this.#vectors.addTo(sum, rank, smoothInverseFrequency(rank));
    }
    const vector = toUnit(sum);
    this.#cache.set(text, vector);
    return vector;
  }
}

/** @param rank 0 for the commonest word @returns 0..1, the rarer the more */
function smoothInverseFrequency(rank: number): number {
  const probability = 1 / ((rank + 1 + ZIPF_OFFSET) * ZIPF_SCALE);
  return SMOOTHING / (SMOOTHING + probability);
}
