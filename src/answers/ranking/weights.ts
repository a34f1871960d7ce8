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
 * For one that the reader read: as `npm run fit -- --read` printed it, but for `unknown`, which came out at +.12 and spoke for an answer, and the
 * bias, lower by .68: of questions that the articles nearly answer half as many are answered for it, and three to six in a hundred more are
 * refused that they do (docs/RANKING.md).
 */
export const READ_CONFIDENCE: ConfidenceWeights = {
  weights: {
    coverage: -1.43,
    mass: 1.73,
    unknown: -0.02,
    missingName: -1.88,
    evidence: -0.03,
    expectation: 0.51,
    otherDeed: -0.17,
    failed: -1.21,
    nearness: 0.47,
    score: 1.93,
    offTopic: -0.35,
    unworded: -0.05,
    elsewhere: -1.2,
    personal: -1.28,
    reason: 0.4,
    quantity: 0.04,
    read: 1.14,
  },
  bias: -2.67,
};

/** What the reader's log odds count beside the weighted sum of the ranking's signals (docs/RANKING.md has what other weights give). */
export const READER_WEIGHT = 0.75;
