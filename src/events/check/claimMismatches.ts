import { isOneGovernment } from '../../english/governments.js';
import { negationsIn } from '../../english/negation.js';
import { bareSpan, type Span } from '../../english/span.js';
import type { Clause } from '../../statements/clauses.js';
import { deniedIn } from '../../statements/denials.js';
import { mismatchedFigures } from '../../statements/differences.js';
import type { DifferenceKind } from '../../statements/mismatch.js';
import { mismatchedNameLists } from '../../statements/nameLists.js';
import { isSameName, namesIn, writtenName } from '../../statements/names.js';
import { oppositesIn } from '../../statements/opposites.js';
import { swappedRoles } from '../../statements/roles.js';
import type { Statement } from '../../statements/statement.js';
import { spanOfWords, type Word } from '../../statements/word.js';
import { claimedDays, matchDay } from './claimDays.js';
import { type OfDeed, ofDeed } from './ofDeed.js';

/** Where a line parts from a claim; a side is null when it has no words for it. */
export interface ClaimMismatch {
  readonly what: DifferenceKind | 'negation';
  readonly ofClaim: Span | null;
  readonly ofSource: Span | null;
}

/**
 * Everything in which a line parts from a claim.
 * @param message what the claim's span is into
 * @param meant what of the line is of the claim's deed, where the caller has read it already
 */
export function claimMismatches(
  message: string,
  claim: Statement,
  line: Clause,
  meant: OfDeed = ofDeed(claim, line),
): ClaimMismatch[] {
  const { text } = line.article;
  const pairs = [
    ...mismatchedFigures(claim, { ...line, figures: meant.figures }),
    ...mismatchedNameLists(message, claim, text, line),
  ];
  return [
    ...pairs.map(({ what, ofA, ofB }): ClaimMismatch => ({ what, ofClaim: bareSpan(ofA), ofSource: bareSpan(ofB) })),
    ...claimedDayMismatches(message, claim, meant),
    ...claimedNameMismatches(claim, line),
    ...opposites(claim, line),
    ...rolesTurned(claim, line),
    ...negations(message, claim, line),
  ];
}

/** A day in the claim that none of the line's days can be. */
function claimedDayMismatches(message: string, claim: Statement, { days }: OfDeed): ClaimMismatch[] {
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
  return oppositesIn(claim, line).map(([word, other]) => ({
    what: 'wording',
    ofClaim: bareSpan(word),
    ofSource: bareSpan(other),
  }));
}

/** One says it, the other says that it is not so: of a deed or another word that both have, or, where they have none in common, one denies more. */
function negations(message: string, claim: Statement, line: Clause): ClaimMismatch[] {
  const { text, sentences } = line.article;
  const [byClaim, bySource] = [deniedIn(message, claim), deniedIn(text, line, sentences[line.sentence])];
  const keys = new Set([...claim.traits.deeds, ...byClaim.keys(), ...bySource.keys()]);
  const shared = [...keys].filter((key) => hasWord(claim, key) && hasWord(line, key));
  const denied = shared.find((key) => byClaim.has(key) !== bySource.has(key));
  if (denied !== undefined) {
    return [{ what: 'negation', ofClaim: byClaim.get(denied) ?? null, ofSource: bySource.get(denied) ?? null }];
  }
  const [ofClaim, ofSource] = [negationsIn(message, claim), negationsIn(text, line)];
  const inserted = ofClaim.find((negation) => isInserted(negation, claim, line));
  if (inserted) return [{ what: 'negation', ofClaim: inserted, ofSource: null }];
  const left = ofSource.find((negation) => isInserted(negation, line, claim));
  if (left) return [{ what: 'negation', ofClaim: null, ofSource: left }];
  if (shared.length > 0) return [];
  if (ofClaim.length === ofSource.length) return [];
  return [{ what: 'negation', ofClaim: ofClaim.at(-1) ?? null, ofSource: ofSource.at(-1) ?? null }];
}

/** Words around a denial by which its place is known again. */
const AROUND = 3;

/** Whether the other has the words around a denial one behind the other: "are not her own", "are her own". */
function isInserted(negation: Span, { words }: Statement, other: Statement): boolean {
  const behind = words.filter(({ start }) => start >= negation.end).slice(0, 2);
  const before = words.filter(({ end }) => end <= negation.start).slice(behind.length - AROUND);
  const around = [...before, ...behind].map(({ text }) => text.toLowerCase());
  if (behind.length === 0 || around.length < AROUND) return false;
  return other.words.some((_, at) => around.every((text, i) => other.words[at + i]?.text.toLowerCase() === text));
}

function hasWord({ words, traits }: Statement, key: string): boolean {
  return traits.deeds.has(key) || words.some((word) => word.key === key && word.content);
}

/** Who did it to whom the other way round. */
function rolesTurned(claim: Statement, line: Clause): ClaimMismatch[] {
  const swapped = swappedRoles(claim, line);
  return swapped ? [{ what: 'name', ofClaim: spanOfWords(swapped.ofA), ofSource: spanOfWords(swapped.ofB) }] : [];
}
