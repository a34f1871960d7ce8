import type { ConfidenceSignals } from './confidence.js';
import type { RankSignals } from './rank.js';

/** What each signal counts in the ranking. */
export const RANK_WEIGHTS: Readonly<Record<keyof RankSignals, number>> = {
  coverage: 2.36,
  wording: 2.25,
  context: 3.04,
  article: -1.32,
  nearness: 1.3,
  names: -0.29,
  evidence: 1.58,
  lead: 1.39,
  asks: -2.24,
  length: 0.53,
  sentenceScore: 2.63,
  articleScore: 2.43,
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
