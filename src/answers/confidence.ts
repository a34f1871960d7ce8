import { type PassageRun, strengthsOf } from './excerpt.js';
import type { Ranked } from './rank.js';
import type { Reading } from './reading.js';
import { CONFIDENCE_BIAS, CONFIDENCE_WEIGHTS } from './weights.js';

/** What speaks for the best excerpt being an answer at all; each 0..1. */
export interface ConfidenceSignals {
  /** Share of the question, by weight, that the excerpt holds in any way. */
  readonly coverage: number;
  /** The same without what is only alike in meaning. */
  readonly wording: number;
  /** The share of the weightiest concept that the excerpt lacks. */
  readonly gap: number;
  /** The share of the question that the whole corpus has no word for. */
  readonly unknown: number;
  /** 1 when a name in the question stands nowhere in the excerpt's article. */
  readonly missingName: number;
  readonly evidence: number;
  readonly nearness: number;
  /** What the neighbours and the article add. */
  readonly surroundings: number;
}

export function readConfidenceSignals(best: Ranked, run: PassageRun, reading: Reading): ConfidenceSignals {
  const { question } = reading;
  const strengths = strengthsOf(run, reading);
  let [total, coverage, gap, unknown, missingName, wording] = [0, 0, 0, 0, 0, 0];
  for (const [i, concept] of question.concepts.entries()) {
    const strength = strengths[i] ?? 0;
    total += concept.weight;
    coverage += concept.weight * strength;
    if (strength > 0 && concept.variants.length > 0) wording += concept.weight * strength;
    gap = Math.max(gap, concept.weight * (1 - strength));
    if (concept.variants.length === 0) unknown += concept.weight * (1 - strength);
    if (concept.name && strength === 0 && reading.inArticle(concept, best.passage) === 0) missingName = 1;
  }
  const whole = total || 1;
  return {
    coverage: coverage / whole,
    wording: wording / whole,
    gap: gap / whole,
    unknown: unknown / whole,
    missingName,
    evidence: best.signals.evidence,
    nearness: best.signals.nearness,
    surroundings: best.signals.context + best.signals.article,
  };
}

/**
 * Probability that the best excerpt answers the question: a logistic regression on the signals. Its weights, and what
 * they were fitted on, stand in `weights.ts`.
 * @returns 0..1
 */
export function confidenceOf(signals: ConfidenceSignals): number {
  let sum = CONFIDENCE_BIAS;
  for (const [name, weight] of Object.entries(CONFIDENCE_WEIGHTS)) {
    sum += weight * signals[name as keyof ConfidenceSignals];
  }
  return 1 / (1 + Math.exp(-sum));
}
