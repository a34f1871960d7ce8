import type { Steps } from '../../steps.js';
import type { Form } from '../forwardIndex.js';

/** The rank of a form that only itself stands for. */
const NO_RANK = -1;

/** The ranks, among the word vectors, of a corpus' forms: looked up once for all questions. */
export class FormRanks {
  readonly #ranks: Int32Array;

  /** @param ranks by the forms' numbers */
  constructor(ranks: Int32Array) {
    this.#ranks = ranks;
  }

  /** @param form its number @returns -1 for a form that no other word stands for */
  of(form: number): number {
    return this.#ranks[form] ?? NO_RANK;
  }
}

/** Forms looked up in one step. */
const STEP = 1_000;

/**
 * Looks up the ranks of a corpus' forms.
 * @param forms by their numbers
 * @param rankOf a surface's rank, -1 for none
 * @param isName whether the corpus writes a term as a name: a name stands for itself only
 */
export function* readFormRanks(
  forms: readonly Form[],
  rankOf: (surface: string) => number,
  isName: (term: string) => boolean,
): Steps<FormRanks> {
  const ranks = new Int32Array(forms.length);
  for (const [form, { surface, term }] of forms.entries()) {
    if (form % STEP === 0) yield;
    ranks[form] = isName(term) ? NO_RANK : rankOf(surface);
  }
  return new FormRanks(ranks);
}
