import type { Token } from '../../english/analyzer.js';
import { focusOf, nearestTo, SURE } from './focus.js';
import type { Reading } from './reading.js';
import type { PassageRun } from './run.js';

/** A name so many words from a role is the role's: "Foreign Minister Choe", "the minister, Choe". */
const BESIDE = 1;
/** Farther, up to here, it may be or may not. */
const NEARBY = 4;
const UNSURE = 0.5;

/**
 * How surely a run names who holds the role that is asked for: "the name of the spokesperson" expects a name beside
 * "spokesperson".
 * @returns 0..1
 */
export function namesRoleHolder(run: PassageRun, reading: Reading): number {
  const isOtherName = (token: Token): boolean => reading.isOtherName(token);
  const beside = nearestTo(run, reading, isOtherName, (role, name) => {
    const after = name.position - role.position;
    if (after === BESIDE) return 1;
    // "London mayor": what stands right before a role says whose it is, not who.
    return after === -BESIDE || Math.abs(after) > NEARBY ? 0 : UNSURE;
  });
  return beside * ownerBeside(run, reading);
}

/** "The president of South Korea" is not whoever is president in a line that also names South Korea; 1 when nobody's role is asked. */
function ownerBeside(run: PassageRun, reading: Reading): number {
  const head = focusOf(reading);
  // "President" is written as a name, and is the role all the same.
  const names = reading.question.concepts.flatMap((concept, i) => (concept.name && !head.includes(i) ? [i] : []));
  if (names.length === 0) return 1;
  let most = 0;
  for (let passage = run.first; passage <= run.last; passage++) {
    const matches = reading.matches(passage);
    const tokensOf = (concepts: readonly number[], least: number): Token[] =>
      concepts.flatMap((i) => ((matches[i]?.strength ?? 0) >= least ? [...(matches[i]?.tokens ?? [])] : []));
    const roles = tokensOf(head, SURE);
    const isBeside = (owner: Token): boolean => roles.some((r) => Math.abs(r.position - owner.position) <= NEARBY);
    if (tokensOf(names, SURE).some(isBeside)) return 1;
    if (roles.some((role) => !hasOtherNameBefore(role, passage, reading))) most = UNSURE;
  }
  return most;
}

/** "Russian president": whose role it is stands right before it. */
function hasOtherNameBefore(role: Token, passage: number, reading: Reading): boolean {
  return reading
    .terms(passage)
    .tokens.some((token) => token.position === role.position - BESIDE && reading.isOtherName(token));
}
