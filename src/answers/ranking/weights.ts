import type { ConfidenceSignals, RankSignals } from './signals.js';

/**
 * What each signal counts in the ranking: midway between two fits of `npm run fit`, one on the project's own question set and three
 * public development sets, one on these and on questions typed about eight events (docs/RANKING.md has the commands and what
 * came of them). `recency` is set by hand.
 */
export const RANK_WEIGHTS: Readonly<Record<keyof RankSignals, number>> = {
  coverage: 3.77,
  wording: 2.41,
  excerpt: 2.58,
  context: 2.46,
  article: -0.92,
  nearness: 1.97,
  evidence: 1.74,
  title: 0.93,
  lead: 0.64,
  asks: -1.78,
  sentenceScore: 2.21,
  articleScore: 1.63,
  recency: 2.0,
};

/** A logistic regression: what each signal counts towards the probability of an answer, in log odds. */
export interface ConfidenceWeights {
  readonly weights: Readonly<Record<keyof ConfidenceSignals, number>>;
  readonly bias: number;
}

/** For a best line that nobody read: as `npm run fit` printed it, but for `otherDeed` and `reason`, set by hand. */
export const UNREAD_CONFIDENCE: ConfidenceWeights = {
  weights: {
    coverage: 0.88,
    mass: 3.35,
    unknown: -0.59,
    missingName: -0.83,
    evidence: 0.58,
    expectation: 0.99,
    otherDeed: -1,
    failed: -0.64,
    nearness: 0.59,
    score: 1.57,
    offTopic: -1.44,
    unworded: -0.68,
    elsewhere: 0.57,
    personal: -2.66,
    reason: 0.8,
    quantity: 0.8,
    read: 0,
  },
  bias: -5.2,
};

/**
 * For one that the reader read: as `npm run fit -- --read` printed it, but for the bias, lower by .57: of questions that the articles nearly
 * answer a fifth fewer are answered for it, and one or two in a hundred more are refused that they do (docs/RANKING.md).
 */
export const READ_CONFIDENCE: ConfidenceWeights = {
  weights: {
    coverage: -0.98,
    mass: 1.83,
    unknown: -0.02,
    missingName: -2.08,
    evidence: -0.03,
    expectation: 0.27,
    otherDeed: -0.3,
    failed: -1.18,
    nearness: 0.45,
    score: 1.53,
    offTopic: -0.72,
    unworded: 0.14,
    elsewhere: -0.89,
    personal: -1.31,
    reason: 0.33,
    quantity: 0.14,
    read: 1.12,
  },
  bias: -2.22,
};

/** What the reader's log odds count beside the weighted sum of the ranking's signals (docs/RANKING.md has what other weights give). */
export const READER_WEIGHT = 0.75;
