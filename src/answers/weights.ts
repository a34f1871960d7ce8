import type { ConfidenceSignals } from './confidence.js';
import type { RankSignals } from './rank.js';

/** What each signal counts in the ranking. */
export const RANK_WEIGHTS: Readonly<Record<keyof RankSignals, number>> = {
  coverage: 2.41,
  wording: 2.05,
  excerpt: 1.65,
  context: 1.15,
  article: -0.97,
  nearness: 1.66,
  evidence: 1.59,
  title: 1.39,
  lead: 1.0,
  asks: -2.36,
  sentenceScore: 2.57,
  articleScore: 1.63,
};

/** What each signal counts towards the probability of an answer, in log odds. */
export const CONFIDENCE_WEIGHTS: Readonly<Record<keyof ConfidenceSignals, number>> = {
  coverage: 0.5,
  wording: 0.59,
  gap: -0.35,
  unknown: -0.9,
  missingName: 0.77,
  evidence: 0.94,
  nearness: 0.74,
  surroundings: -1.63,
};
export const CONFIDENCE_BIAS = -1.59;
