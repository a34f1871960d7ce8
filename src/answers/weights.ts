import type { FittedConfidenceSignal } from './confidence.js';
import type { RankSignals } from './rank.js';

/**
 * What each signal counts in the ranking. This and what follows is what `npm run fit` printed for the project's own
 * question set, weight 2, and three public development sets; docs/RANKING.md has the command and what came of it.
 */
export const RANK_WEIGHTS: Readonly<Record<keyof RankSignals, number>> = {
  coverage: 2.8,
  wording: 2.61,
  excerpt: 1.52,
  context: 0.97,
  article: -1.15,
  nearness: 2.02,
  evidence: 1.33,
  title: 1.7,
  lead: 0.76,
  asks: -2.16,
  sentenceScore: 2.4,
  articleScore: 0.9,
};

/** What each signal counts towards the probability of an answer, in log odds. */
export const CONFIDENCE_WEIGHTS: Readonly<Record<FittedConfidenceSignal, number>> = {
  coverage: 1.53,
  wording: 0.64,
  mass: 0.24,
  gap: -0.74,
  unknown: -0.94,
  missingName: -1.05,
  evidence: 1.61,
  expectation: 0.32,
  unmet: -1.46,
  nearness: 0.31,
  surroundings: -2.26,
};
export const CONFIDENCE_BIAS = -2.36;
