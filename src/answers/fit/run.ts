import type { Span } from '../../english/span.js';
import { shareOfQuestion } from '../question/concept.js';
import type { Reading } from './reading.js';

/** A sentence with this share of what the best one holds is as much about the question. */
const NEARLY_BEST = 0.7;
const ELSEWHERE_SHARE = 0.5;
/** Passages `first..last` of one article, shown as one excerpt. */
export interface PassageRun {
  readonly first: number;
  readonly last: number;
}

/** Whether a run holds what is asked for, 0..1. */
export function evidenceIn({ first, last }: PassageRun, reading: Reading): number {
  let most = 0;
  for (let passage = first; passage <= last; passage++) most = Math.max(most, reading.evidence(passage));
  return most;
}

/**
 * Whether what is asked for stands where the question's words do, 0..1: a day two sentences off may be some other matter's,
 * and counts half. The question's words stand in the sentences that hold nearly as much of it as the best of the run.
 */
export function evidenceAtMatch({ first, last }: PassageRun, reading: Reading): number {
  const sentences = Array.from({ length: last - first + 1 }, (_, i) => {
    const matches = reading.matches(first + i);
    const held = shareOfQuestion(reading.question.concepts, (place) => matches[place]?.strength ?? 0);
    return { held, evidence: reading.evidence(first + i) };
  });
  const most = Math.max(...sentences.map(({ held }) => held));
  return Math.max(
    ...sentences.map(({ held, evidence }) => evidence * (held >= most * NEARLY_BEST ? 1 : ELSEWHERE_SHARE)),
  );
}

/** How strongly a run holds each of the question's concepts. */
export function strengthsOf(run: PassageRun, reading: Reading): number[] {
  const strengths = reading.question.concepts.map(() => 0);
  for (let passage = run.first; passage <= run.last; passage++) {
    const matches = reading.matches(passage);
    for (let i = 0; i < matches.length; i++) strengths[i] = Math.max(strengths[i] ?? 0, matches[i]?.strength ?? 0);
  }
  return strengths;
}

/** Where a run stands in its article's text. */
export function spanOfRun(run: PassageRun, { index }: Reading): Span {
  return { start: index.sentence(run.first).start, end: index.sentence(run.last).end };
}

/** A run's sentences, one behind the other. */
export function textOfRun({ first, last }: PassageRun, { index }: Reading): string {
  return Array.from({ length: last - first + 1 }, (_, i) => index.text(first + i)).join(' ');
}
