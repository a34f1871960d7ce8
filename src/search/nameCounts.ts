import type { Steps } from '../steps.js';
import { isMostlyCapitalized } from './invertedIndexBuilder.js';
import type { PassageContents } from './passageContents.js';

/** Tokens counted in one step: a few milliseconds' work. */
const STEP = 1_000_000;

/**
 * How often each term of a corpus stands inside a sentence, and how often it is capitalised there. An index keeps only which terms are
 * names by it; who adds articles to one has to count again.
 */
export class NameCounts {
  readonly #inner: Uint32Array;
  readonly #capitalized: Uint32Array;
  readonly #numberOf: (term: string) => number | undefined;

  /** @param numberOf a term's number in the arrays */
  constructor(inner: Uint32Array, capitalized: Uint32Array, numberOf: (term: string) => number | undefined) {
    this.#inner = inner;
    this.#capitalized = capitalized;
    this.#numberOf = numberOf;
  }

  /** Whether a term is a name by these counts and those of other articles together. */
  isNameWith(other: NameCounts, term: string): boolean {
    const [own, others] = [this.#of(term), other.#of(term)];
    return isMostlyCapitalized(own.inner + others.inner, own.capitalized + others.capitalized);
  }

  #of(term: string): { inner: number; capitalized: number } {
    const number = this.#numberOf(term) ?? -1;
    return { inner: this.#inner[number] ?? 0, capitalized: this.#capitalized[number] ?? 0 };
  }
}

/** Counts through the sentences of an index. */
export function* readNameCounts({ sentences, sentenceTokens, forms }: PassageContents): Steps<NameCounts> {
  const terms = sentences.vocabulary.length;
  const inner = new Uint32Array(terms);
  const capitalized = new Uint32Array(terms);
  const numberOf = (term: string) => sentences.numberOf(term);
  const count = (number: number | undefined, isCapitalized: boolean) => {
    if (number === undefined) return;
    inner[number] = (inner[number] ?? 0) + 1;
    if (isCapitalized) capitalized[number] = (capitalized[number] ?? 0) + 1;
  };
  // A form that only titles have is of no term of the sentences.
  const termOf = Int32Array.from(forms, ({ term }) => numberOf(term) ?? -1);
  yield;
  const { columns, oversized } = sentenceTokens.parts;
  for (let from = 0; from < columns.forms.length; from += STEP) {
    const to = Math.min(from + STEP, columns.forms.length);
    for (let at = from; at < to; at++) {
      const number = columns.positions[at] === 0 ? -1 : (termOf[columns.forms[at] ?? 0] ?? -1);
      if (number < 0) continue;
      inner[number] = (inner[number] ?? 0) + 1;
      if (columns.capitals[at] === 1) capitalized[number] = (capitalized[number] ?? 0) + 1;
    }
    yield;
  }
  for (const tokens of oversized.values())
    for (const { term, position, capitalized: isCapitalized } of tokens)
      if (position > 0) count(numberOf(term), isCapitalized);
  return new NameCounts(inner, capitalized, numberOf);
}
