import type { Token } from './analyzer.js';
import type { InvertedIndex } from './invertedIndex.js';
import type { WordVectors } from './meaning/wordVectors.js';
import { Speller } from './spelling.js';

/** How a question's word can stand in an article. */
export type MatchedBy = 'exact' | 'spelling' | 'alias' | 'related' | 'meaning';

/** Another way to say a word: one or more terms that must stand together. */
export interface Variant {
  readonly terms: readonly string[];
  /** How sure it is that the same is meant, 0..1. */
  readonly strength: number;
  readonly by: MatchedBy;
}

/** A corrected spelling counts this much per edit. */
const STRENGTH_PER_EDIT = 0.88;
/** A word that English has is seldom misspelt; what it is one edit away from counts only this much. */
const KNOWN_WORD_STRENGTH = 0.45;

/** The commonest words of English say least; past this rank a word says all it can. */
const COMMON_RANK = 30;
const RARE_RANK = 4000;
const LEAST_RARITY = 0.35;

/** What the words of a corpus mean beside how they are spelt: the ways in which a question's word may stand there. */
export class Lexicon {
  readonly #index: InvertedIndex;
  readonly #speller: Speller;
  readonly #vectors: WordVectors | null;

  constructor(index: InvertedIndex, vectors: WordVectors | null) {
    this.#index = index;
    this.#speller = new Speller(index.vocabulary);
    this.#vectors = vectors;
  }

  /** Whether the corpus writes the term as a name. */
  isName(term: string): boolean {
    return this.#index.isName(term);
  }

  idf(term: string): number {
    return this.#index.idf(term);
  }

  /**
   * How rare a word is in English at large, which four articles cannot tell.
   * @returns LEAST_RARITY..1; 1 for unknown words and without the vector table
   */
  rarityInEnglish(surface: string): number {
    const rank = this.#vectors?.rank(surface);
    if (rank === undefined) return 1;
    const place = Math.log(Math.max(rank, COMMON_RANK) / COMMON_RANK) / Math.log(RARE_RANK / COMMON_RANK);
    return LEAST_RARITY + (1 - LEAST_RARITY) * Math.min(1, place);
  }

  /** Best first; empty when the corpus has nothing like the word. */
  variants(token: Token): Variant[] {
    if (this.#index.has(token.term)) return [{ terms: [token.term], strength: 1, by: 'exact' }];
    const known = this.#vectors?.rank(token.surface) !== undefined;
    return this.#speller
      .correct(token.surface)
      .filter(({ distance }) => !known || distance === 1)
      .map(({ term, distance }) => ({
        terms: [term],
        strength: known ? KNOWN_WORD_STRENGTH : STRENGTH_PER_EDIT ** distance,
        by: 'spelling',
      }));
  }
}
