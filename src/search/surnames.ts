import { genderOf } from '../english/givenNames.js';
import type { PassageIndex } from './passages.js';

/** Sentences that are looked at for one given name. */
const SENTENCES = 400;
/** A given name is one person's when its most frequent surname follows in so many of the places where a name follows … */
const MOSTLY = 0.6;
/** … and does so at least so often. */
const LEAST = 2;

/** Finds the surname that a corpus gives to a given name: "Sunak" for "Rishi". */
export class Surnames {
  readonly #index: PassageIndex;
  readonly #isRareInEnglish: (surface: string) => boolean;
  readonly #known = new Map<string, string | null>();

  /** @param isRareInEnglish whether a word is no everyday word: "North" and "White" are followed by names and are none */
  constructor(index: PassageIndex, isRareInEnglish: (surface: string) => boolean) {
    this.#index = index;
    this.#isRareInEnglish = isRareInEnglish;
  }

  /** @returns the surname's term, or null for a term that is no given name or many people's */
  of(term: string): string | null {
    const known = this.#known.get(term);
    if (known !== undefined) return known;
    const surname = this.#find(term);
    this.#known.set(term, surname);
    return surname;
  }

  #find(term: string): string | null {
    const { sentences } = this.#index;
    const followers = new Map<string, number>();
    let [all, isPlausible] = [0, false];
    for (const passage of sentences.documentsOf(term, SENTENCES)) {
      const tokens = this.#index.tokens(passage);
      for (const [i, token] of tokens.entries()) {
        if (token.term !== term || !token.capitalized) continue;
        isPlausible ||= genderOf(token.surface) !== null || this.#isRareInEnglish(token.surface);
        const next = tokens[i + 1];
        if (!next?.capitalized || next.position !== token.position + 1 || !sentences.isName(next.term)) continue;
        all++;
        followers.set(next.term, (followers.get(next.term) ?? 0) + 1);
      }
    }
    if (!isPlausible) return null;
    const [best] = [...followers].sort((a, b) => b[1] - a[1]);
    if (!best || best[1] < LEAST || best[1] < all * MOSTLY) return null;
    // A surname stands alone where its bearer is named again; "House" of "White House" hardly does.
    return sentences.documentFrequency(best[0]) > best[1] ? best[0] : null;
  }
}
