import type { Form } from '../forwardIndex.js';

/** The rank of a form that only itself stands for. */
const NO_RANK = -1;
/** That of a form that nobody asked for yet. */
const NOT_LOOKED_UP = -2;

/** The ranks, among the word vectors, of a corpus' forms: each looked up once for all questions. */
export class FormRanks {
  readonly #forms: readonly Form[];
  readonly #rankOf: (surface: string) => number;
  readonly #isName: (term: string) => boolean;
  #ranks: Int32Array;

  /**
   * @param forms by their numbers; they may become more
   * @param rankOf a surface's rank, -1 for none
   * @param isName whether the corpus writes a term as a name: a name stands for itself only
   */
  constructor(forms: readonly Form[], rankOf: (surface: string) => number, isName: (term: string) => boolean) {
    this.#forms = forms;
    this.#rankOf = rankOf;
    this.#isName = isName;
    this.#ranks = new Int32Array(forms.length).fill(NOT_LOOKED_UP);
  }

  /** @param form its number @returns -1 for a form that no other word stands for */
  of(form: number): number {
    const known = this.#ranks[form];
    return known === undefined || known === NOT_LOOKED_UP ? this.#lookUp(form) : known;
  }

  #lookUp(number: number): number {
    const form = this.#forms[number];
    if (!form) return NO_RANK;
    if (number >= this.#ranks.length) this.#grow();
    const rank = this.#isName(form.term) ? NO_RANK : this.#rankOf(form.surface);
    this.#ranks[number] = rank;
    return rank;
  }

  #grow(): void {
    const ranks = new Int32Array(this.#forms.length * 2).fill(NOT_LOOKED_UP);
    ranks.set(this.#ranks);
    this.#ranks = ranks;
  }
}
