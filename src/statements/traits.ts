import { negationsIn } from '../english/negation.js';
import type { Span } from '../english/span.js';
import { deedsOf } from './deeds.js';
import { isNameWord } from './names.js';
import type { Word } from './word.js';

/**
 * What comparing a statement with others asks of it, worked out when first asked for and kept: one statement meets hundreds, and
 * most that are read meet none.
 */
export class Traits {
  readonly #words: readonly Word[];
  readonly #figures: readonly Span[];
  #deeds: ReadonlySet<string> | null = null;
  #names: ReadonlySet<string> | null = null;
  #plain: ReadonlySet<string> | null = null;
  #quoted: ReadonlySet<string> | null = null;
  #denials: number | null = null;

  constructor(words: readonly Word[], figures: readonly Span[]) {
    this.#words = words;
    this.#figures = figures;
  }

  /** What it says is done: {@link deedsOf}. */
  get deeds(): ReadonlySet<string> {
    this.#deeds ??= deedsOf(this.#words, this.#figures);
    return this.#deeds;
  }

  /** Keys of the words of its names. */
  get names(): ReadonlySet<string> {
    this.#names ??= this.#keysOf(isNameWord);
    return this.#names;
  }

  /** Keys of the words that carry meaning and are no names. */
  get plain(): ReadonlySet<string> {
    this.#plain ??= this.#keysOf(({ content, name }) => content && !name);
    return this.#plain;
  }

  /** Keys of the words that carry meaning between quotation marks. */
  get quoted(): ReadonlySet<string> {
    this.#quoted ??= this.#keysOf(({ content, quoted }) => content && quoted);
    return this.#quoted;
  }

  /** How many of its words deny. */
  get denials(): number {
    if (this.#denials === null) {
      // Together, as "failed" denies only before "to", and "no" not before "fewer than".
      const text = this.#words.map((word) => word.text).join(' ');
      this.#denials = negationsIn(text, { start: 0, end: text.length }).length;
    }
    return this.#denials;
  }

  #keysOf(wanted: (word: Word) => boolean): ReadonlySet<string> {
    return new Set(this.#words.filter(wanted).map(({ key }) => key));
  }
}
