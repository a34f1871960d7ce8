import { IRREGULAR_PAST } from './lists/irregularPasts.js';

/** A verb that tells what is over. */
const OVER = /\b(?:was|were|has|have|had|did|\p{Ll}{2,}ed)\b/u;
/** A verb that tells of now: that has a time already, and is not to come. */
const NOW = /\b(?:is|are|does|do)\b|n[’']t\b/;

/** Whether a clause has a verb that tells of what is over. */
export function isOver(clause: string): boolean {
  return OVER.test(clause) || clause.split(/[^\p{L}]+/u).some((word) => IRREGULAR_PAST.has(word));
}

/** Whether a clause has a verb that tells of the past, or of now. */
export function tellsOfPast(clause: string): boolean {
  return NOW.test(clause) || isOver(clause);
}
