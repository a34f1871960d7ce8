import type { Answer } from './answer.js';
import type { Findings } from './findings.js';
import { strengthsOf } from './fit/run.js';
import type { Concept } from './question/concept.js';

/** Below this probability the articles are said not to answer; `MIN_CONFIDENCE` moves it. */
export const DEFAULT_MIN_CONFIDENCE = 0.2;
/** From here on an answer is given as one; between the two it is said to be unsure. */
const SURE_FROM = 0.35;
/** Lines shown beside a refusal: enough to see that nothing nearer is there. */
const CLOSEST = 3;
/** A word held by less is as good as not there. */
const HALF_HELD = 0.5;
/** Words that are told to be missing: more say no more. */
const MISSING = 3;
/** A word of less weight is not what a question turns on, in nats. */
const TELLING = 1.5;

/** Decides whether what was found is an answer, perhaps one, or only what comes closest. @param minConfidence 0..1 */
export function answerOrRefuse(question: string, findings: Findings, minConfidence: number): Answer {
  const { excerpts, confidence, vetoed } = findings;
  const { overview, filter: filters, language } = findings.question;
  const found = language === null && !vetoed && excerpts.length > 0 && confidence >= minConfidence;
  return {
    question,
    status: !found ? 'not-found' : confidence >= SURE_FROM ? 'answered' : 'unsure',
    confidence,
    excerpts: found ? excerpts : [],
    closest: found || language !== null ? [] : excerpts.slice(0, CLOSEST),
    missing: missingFrom(findings),
    otherwise: found ? findings.otherwise : null,
    overview,
    language,
    filters,
  };
}

/** What the best line lacks of the question: what speaks against it, in the question's own words. */
function missingFrom({ question, reading, runs }: Findings): string[] {
  const [best] = runs;
  if (!best) return [];
  const held = strengthsOf(best, reading);
  return question.concepts
    .filter((concept, i) => isTelling(concept) && (held[i] ?? 0) < HALF_HELD)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MISSING)
    .map(({ surface }) => surface);
}

/** Whether a question turns on a word; "how many" is what is asked for, and no line says that. */
function isTelling({ weight, day, surface }: Concept): boolean {
  return day === null && weight >= TELLING && !/^how\b/.test(surface);
}
