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

/** What each signal counts towards the probability of an answer, in log odds: as `npm run fit` printed it, but for `otherDeed` and `reason`, set by hand. */
export const CONFIDENCE_WEIGHTS: Readonly<Record<keyof ConfidenceSignals, number>> = {
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
};
export const CONFIDENCE_BIAS = -5.2;
