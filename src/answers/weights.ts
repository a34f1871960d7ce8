import type { ConfidenceSignals } from './confidence.js';
import type { RankSignals } from './rank.js';

/** What each signal counts in the ranking. */
export const RANK_WEIGHTS: Readonly<Record<keyof RankSignals, number>> = {
  coverage: 3,
  wording: 1,
  context: 1.2,
  article: 0.6,
  sentenceScore: 1.5,
  articleScore: 0.5,
  nearness: 0.6,
  names: 0.5,
  evidence: 0.5,
  lead: 0.2,
  length: 0.4,
};

/** What each signal counts towards the probability of an answer, in log odds. */
export const CONFIDENCE_WEIGHTS: Readonly<Record<keyof ConfidenceSignals, number>> = {
  coverage: 4,
  wording: 1,
  gap: -3,
  unknown: -2,
  missingName: -2,
  evidence: 0.8,
  nearness: 0.5,
  surroundings: 0.5,
};
export const CONFIDENCE_BIAS = -1;
