import type { ConfidenceSignals, RankSignals } from './signals.js';

/**
 * What each signal counts in the ranking: what `npm run fit` printed for the project's own question set and three public
 * development sets (docs/RANKING.md has the command and what came of it), but for four set by hand: `articleScore` and
 * `recency` between two fits of all the weights, `coverage` and `context` 2 higher than fitted, which is as good on the
 * sets of the fit and better on two others.
 */
export const RANK_WEIGHTS: Readonly<Record<keyof RankSignals, number>> = {
  coverage: 2.76,
  wording: 2.24,
  excerpt: 3.77,
  context: 1.98,
  article: -0.68,
  nearness: 1.92,
  evidence: 2.15,
  title: 0.2,
  lead: 0.5,
  asks: -1.4,
  sentenceScore: 1.98,
  articleScore: 1.76,
  recency: 2,
};

/** What each signal counts towards the probability of an answer, in log odds: as `npm run fit` printed it. */
export const CONFIDENCE_WEIGHTS: Readonly<Record<keyof ConfidenceSignals, number>> = {
  coverage: 0.85,
  mass: 3.04,
  unknown: -0.13,
  missingName: -0.74,
  evidence: 0.66,
  expectation: 0.71,
  failed: -0.58,
  nearness: 0.51,
  score: 1.72,
  offTopic: -1.62,
  unworded: -0.63,
  elsewhere: 0.73,
  personal: -2.59,
  reason: 2.39,
  quantity: 0.74,
};
export const CONFIDENCE_BIAS = -5.14;
