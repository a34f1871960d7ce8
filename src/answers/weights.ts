import type { FittedConfidenceSignal } from './confidence.js';
import type { RankSignals } from './rank.js';

/**
 * What each signal counts in the ranking. This and what follows is what `npm run fit` printed for the project's own
 * question set, weight 2, and three public development sets; docs/RANKING.md has the command and what came of it. Four of
 * the ranking's were set by hand: `articleScore` and `recency` between two fits of all the weights, `coverage` and
 * `context` 2 higher than fitted, which is as good on the sets of the fit and better on two that it never saw.
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

/** What each signal counts towards the probability of an answer, in log odds. */
export const CONFIDENCE_WEIGHTS: Readonly<Record<FittedConfidenceSignal, number>> = {
  coverage: 1.27,
  mass: 1.17,
  gap: -0.24,
  unknown: -2.06,
  missingName: -1.55,
  evidence: 1.56,
  factoid: -0.29,
  expectation: 0.88,
  unmet: -0.51,
  nearness: 0.02,
  surroundings: -2.32,
};
export const CONFIDENCE_BIAS = -2.15;
