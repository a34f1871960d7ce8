/** What speaks for a sentence as the answer; each 0..1. */
export interface RankSignals {
  /** Share of the question, by weight, that the sentence holds in any way. */
  readonly coverage: number;
  /** The same without what is only alike in meaning. */
  readonly wording: number;
  /** What the sentences that it would be shown with add to the coverage. */
  readonly excerpt: number;
  /** What the neighbouring sentences and the title add to the coverage. */
  readonly context: number;
  /** What the rest of the article adds to that. */
  readonly article: number;
  /** BM25 of the sentence over the best candidate's. */
  readonly sentenceScore: number;
  /** How likely its article is beside the likeliest one, by their BM25. */
  readonly articleScore: number;
  /** For a question about what is new: how near its article's day is to the newest candidate's. */
  readonly recency: number;
  /** Share of the question's neighbouring words that are near each other in the sentence. */
  readonly nearness: number;
  /** Whether it holds what is asked for: a day for "when", a name for "who". */
  readonly evidence: number;
  /** What the title holds of the question. */
  readonly title: number;
  /** How early in the article it stands. */
  readonly lead: number;
  /** 1 for a sentence that itself asks, and so does not answer. */
  readonly asks: number;
}

/** What speaks for the best excerpt being an answer at all; each 0..1. */
export interface ConfidenceSignals {
  /** Share of the question, by weight, that the excerpt holds in any way. */
  readonly coverage: number;
  /** How much was matched in all: half of a long question says more than half of a short one. */
  readonly mass: number;
  /** The share of the weightiest concept that the excerpt lacks. */
  readonly gap: number;
  /** The share of the question that the whole corpus has no word for. */
  readonly unknown: number;
  /** 1 when neither the excerpt nor its article has one of the question's names. */
  readonly missingName: number;
  /** 1 when the whole corpus does not have one of the names; not fitted but a rule. */
  readonly stranger: number;
  readonly evidence: number;
  /** 1 for a question about one fact (who, where, when, how many): a line near the matter is still no answer to it. */
  readonly factoid: number;
  /** Whether the excerpt has just what is expected: a count of the thing, words of the speaker. */
  readonly expectation: number;
  /** 1 when it has nothing of what such a question always expects. */
  readonly unmet: number;
  /** 1 when that is so of a question that can be answered in no other way; a rule too. */
  readonly failed: number;
  readonly nearness: number;
  /** What the neighbours and the article add. */
  readonly surroundings: number;
}

/** `failed` and `stranger` are rules on top of the regression. */
export type FittedConfidenceSignal = Exclude<keyof ConfidenceSignals, 'failed' | 'stranger'>;
