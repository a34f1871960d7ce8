import type { Excerpt } from '../corpus/excerpt.js';
import type { Filter } from './filter.js';
import type { ToldOtherwise } from './toldOtherwise.js';

export interface AskOptions extends Filter {
  /** How many excerpts at most; 5 unless told, 1..25. */
  readonly limit?: number | undefined;
  /** Probability, 0..1, below which the articles are said not to answer; that of the archive unless told. */
  readonly minConfidence?: number | undefined;
}

/** What the articles say to a question, in their own words, or that they do not. */
export interface Answer {
  readonly question: string;
  /** `unsure`: the best line may answer, and `missing` says what it lacks. */
  readonly status: 'answered' | 'unsure' | 'not-found';
  /** Probability, 0..1, that the best excerpt answers the question. */
  readonly confidence: number;
  /** Best first; empty when not found. */
  readonly excerpts: readonly Excerpt[];
  /** The nearest lines when not found, to be shown as such; empty when answered. */
  readonly closest: readonly Excerpt[];
  /** Words of the question that its best line has in no form, the weightiest first; what it was asked and may not say. */
  readonly missing: readonly string[];
  /** A line that gives what was asked for differently from the best excerpt; null when none does, and when not found. */
  readonly otherwise: ToldOtherwise | null;
  /** Whether the whole was asked for ("summary", "lavrov"): its lines then tell of it each in their way. */
  readonly overview: boolean;
  /** The language (ISO 639-1) of a question that is not in English and so not answered; null for all others. */
  readonly language: string | null;
  /** Filters that the question itself asked for in words and that were obeyed; empty when it asked for none. */
  readonly filters: Filter;
}
