import { countsAnotherDeed, expectationMet } from '../fit/expectation.js';
import { asksForRole } from '../fit/focus.js';
import type { Reading } from '../fit/reading.js';
import { evidenceAtMatch, type PassageRun, strengthsOf } from '../fit/run.js';
import type { AnswerKind } from '../question/answerKind.js';
import { type Concept, isNumberOfName, shareOfQuestion } from '../question/concept.js';
import type { Question } from '../question/question.js';
import type { Ranked } from './rank.js';
import type { ConfidenceSignals } from './signals.js';
import { type ConfidenceWeights, READ_CONFIDENCE, UNREAD_CONFIDENCE } from './weights.js';

/** Words as rare as can be in the corpus past which more make nothing surer. */
const FULL_MASS = 4;
/** The sentence that asks is the whole question when it is so much of it. */
const WHOLE_QUESTION = 0.6;
/** A word that the corpus has only as an unlikely misspelling is as good as unknown. */
const UNLIKELY = 0.5;
/** Held by less, a name is hardly there. */
const HALF_HELD = 0.5;
/** "Tokyo" is used for "Japan" now and then; an article on Japan does not have the name for that. */
const UNLIKELY_NAME = 0.65;
/** Expectation under this is as good as none. */
const UNMET_BELOW = 0.25;
/** A question whose words are, by weight, so much of what the articles are about is on their topic. */
const ON_TOPIC = 0.35;
/** A sentence that has half the question in words is near enough in wording. */
const WORDED = 0.5;
/** The scale on which a rank score is a signal like the others. */
const SCORE_SCALE = 10;
/** … and the reader's log odds are. */
const READ_SCALE = 5;
/** "My cat", "are you": of nobody in the articles. */
const PERSONAL = /\b(?:my|me|mine|i|you|your)\b/i;

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
function isStrict({ kind, asking, text, form }: Question): boolean {
  if (asking.trim().length < text.trim().length * WHOLE_QUESTION) return false;
  if (form) return true;
  // "How much cargo" may be told in containers.
  if (/\bhow much\b/i.test(asking)) return false;
  if (kind === 'name' && asksForRole(asking)) return true;
  if (/\bwhose\b/i.test(asking)) return false;
  return ANSWERED_IN_KIND.has(kind);
}

export function readConfidenceSignals(best: Ranked, run: PassageRun, reading: Reading): ConfidenceSignals {
  const { question } = reading;
  const { concepts } = question;
  const strengths = strengthsOf(run, reading);
  const matches = reading.matches(best.passage);
  const coverage = shareOfQuestion(concepts, (i) => strengths[i] ?? 0);
  const total = concepts.reduce((sum, { weight }) => sum + weight, 0);
  const expectation = expectationMet(run, reading);
  const onTopic = shareOfQuestion(concepts, (i) => topicality(concepts[i], reading));
  const worded = shareOfQuestion(concepts, (i) => {
    const match = matches[i];
    return match && match.by !== 'meaning' && match.strength >= HALF_HELD ? 1 : 0;
  });
  const offTopic = Math.max(0, ON_TOPIC - onTopic) / ON_TOPIC;
  const unworded = Math.max(0, WORDED - worded) / WORDED;
  return {
    coverage,
    mass: Math.min(1, (coverage * total) / (FULL_MASS * Math.log(1 + reading.index.size))),
    unknown: shareOfQuestion(concepts, (i) => (bestVariant(concepts[i]) < UNLIKELY ? 1 - (strengths[i] ?? 0) : 0)),
    missingName: concepts.some((_, i) => isMissing(i, strengths[i] ?? 0, best.passage, reading)) ? 1 : 0,
    evidence: evidenceAtMatch(run, reading),
    expectation,
    otherDeed: countsAnotherDeed(run, reading) ? 1 : 0,
    failed: expectation < UNMET_BELOW && isStrict(question) ? 1 : 0,
    nearness: best.signals.nearness,
    score: best.score / SCORE_SCALE,
    offTopic,
    unworded,
    elsewhere: offTopic * unworded,
    personal: PERSONAL.test(question.text) ? offTopic : 0,
    reason: question.kind === 'reason' ? 1 : 0,
    quantity: question.kind === 'number' || question.kind === 'duration' ? 1 : 0,
    read: (best.read ?? 0) / READ_SCALE,
  };
}

const bestVariant = (concept: Concept | undefined): number => concept?.variants[0]?.strength ?? 0;

/** Whether neither an excerpt nor its article has a name, or an excerpt not the number that the name has in the question. */
function isMissing(place: number, strength: number, passage: number, reading: Reading): boolean {
  const { concepts } = reading.question;
  if (isNumberOfName(concepts, place)) return strength < HALF_HELD;
  const concept = concepts[place];
  if (!concept?.name) return false;
  const isKnown = bestVariant(concept) > UNLIKELY_NAME;
  return !isKnown || Math.max(strength, reading.inArticle(concept, passage)) < HALF_HELD;
}

/** How much a word belongs to what the corpus is about, 0..1: rare in English and in many of the articles. */
function topicality(concept: Concept | undefined, { index }: Reading): number {
  const [best] = concept?.variants ?? [];
  if (!concept || !best || best.strength < UNLIKELY) return 0;
  const share = Math.max(...best.terms.map((term) => index.articleShare(term)));
  return Math.sqrt(share) * (concept.name ? 1 : concept.rarity);
}

/**
 * Probability that the best excerpt answers the question: a logistic regression on the signals. The weights, and what
 * they were fitted on, stand in `weights.ts`: one set for a line that was read, one for a line that was not.
 * @returns 0..1
 */
export function confidenceOf(signals: ConfidenceSignals, { bias, weights }: ConfidenceWeights): number {
  let sum = bias;
  for (const [name, weight] of Object.entries(weights)) sum += weight * signals[name as keyof ConfidenceSignals];
  return 1 / (1 + Math.exp(-sum));
}

/** Probability, 0..1, that the best line answers, shown with its run: by its words, and by what was read of it where it was. */
export function confidenceOfLine(best: Ranked, run: PassageRun, reading: Reading): number {
  const weights = best.read === null ? UNREAD_CONFIDENCE : READ_CONFIDENCE;
  return confidenceOf(readConfidenceSignals(best, run, reading), weights);
}
