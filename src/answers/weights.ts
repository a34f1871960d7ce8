import type { ConfidenceSignals } from './confidence.js';
import type { RankSignals } from './rank.js';

/** What each signal counts in the ranking. */
export const RANK_WEIGHTS: Readonly<Record<keyof RankSignals, number>> = {
  coverage: 2.85,
  wording: 3.01,
  excerpt: 1.69,
  context: 1.27,
  article: -1.27,
  nearness: 2.16,
  evidence: 1.59,
  title: 1.73,
  lead: 0.87,
  asks: -1.83,
  sentenceScore: 2.45,
  articleScore: 0.81,
};

/** What each signal counts towards the probability of an answer, in log odds. */
export const CONFIDENCE_WEIGHTS: Readonly<Record<keyof ConfidenceSignals, number>> = {
  coverage: 1.22,
  wording: 0.55,
  gap: -1.09,
  unknown: -1.27,
  missingName: -1.11,
  evidence: 0.90,
  expectation: 0.44,
  unmet: -1.44,
  nearness: 0.36,
  surroundings: -2.51,
};
export const CONFIDENCE_BIAS = -1.25;
