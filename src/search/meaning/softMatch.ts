import { MONTHS, WEEKDAYS } from '../../english/calendar.js';
import { DIRECTIONS } from '../../english/lists/directions.js';
import { EXACT_NUMBER_WORDS } from '../../english/lists/numberWords.js';
import type { WordVectors } from './wordVectors.js';

/**
 * Below this cosine two words of the table are as good as unrelated. Of .2 to .5, .3 served paraphrased questions best
 * (docs/MEANING.md).
 */
const UNRELATED_BELOW = 0.3;

/** Used alike, so their vectors are near each other, and yet never one for the other. */
const EXACT_WORDS: ReadonlySet<string> = new Set([
  ...WEEKDAYS,
  ...MONTHS.map((month) => month.toLowerCase()),
  ...EXACT_NUMBER_WORDS,
  ...DIRECTIONS,
]);

/** Whether a word stands for itself only: a number, a day, a month, a point of the compass. */
export function isExact(word: string): boolean {
  return EXACT_WORDS.has(word) || /\d/.test(word);
}

/**
 * How surely a word stands for another whose vector is so near: the square of the cosine, which keeps the few near words
 * and lets many half-near ones add up to little.
 * @param cosine -1..1
 * @returns 0..1
 */
export function strengthOf(cosine: number): number {
  return cosine < UNRELATED_BELOW ? 0 : cosine * cosine;
}

/**
 * Compares words for one question and many sentences: a word is looked up once, and a pair compared once, so make one for a
 * question and let it go. Names are the caller's to keep out: "Seoul" and "Tokyo" are near each other too.
 */
export class WordComparer {
  readonly #vectors: WordVectors;
  readonly #known = new Map<number, Map<number, number>>();

  constructor(vectors: WordVectors) {
    this.#vectors = vectors;
  }

  /** @returns the word's rank, or -1 for a word that is unknown or stands for itself only */
  rank(word: string): number {
    return isExact(word) ? -1 : (this.#vectors.rank(word) ?? -1);
  }

  /** How surely one word stands for another, by their ranks, 0..1. */
  strength(rankA: number, rankB: number): number {
    return rankA < 0 ? 0 : this.strengthIn(this.comparedWith(rankA), rankA, rankB);
  }

  /** What a word was compared with so far, for who compares it with many: {@link strengthIn}. */
  comparedWith(rank: number): Map<number, number> {
    let known = this.#known.get(rank);
    if (!known) {
      known = new Map();
      this.#known.set(rank, known);
    }
    return known;
  }

  /** As {@link strength}. @param known what rank A was compared with */
  strengthIn(known: Map<number, number>, rankA: number, rankB: number): number {
    if (rankB < 0) return 0;
    if (rankA === rankB) return 1;
    let strength = known.get(rankB);
    if (strength === undefined) {
      strength = strengthOf(this.#vectors.cosine(rankA, rankB));
      known.set(rankB, strength);
    }
    return strength;
  }
}
