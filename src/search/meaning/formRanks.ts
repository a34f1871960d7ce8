import type { Form } from '../forwardIndex.js';

/** The rank of a form that only itself stands for. */
const NO_RANK = -1;

/** The ranks, among the word vectors, of a corpus' forms: looked up once for all questions. */
export class FormRanks {
  readonly #ranks: Int32Array;

  /**
   * @param forms by their numbers
   * @param rankOf a surface's rank, -1 for none
   * @param isName whether the corpus writes a term as a name: a name stands for itself only
   */
  constructor(forms: readonly Form[], rankOf: (surface: string) => number, isName: (term: string) => boolean) {
    this.#ranks = Int32Array.from(forms, ({ surface, term }) => (isName(term) ? NO_RANK : rankOf(surface)));
  }

  /** @param form its number @returns -1 for a form that no other word stands for */
  of(form: number): number {
    return this.#ranks[form] ?? NO_RANK;
  }
}
