import { type PassageRun, strengthsOf } from './excerpt.js';
import { expectationMet } from './expectation.js';
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
  /** How far the question's least certain name is from standing in the excerpt or its article, 0..1. */
  readonly missingName: number;
  readonly evidence: number;
  /** Whether the excerpt has just what is expected: a count of the thing, words of the speaker. */
  readonly expectation: number;
  /** 1 when it has nothing of what such a question always expects. */
  readonly unmet: number;
  readonly nearness: number;
  /** What the neighbours and the article add. */
  readonly surroundings: number;
}

/** A word that the corpus has only as an unlikely misspelling is as good as unknown. */
const UNLIKELY = 0.5;
/** Expectation under this is as good as none. */
const UNMET_BELOW = 0.25;

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
    if ((concept.variants[0]?.strength ?? 0) < UNLIKELY) unknown += concept.weight * (1 - strength);
    if (concept.name) {
      const held = Math.max(strength, reading.inArticle(concept, best.passage));
      missingName = Math.max(missingName, 1 - held);
    }
  }
  const expectation = expectationMet(run, reading);
  const whole = total || 1;
  return {
    coverage: coverage / whole,
    wording: wording / whole,
    gap: gap / whole,
    unknown: unknown / whole,
    missingName,
    evidence: best.signals.evidence,
    expectation,
    unmet: expectation < UNMET_BELOW ? 1 : 0,
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
