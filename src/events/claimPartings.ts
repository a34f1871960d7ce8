import type { Span } from '../corpus/article.js';
import { resolveDays } from '../corpus/days.js';
import { areOpposite } from '../search/deeds.js';
import type { Saying, Statement, Word } from '../search/saying.js';
import { claimedDays, matchDay } from './claimDays.js';
import { clauseSpans } from './clauses.js';
import { type DifferenceKind, partingFigures, partingNameLists } from './differences.js';
import { isOneGovernment } from './seats.js';

/** Where a line parts from a claim; a side is null when it has no words for it. */
export interface ClaimParting {
  readonly what: DifferenceKind | 'negation';
  readonly ofClaim: Span | null;
  readonly ofSource: Span | null;
}

/** Everything in which a line parts from a claim. @param message what the claim's span is into */
export function partingsFromClaim(message: string, claim: Statement, line: Saying): ClaimParting[] {
  const { text } = line.article;
  const pairs = [...partingFigures(claim, line), ...partingNameLists(message, claim, text, line)];
  return [
    ...pairs.map(({ what, ofA, ofB }): ClaimParting => ({ what, ofClaim: spanOf(ofA), ofSource: spanOf(ofB) })),
    ...partingDays(message, claim, line),
    ...partingNames(claim, line),
    ...opposites(claim, line),
    ...swappedRoles(claim, line),
    ...negations(message, claim, line),
  ];
}

function spanOf({ start, end }: Span): Span {
  return { start, end };
}

/** A day in the claim that none of the line's days can be. */
function partingDays(message: string, claim: Statement, line: Saying): ClaimParting[] {
  const days = resolveDays(line.article, line);
  return claimedDays(message, claim).flatMap((day) => {
    const matches = days.map(({ date }) => matchDay(day, date));
    const at = matches.indexOf('other');
    const source = days[at];
    if (source === undefined || matches.some((match) => match !== 'other')) return [];
    return [{ what: 'day' as const, ofClaim: spanOf(day), ofSource: spanOf(source) }];
  });
}

/** A name stands this near to the word that says what its bearer did or suffered. */
const NEAR = 3;

/**
 * A name of the claim that the line lacks, where the line has another name in its place: right before or right behind
 * the same word ("met Putin" in the claim, "met with Kim" in the line).
 */
function partingNames(claim: Statement, line: Saying): ClaimParting[] {
  const partings: ClaimParting[] = [];
  for (const run of nameRuns(claim.words)) {
    if (run.some((word) => line.content.has(word.key))) continue;
    for (const step of [-1, 1] as const) {
      const anchor = plainWordNear(claim.words, step < 0 ? run[0] : run.at(-1), step);
      const inLine = anchor && line.words.find((word) => !word.name && word.key === anchor.key);
      const other = inLine && nameNear(line.words, inLine, -step);
      if (!other || other.some((word) => claim.content.has(word.key))) continue;
      if (isOneGovernment(written(run), written(other))) continue;
      partings.push({ what: 'name', ofClaim: whole(run), ofSource: whole(other) });
      break;
    }
  }
  return partings;
}

function written(words: readonly Word[]): string {
  return words.map((word) => word.text).join(' ');
}

function whole(words: readonly Word[]): Span {
  return { start: words[0]?.start ?? 0, end: words.at(-1)?.end ?? 0 };
}

const DAY_NAME = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day|^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i;

/** Names in one piece; days and months are compared as days. */
function nameRuns(words: readonly Word[]): Word[][] {
  const runs: Word[][] = [];
  words.forEach((word, i) => {
    if (!word.name || DAY_NAME.test(word.text)) return;
    const before = words[i - 1];
    const last = runs.at(-1);
    if (last !== undefined && before !== undefined && last.at(-1) === before && word.start - before.end === 1)
      last.push(word);
    else runs.push([word]);
  });
  return runs;
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
  const runs = nameRuns(words);
  return step > 0
    ? runs.find((run) => isWithin(words.indexOf(run[0] ?? from) - at))
    : runs.findLast((run) => isWithin(at - words.indexOf(run.at(-1) ?? from)));
}

function isWithin(distance: number): boolean {
  return distance > 0 && distance <= NEAR;
}

/** "rose" in the claim, "fell" in the line. */
function opposites(claim: Statement, line: Saying): ClaimParting[] {
  return claim.words.flatMap((word) => {
    if (line.content.has(word.key)) return [];
    const other = line.words.find(
      (candidate) => areOpposite(word.key, candidate.key) && !claim.content.has(candidate.key),
    );
    return other === undefined ? [] : [{ what: 'wording' as const, ofClaim: spanOf(word), ofSource: spanOf(other) }];
  });
}

/** Who did it to whom the other way round: "Russia sent to Korea" in the claim, "Korea delivered to Russia" in the line. */
function swappedRoles(claim: Statement, line: Saying): ClaimParting[] {
  // "was invited by Kim" turns the order around and not the roles.
  const passive = (statement: Statement) => statement.words.some((word) => word.text.toLowerCase() === 'by');
  if (passive(claim) !== passive(line)) return [];
  for (const deed of claim.words) {
    if (deed.name || !deed.content || !/^[A-Z]+$/.test(deed.key)) continue;
    const inLine = line.words.find((word) => word.key === deed.key);
    if (inLine === undefined) continue;
    const [left, right] = namesAround(claim.words, deed);
    const [leftOfLine, rightOfLine] = namesAround(line.words, inLine);
    const meets = (a: ReadonlySet<string>, b: ReadonlySet<string>) => [...a].some((key) => b.has(key));
    const swapped = meets(left, rightOfLine) && meets(right, leftOfLine);
    if (swapped && !meets(left, leftOfLine) && !meets(right, rightOfLine)) {
      return [
        {
          what: 'name',
          ofClaim: { start: claim.start, end: claim.end },
          ofSource: { start: line.start, end: line.end },
        },
      ];
    }
  }
  return [];
}

function namesAround(words: readonly Word[], deed: Word): [Set<string>, Set<string>] {
  const at = words.indexOf(deed);
  const keys = (some: readonly Word[]) => new Set(nameRuns(some).map((run) => run.map((word) => word.key).join(' ')));
  return [keys(words.slice(0, at)), keys(words.slice(at + 1))];
}

const NEGATION = /\b(?:not|no|never|nobody|none|neither|denie[sd]|deny|denying|refuse[sd]?|false(?:ly)?)\b|n[’']t\b/gi;

/** One says it, the other says that it is not so. Looked for in the clause of the line that is nearest to the claim. */
function negations(message: string, claim: Statement, line: Saying): ClaimParting[] {
  const clause = nearestClause(claim, line);
  const ofClaim = [...message.slice(claim.start, claim.end).matchAll(NEGATION)][0];
  const ofSource = [...line.article.text.slice(clause.start, clause.end).matchAll(NEGATION)][0];
  if ((ofClaim === undefined) === (ofSource === undefined)) return [];
  const at = (base: number, match: RegExpMatchArray | undefined) =>
    match === undefined ? null : { start: base + (match.index ?? 0), end: base + (match.index ?? 0) + match[0].length };
  return [{ what: 'negation', ofClaim: at(claim.start, ofClaim), ofSource: at(clause.start, ofSource) }];
}

function nearestClause(claim: Statement, line: Saying): Span {
  const shared = ({ start, end }: Span) =>
    new Set(line.words.filter((w) => start <= w.start && w.end <= end && claim.content.has(w.key)).map((w) => w.key))
      .size;
  const [nearest] = clauseSpans(line.article.text, line).sort((a, b) => shared(b) - shared(a));
  return nearest ?? line;
}
