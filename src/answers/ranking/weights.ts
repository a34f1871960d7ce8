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
 * For one that the reader read: fitted in the way of `npm run fit -- --read`, on candidates that were written out once with their scores
 * and not by that command itself; `otherDeed` and `reason` are set by hand.
 */
export const READ_CONFIDENCE: ConfidenceWeights = {
  weights: {
    coverage: 0.5,
    mass: 3.0,
    unknown: -0.62,
    missingName: -0.62,
    evidence: 0.65,
    expectation: 0.48,
    otherDeed: -1.5,
    failed: -0.87,
    nearness: 0.48,
    score: 0.88,
    offTopic: -1.2,
    unworded: -0.49,
    elsewhere: 0.53,
    personal: -2.04,
    reason: 1,
    quantity: 0.66,
    read: 0.51,
  },
  bias: -3.24,
};

/** What the reader's log odds count beside the weighted sum of the ranking's signals (docs/RANKING.md has what other weights give). */
export const READER_WEIGHT = 0.5;
