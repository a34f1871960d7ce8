import type { Span } from '../english/span.js';

/** One word of a statement, as it stands and as it is compared. */
export interface Word extends Span {
  /** As written. */
  readonly text: string;
  /** What two wordings of one thing share: "U.S." and "United States", "Korea" and "Korean", "visited" and "visits". */
  readonly key: string;
  readonly name: boolean;
  /** The value of a figure or a number word; null for other words. */
  readonly number: number | null;
  /** Stands between quotation marks. */
  readonly quoted: boolean;
  /** Carries meaning, unlike "the" or "said". */
  readonly content: boolean;
}

/** The span from the first to the last of some words; empty for none. */
export function spanOfWords(words: readonly Word[]): Span {
  return { start: words[0]?.start ?? 0, end: words.at(-1)?.end ?? 0 };
}
