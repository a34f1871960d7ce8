import type { Answer } from './answer.js';
import type { Findings } from './findings.js';

/** Below this probability the articles are said not to answer; `MIN_CONFIDENCE` moves it. */
export const DEFAULT_MIN_CONFIDENCE = 0.3;
/** Lines shown beside a refusal: enough to see that nothing nearer is there. */
const CLOSEST = 3;

/** Decides whether what was found is an answer, or only what comes closest. @param minConfidence 0..1 */
export function answerOrRefuse(question: string, findings: Findings, minConfidence: number): Answer {
  const { excerpts, confidence } = findings;
  const answered = excerpts.length > 0 && confidence >= minConfidence;
  return {
    question,
    status: answered ? 'answered' : 'not-found',
    confidence,
    excerpts: answered ? excerpts : [],
    closest: answered ? [] : excerpts.slice(0, CLOSEST),
    filters: findings.question.filter,
  };
}
