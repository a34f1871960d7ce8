import type { FittedConfidenceSignal, RankSignals } from './signals.js';

/**
 * What each signal counts in the ranking: what `npm run fit` printed for the project's own question set and three public
 * development sets (docs/RANKING.md has the command and what came of it), but for four set by hand: `articleScore` and
 * `recency` between two fits of all the weights, `coverage` and `context` 2 higher than fitted, which is as good on the
 * sets of the fit and better on two others.
 */
export const RANK_WEIGHTS: Readonly<Record<keyof RankSignals, number>> = {
  coverage: 4.79,
  wording: 2.58,
  excerpt: 1.4,
  context: 2.94,
  article: -1.15,
  nearness: 2.02,
  evidence: 1.33,
  title: 1.67,
  lead: 0.77,
  asks: -2.17,
  sentenceScore: 2.43,
  articleScore: 1.5,
  recency: 2,
};

/** What each signal counts towards the probability of an answer, in log odds: as `npm run fit` printed it. */
export const CONFIDENCE_WEIGHTS: Readonly<Record<FittedConfidenceSignal, number>> = {
  coverage: 1.59,
  mass: 1.31,
  gap: -0.11,
  unknown: -1.82,
  missingName: -1.6,
  evidence: 1.53,
  factoid: -0.29,
  expectation: 0.87,
  unmet: -0.59,
  nearness: -0.03,
  surroundings: -2.1,
};
export const CONFIDENCE_BIAS = -2.43;
