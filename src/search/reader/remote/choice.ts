import { NONE_ANSWERS, type ScorerVerdict } from '../../meaning/candidateScorer.js';

/** What is chosen when no line answers. */
export const NO_LINE = 'none';

/** Log odds of the line that was chosen; the others get as much against them. About what the built-in reader gives its surest. */
const CHOSEN = 3;

/** The names under which lines are sent, the only ones that may come back beside `NO_LINE`: "line1", "line2" … */
export function lineIds(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `line${index + 1}`);
}

/** The lines by their names. */
export function linesById(lines: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(lineIds(lines.length).map((id, index) => [id, lines[index] ?? '']));
}

/** @returns what a choice means; null for anything that is no name of a line that was sent, to the letter */
export function verdictOfChoice(chosen: string, count: number): ScorerVerdict {
  if (chosen === NO_LINE) return NONE_ANSWERS;
  const ids = lineIds(count);
  return ids.includes(chosen) ? ids.map((id) => (id === chosen ? CHOSEN : -CHOSEN)) : null;
}
