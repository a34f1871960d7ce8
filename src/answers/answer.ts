import type { Excerpt } from '../corpus/excerpt.js';

export interface AskOptions {
  /** How many excerpts at most; 5 unless told, 1..25. */
  readonly limit?: number | undefined;
  /** An outlet, agency or article id; misspellings are forgiven. */
  readonly source?: string | undefined;
  /** Only articles published on this day or later, 'YYYY-MM-DD'. */
  readonly after?: string | undefined;
  /** Only articles published on this day or earlier, 'YYYY-MM-DD'. */
  readonly before?: string | undefined;
}

/** What the articles say to a question, in their own words, or that they do not. */
export interface Answer {
  readonly question: string;
  readonly status: 'answered' | 'not-found';
  /** Probability, 0..1, that the best excerpt answers the question. */
  readonly confidence: number;
  /** Best first; empty when not found. */
  readonly excerpts: readonly Excerpt[];
  /** The nearest lines when not found, to be shown as such; empty when answered. */
  readonly closest: readonly Excerpt[];
  /** Filters that the question itself asked for and that were obeyed, in plain words: "only AFP", "18 October 2023". */
  readonly filters: readonly string[];
}
