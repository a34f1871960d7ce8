import { isOneGovernment } from '../../english/governments.js';
import { bareSpan, type Span } from '../../english/span.js';
import type { Clause } from '../../statements/clauses.js';
import { daysOf, mismatchedFigures } from '../../statements/differences.js';
import type { DifferenceKind } from '../../statements/mismatch.js';
import { mismatchedNameLists } from '../../statements/nameLists.js';
import { isSameName, namesIn, writtenName } from '../../statements/names.js';
import { type Statement, spanOfWords, type Word } from '../../statements/statement.js';
import { areOpposite } from '../../statements/verbClasses.js';
import { claimedDays, matchDay } from './claimDays.js';

/** Where a line parts from a claim; a side is null when it has no words for it. */
export interface ClaimMismatch {
  readonly what: DifferenceKind | 'negation';
  readonly ofClaim: Span | null;
  readonly ofSource: Span | null;
}

/** Everything in which a line parts from a claim. @param message what the claim's span is into */
export function claimMismatches(message: string, claim: Statement, line: Clause): ClaimMismatch[] {
  const { text } = line.article;
  const pairs = [...mismatchedFigures(claim, line), ...mismatchedNameLists(message, claim, text, line)];
  return [
    ...pairs.map(({ what, ofA, ofB }): ClaimMismatch => ({ what, ofClaim: bareSpan(ofA), ofSource: bareSpan(ofB) })),
    ...claimedDayMismatches(message, claim, line),
    ...claimedNameMismatches(claim, line),
    ...opposites(claim, line),
    ...swappedRoles(claim, line),
    ...negations(message, claim, line),
  ];
}

/** A day in the claim that none of the line's days can be. */
function claimedDayMismatches(message: string, claim: Statement, line: Clause): ClaimMismatch[] {
  const days = daysOf(line);
  return claimedDays(message, claim).flatMap((day) => {
    const matches = days.map(({ date }) => matchDay(day, date));
    const at = matches.indexOf('other');
    const source = days[at];
    if (source === undefined || matches.some((match) => match !== 'other')) return [];
    return [{ what: 'day' as const, ofClaim: bareSpan(day), ofSource: bareSpan(source) }];
  });
}

/** A name stands this near to the word that says what its bearer did or suffered. */
const NEAR = 3;

/**
 * A name of the claim that the line lacks, where the line has another name in its place: right before or right behind
 * the same word ("met Putin" in the claim, "met with Kim" in the line).
 */
function claimedNameMismatches(claim: Statement, line: Clause): ClaimMismatch[] {
  const mismatches: ClaimMismatch[] = [];
  const ofLine = namesIn(line.words);
  const ofClaim = namesIn(claim.words);
  for (const run of ofClaim) {
    if (ofLine.some((name) => isSameName(run, name))) continue;
    for (const step of [-1, 1] as const) {
      const anchor = plainWordNear(claim.words, step < 0 ? run[0] : run.at(-1), step);
      const inLine = anchor && line.words.find((word) => !word.name && word.key === anchor.key);
      const other = inLine && nameNear(line.words, inLine, -step);
      if (!other || isAdjective(other, line.words) || ofClaim.some((name) => isSameName(name, other.slice(-1))))
        continue;
      if (isOneGovernment(writtenName(run), writtenName(other))) continue;
      mismatches.push({ what: 'name', ofClaim: spanOfWords(run), ofSource: spanOfWords(withOwned(other, ofLine)) });
      break;
    }
  }
  return mismatches;
}

/** "Russia's" alone names the owner; "Russia's Far East" what is meant. */
function withOwned(run: readonly Word[], runs: readonly (readonly Word[])[]): readonly Word[] {
  const last = run.at(-1);
  const next = runs.find((other) => other[0] !== undefined && last !== undefined && other[0].start === last.end + 1);
  return next === undefined ? run : [...run, ...next];
}

/** "North Korean counterpart", "Russian media": the people's name says whose, and is nobody's place. */
function isAdjective(run: readonly Word[], words: readonly Word[]): boolean {
  const last = run.at(-1);
  const next = last && words[words.indexOf(last) + 1];
  if (last === undefined || next === undefined || next.name || !next.content) return false;
  return /(?:an|ese|ish|i|US|U\.S)$/.test(last.text) && next.start - last.end <= 2;
}

/** The nearest word with a meaning that is no name, on one side. */
function plainWordNear(words: readonly Word[], from: Word | undefined, step: 1 | -1): Word | undefined {
  const at = from === undefined ? -1 : words.indexOf(from);
  if (at < 0) return undefined;
  const near = step < 0 ? words.slice(Math.max(0, at - NEAR), at).reverse() : words.slice(at + 1, at + 1 + NEAR);
  return near.find((word) => word.content && !word.name && word.number === null);
}

/** The nearest name on one side. */
function nameNear(words: readonly Word[], from: Word, step: number): Word[] | undefined {
  const at = words.indexOf(from);
  const runs = namesIn(words);
  return step > 0
    ? runs.find((run) => isNear(words.indexOf(run[0] ?? from) - at))
    : runs.findLast((run) => isNear(at - words.indexOf(run.at(-1) ?? from)));
}

function isNear(distance: number): boolean {
  return distance > 0 && distance <= NEAR;
}

/** "rose" in the claim, "fell" in the line. */
function opposites(claim: Statement, line: Clause): ClaimMismatch[] {
  return claim.words.flatMap((word) => {
    if (line.content.has(word.key)) return [];
    const other = line.words.find(
      (candidate) => areOpposite(word.key, candidate.key) && !claim.content.has(candidate.key),
    );
    return other === undefined
      ? []
      : [{ what: 'wording' as const, ofClaim: bareSpan(word), ofSource: bareSpan(other) }];
  });
}

/** Who did it to whom the other way round: "Russia sent to Korea" in the claim, "Korea delivered to Russia" in the line. */
function swappedRoles(claim: Statement, line: Clause): ClaimMismatch[] {
  // "was invited by Kim" turns the order around and not the roles.
  const passive = (statement: Statement) => statement.words.some((word) => word.text.toLowerCase() === 'by');
  if (passive(claim) !== passive(line)) return [];
  for (const deed of claim.words.filter((word) => /^[A-Z]+$/.test(word.key) && !word.name)) {
    const ofClaim = namesAround(claim.words, deed);
    for (const inLine of line.words.filter((word) => word.key === deed.key)) {
      const ofLine = namesAround(line.words, inLine);
      const doer = findName(ofClaim.before, ofLine.after);
      const doerOfLine = findName(ofLine.before, ofClaim.after);
      if (doer === undefined || doerOfLine === undefined) continue;
      if (findName(ofClaim.before, ofLine.before) || findName(ofClaim.after, ofLine.after)) continue;
      return [{ what: 'name', ofClaim: spanOfWords(doer), ofSource: spanOfWords(doerOfLine) }];
    }
  }
  return [];
}

function namesAround(words: readonly Word[], deed: Word): { before: Word[][]; after: Word[][] } {
  const at = words.indexOf(deed);
  return { before: namesIn(words.slice(0, at)), after: namesIn(words.slice(at + 1)) };
}

/** The first of some names that is also among others. */
function findName(some: readonly Word[][], others: readonly Word[][]): Word[] | undefined {
  return some.find((name) => others.some((other) => isSameName(name, other)));
}

const NEGATION = /\b(?:not|no|never|nobody|none|neither|denie[sd]|deny|denying|refuse[sd]?|false(?:ly)?)\b|n[’']t\b/gi;

/** One says it, the other says that it is not so. */
function negations(message: string, claim: Statement, line: Clause): ClaimMismatch[] {
  const ofClaim = firstNegation(message, claim);
  const ofSource = firstNegation(line.article.text, line);
  return (ofClaim === null) === (ofSource === null) ? [] : [{ what: 'negation', ofClaim, ofSource }];
}

/** Whether a claim denies something. */
export function isNegated(text: string): boolean {
  return firstNegation(text, { start: 0, end: text.length }) !== null;
}

function firstNegation(text: string, { start, end }: Span): Span | null {
  const [match] = text.slice(start, end).matchAll(NEGATION);
  return match === undefined ? null : { start: start + match.index, end: start + match.index + match[0].length };
}
