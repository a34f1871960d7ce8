import Fuse from 'fuse.js';
import { termOf } from '../english/analyzer.js';
import { editDistance } from '../english/editDistance.js';
import { finish, type Steps } from '../steps.js';
import type { VocabularyWord } from './invertedIndex.js';
import { LruCache } from './lruCache.js';

/** A word that the corpus has, close to one that it has not. */
export interface Correction {
  readonly term: string;
  readonly surface: string;
  /** Edits between the two, ≥ 1. */
  readonly distance: number;
}

/** No more words than this are compared letter by letter, so that the time does not grow with the vocabulary. */
const SHORTLIST = 200;
/** Corrections worth searching for: one misspelling rarely has more readings. */
const MAX_CORRECTIONS = 3;
const MIN_LENGTH = 3;
/** Edits by which two stems are all but the same. */
const STEM_EDITS = 1;
/** Words whose readings are remembered. */
const REMEMBERED = 1000;

/** Edits that a word of this many letters may have: "Kimm", "Lavrof", "Cheonju", "intensificaton". */
function allowedEdits(length: number): number {
  if (length <= 4) return 1;
  return length <= 8 ? 2 : 3;
}

/** Words, by their numbers, by each pair of neighbouring letters in them or in their stems, the ends marked. */
export type WordsByPair = ReadonlyMap<string, readonly number[]>;

/** Reads {@link WordsByPair}, a word a step. @param first the number of the first word */
export function* readWordsByPair(vocabulary: readonly VocabularyWord[], first = 0): Steps<WordsByPair> {
  const byPair = new Map<string, number[]>();
  for (const [i, { surface, term }] of vocabulary.entries()) {
    const number = first + i;
    if (!isSpeltOut(surface)) continue;
    for (const pair of new Set([...letterPairs(surface), ...letterPairs(term)])) {
      const words = byPair.get(pair);
      if (words) words.push(number);
      else byPair.set(pair, [number]);
    }
    yield;
  }
  return byPair;
}

/** The words of a corpus, arranged so that the ones near a misspelling are found without reading them all. */
export class Speller {
  readonly #byPair: Pick<WordsByPair, 'get'>;
  readonly #words: readonly VocabularyWord[];
  /** One question asks for a misspelt word's readings several times, for itself and for the words beside it. */
  readonly #known = new LruCache<readonly Correction[]>(REMEMBERED);

  /** @param byPair what {@link readWordsByPair} reads of the words: in steps, for who cannot wait */
  constructor(
    vocabulary: readonly VocabularyWord[],
    byPair: Pick<WordsByPair, 'get'> = finish(readWordsByPair(vocabulary)),
  ) {
    this.#words = vocabulary;
    this.#byPair = byPair;
  }

  /** One that knows more words; this one stays as it is. */
  withMore(words: readonly VocabularyWord[]): Speller {
    const more = finish(readWordsByPair(words, this.#words.length));
    const get = (pair: string) => [...(this.#byPair.get(pair) ?? []), ...(more.get(pair) ?? [])];
    return new Speller(this.#words.concat(words), { get });
  }

  /**
   * @param word normalised, not in the vocabulary
   * @returns the nearest words, equally near; none for a number, a model ("b53" is not "b52") or fewer than 3 letters
   */
  correct(word: string): readonly Correction[] {
    if (!isSpeltOut(word)) return [];
    const known = this.#known.get(word) ?? this.#nearest(word);
    this.#known.set(word, known);
    return known;
  }

  #nearest(word: string): Correction[] {
    const limit = allowedEdits(word.length);
    const stemmed = termOf(word);
    const near = this.#shortlist(word).flatMap(({ surface, term }): Correction[] => {
      // "thnk" is nearer to the stem of "thanked" than to the word.
      const distance = nearer(editDistance(word, surface, limit), editDistance(stemmed, term, STEM_EDITS));
      return distance <= limit ? [{ surface, term, distance }] : [];
    });
    // fuse.js takes longest, so it sees those of one distance at a time, and no others once it has found some.
    for (let distance = 0; distance <= limit; distance++) {
      const equally = near.filter((correction) => correction.distance === distance);
      const found = equally.length === 0 ? [] : likest(word, equally);
      if (found.length > 0) return found.slice(0, MAX_CORRECTIONS);
    }
    return [];
  }

  /** The words that share most letter pairs with this one and are about as long. */
  #shortlist(word: string): VocabularyWord[] {
    const limit = allowedEdits(word.length);
    // An edit spoils two pairs of neighbours at most, a swap three.
    const least = Math.max(1, word.length + 1 - 3 * limit);
    const isAsLong = (other: string): boolean => Math.abs(other.length - word.length) <= limit;
    const shared = new Uint16Array(this.#words.length);
    const sharing: number[] = [];
    for (const pair of letterPairs(word)) {
      const numbers = this.#byPair.get(pair) ?? [];
      // Half the vocabulary passes here: counting up takes a third of the time of iterating.
      for (let i = 0; i < numbers.length; i++) {
        const number = numbers[i] ?? 0;
        const count = (shared[number] ?? 0) + 1;
        shared[number] = count;
        if (count === least) sharing.push(number);
      }
    }
    return sharing
      .filter((number) => {
        const candidate = this.#words[number];
        return candidate !== undefined && (isAsLong(candidate.surface) || isAsLong(candidate.term));
      })
      .sort((a, b) => (shared[b] ?? 0) - (shared[a] ?? 0) || a - b)
      .slice(0, SHORTLIST)
      .flatMap((number) => this.#words[number] ?? []);
  }
}

/** Those that fuse.js finds like the word, likest first, but for {@link firstLetterFirst}. */
function likest(word: string, corrections: readonly Correction[]): Correction[] {
  const fuse = new Fuse(corrections, {
    keys: ['surface', 'term'],
    ignoreLocation: true,
    ignoreFieldNorm: true,
    threshold: 0.6,
  });
  return fuse
    .search(word)
    .map(({ item }) => item)
    .sort((a, b) => firstLetterFirst(word, a.surface, b.surface));
}

/** A stem is short, and so near to many: only one that is all but the same tells more than the whole word. */
function nearer(whole: number, stems: number): number {
  return stems <= STEM_EDITS ? Math.min(whole, stems) : whole;
}

/** Whether a word is long enough to be told from another, and of letters alone: with one figure changed, another thing is meant. */
function isSpeltOut(word: string): boolean {
  return word.length >= MIN_LENGTH && !/\p{N}/u.test(word);
}

function letterPairs(word: string): Set<string> {
  const marked = `^${word}$`;
  const pairs = new Set<string>();
  for (let i = 0; i + 1 < marked.length; i++) pairs.add(marked.slice(i, i + 2));
  return pairs;
}

/** People seldom mistype a first letter, so of two equally near words the one that begins alike comes first. */
function firstLetterFirst(word: string, a: string, b: string): number {
  return Number(b[0] === word[0]) - Number(a[0] === word[0]);
}
