import { genderOf } from '../english/givenNames.js';
import type { Passages } from './searchedCorpus.js';

/** Sentences that are looked at for one given name. */
const SENTENCES = 400;
/** A given name is one person's when its most frequent surname follows in so many of the places where a name follows … */
const MOSTLY = 0.6;
/** … and does so at least so often. */
const LEAST = 2;

/** Finds the surname that a corpus gives to a given name: "Sunak" for "Rishi". */
export class Surnames {
  readonly #index: Passages;
  readonly #isRareInEnglish: (surface: string) => boolean;
  readonly #known = new Map<string, string | null>();

  /** @param isRareInEnglish whether a word is no everyday word: "North" and "White" are followed by names and are none */
  constructor(index: Passages, isRareInEnglish: (surface: string) => boolean) {
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
    const uses = this.#index.nameUses(term, SENTENCES);
    const isPlausible = uses.surfaces.some((surface) => genderOf(surface) !== null || this.#isRareInEnglish(surface));
    const names = uses.followers.filter((follower) => sentences.isName(follower));
    const followers = new Map<string, number>();
    for (const name of names) followers.set(name, (followers.get(name) ?? 0) + 1);
    if (!isPlausible) return null;
    const [best] = [...followers].sort((a, b) => b[1] - a[1]);
    if (!best || best[1] < LEAST || best[1] < names.length * MOSTLY) return null;
    // A surname stands alone where its bearer is named again; "House" of "White House" hardly does.
    return sentences.documentFrequency(best[0]) > best[1] ? best[0] : null;
  }
}
