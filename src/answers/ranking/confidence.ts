import { expectationMet } from '../fit/expectation.js';
import { asksForRole } from '../fit/focus.js';
import type { Reading } from '../fit/reading.js';
import { evidenceAtMatch, type PassageRun, strengthsOf } from '../fit/run.js';
import type { AnswerKind } from '../question/answerKind.js';
import type { Question } from '../question/question.js';
import type { Ranked } from './rank.js';
import type { ConfidenceSignals, FittedConfidenceSignal } from './signals.js';
import { CONFIDENCE_BIAS, CONFIDENCE_WEIGHTS } from './weights.js';

/** Nats of matched words past which more make nothing surer. */
const FULL_MASS = 25;
/** Articles that do not have a name at all hardly ever answer a question about it. */
const STRANGER_SHARE = 0.3;
/** A question of which the corpus has no word for most is about something else. */
const MOSTLY_UNKNOWN = 0.6;
const FOREIGN_SHARE = 0.6;
/** The sentence that asks is the whole question when it is so much of it. */
const WHOLE_QUESTION = 0.6;
/** Nor does an excerpt without the count, the name or the speaker that the question is all about. */
const FAILED_SHARE = 0.2;
/** A word that the corpus has only as an unlikely misspelling is as good as unknown. */
const UNLIKELY = 0.5;
/** Held by less, a name is hardly there. */
const HALF_HELD = 0.5;
/** "Tokyo" is used for "Japan" now and then; an article on Japan does not have the name for that. */
const UNLIKELY_NAME = 0.65;
/** Expectation under this is as good as none. */
const UNMET_BELOW = 0.25;

const FACTOIDS: ReadonlySet<AnswerKind> = new Set(['person', 'place', 'name', 'number', 'money', 'day', 'duration']);
/** Kinds of question that are answered by nothing but a name, a day, a number or somebody's words. */
const ANSWERED_IN_KIND: ReadonlySet<AnswerKind> = new Set([
  'person',
  'day',
  'duration',
  'number',
  'money',
  'statement',
]);

/**
 * "Which" may be answered in words that are not foreseen; a count or somebody's words may not. A question that leads up
 * to its last sentence is too loose to judge so.
 */
function isStrict({ kind, asking, text }: Question): boolean {
  if (asking.trim().length < text.trim().length * WHOLE_QUESTION) return false;
  // "How much cargo" may be told in containers.
  if (/\bhow much\b/i.test(asking)) return false;
  if (kind === 'name' && asksForRole(asking)) return true;
  if (/\bwhose\b/i.test(asking)) return false;
  return ANSWERED_IN_KIND.has(kind);
}

export function readConfidenceSignals(best: Ranked, run: PassageRun, reading: Reading): ConfidenceSignals {
  const { question } = reading;
  const strengths = strengthsOf(run, reading);
  let [total, coverage, gap, unknown, missingName, stranger] = [0, 0, 0, 0, 0, 0];
  for (const [i, concept] of question.concepts.entries()) {
    const strength = strengths[i] ?? 0;
    total += concept.weight;
    coverage += concept.weight * strength;
    gap = Math.max(gap, concept.weight * (1 - strength));
    if ((concept.variants[0]?.strength ?? 0) < UNLIKELY) unknown += concept.weight * (1 - strength);
    if (concept.name) {
      const known = (concept.variants[0]?.strength ?? 0) > UNLIKELY_NAME;
      if (!known) stranger = 1;
      const held = known ? Math.max(strength, reading.inArticle(concept, best.passage)) : 0;
      if (held < HALF_HELD) missingName = 1;
    }
  }
  const expectation = expectationMet(run, reading);
  const whole = total || 1;
  return {
    coverage: coverage / whole,
    mass: Math.min(1, coverage / FULL_MASS),
    gap: gap / whole,
    unknown: unknown / whole,
    missingName,
    stranger,
    evidence: evidenceAtMatch(run, reading),
    factoid: FACTOIDS.has(question.kind) ? 1 : 0,
    expectation,
    failed: expectation < UNMET_BELOW && isStrict(question) ? 1 : 0,
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
    sum += weight * signals[name as FittedConfidenceSignal];
  }
  const probability = 1 / (1 + Math.exp(-sum));
  const foreign = signals.unknown >= MOSTLY_UNKNOWN;
  return (
    probability *
    (signals.stranger === 1 ? STRANGER_SHARE : 1) *
    (signals.failed === 1 ? FAILED_SHARE : 1) *
    (foreign ? FOREIGN_SHARE : 1)
  );
}
