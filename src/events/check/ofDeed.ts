import type { DayMention } from '../../english/days.js';
import { overlapsAny, type Span } from '../../english/span.js';
import type { Clause } from '../../statements/clauses.js';
import { replacedIn } from '../../statements/denials.js';
import { daysOf } from '../../statements/differences.js';
import { type Figure, isSameFigure } from '../../statements/figures.js';
import type { Statement } from '../../statements/statement.js';
import { type ClaimedDay, claimedDays } from './claimDays.js';

/** Where one deed ends and the next may begin. */
const JOINT = /,?\s(?:and|but|then)\s/g;

/**
 * The part of a line that tells of a claim's deed, where it tells of several one after the other: of "begins on 17 June and ends on 15 July" the
 * latter for "ends". The whole line where that is not told.
 */
function partWithDeed(claim: Statement, line: Clause): Span {
  const parts = partsOf(line);
  const telling = parts.filter((part) => deedsIn(part, line).some((key) => claim.traits.deeds.has(key)));
  const [only] = telling;
  return only && telling.length === 1 ? only : line;
}

/** A line cut where it goes on to another deed. */
function partsOf(line: Clause): Span[] {
  const text = line.article.text.slice(line.start, line.end);
  const parts: Span[] = [];
  let start = line.start;
  for (const joint of text.matchAll(JOINT)) {
    const part = { start, end: line.start + joint.index };
    const rest = { start: part.end, end: line.end };
    if (deedsIn(part, line).length === 0 || deedsIn(rest, line).length === 0) continue;
    parts.push(part);
    start = part.end;
  }
  return [...parts, { start, end: line.end }];
}

function deedsIn({ start, end }: Span, { words, traits }: Clause): string[] {
  return words
    .filter((word) => start <= word.start && word.end <= end && !word.name && traits.deeds.has(word.key))
    .map(({ key }) => key);
}

/** What of a line is of a claim's deed. */
export interface OfDeed {
  readonly figures: readonly Figure[];
  /** As they are in the calendar. */
  readonly days: readonly DayMention[];
  /** As they are written. */
  readonly written: readonly ClaimedDay[];
}

/** Reads which figures and days of a line are of a claim's deed: those in its part; all where that has none: "joined and left it in 2019". */
export function ofDeed(claim: Statement, line: Clause): OfDeed {
  const { text } = line.article;
  const part = partWithDeed(claim, line);
  const replaced = replacedIn(text, line);
  const isWithin = ({ start, end }: Span) => part.start <= start && end <= part.end;
  const inPart = <Place extends Span>(places: readonly Place[]): Place[] => {
    const meant = places.filter((place) => !overlapsAny(place, replaced));
    const within = meant.filter(isWithin);
    return within.length > 0 ? within : meant;
  };
  const days = inPart(daysOf(line));
  return {
    figures: inPart(line.figures),
    // A day that is written there and not sure is not the day of another deed.
    days: claimedDays(text, part).length === 0 ? days : days.filter(isWithin),
    written: inPart(claimedDays(text, line)),
  };
}

/** "fell to $20 from $30 by $10", "from 1998 to 2002", "three of 12": the word before tells them apart. "The death of 12 people" is no part of 12. */
const PLACE =
  /\b(?:(?<of>(?:\p{N}+|one|two|three|four|five|six|seven|eight|nine|ten)\s+of)\s+(?:the\s+)?|(?:(?<by>by)|(?<from>from|since)|(?<to>to|until|till))\s+(?:(?:about|around|some|nearly|almost|at least|more than|the)\s+)?)$/iu;
const REACH = 30;

/** Whether two figures or days may stand for one: not where one is what something fell to and the other what it fell from. @param textA what the span of A is into */
export function standAlike(textA: string, a: Span, textB: string, b: Span): boolean {
  const [ofA, ofB] = [placeOf(textA, a), placeOf(textB, b)];
  return ofA === null ? ofB !== 'of' : ofB === null || ofA === ofB;
}

function placeOf(text: string, { start }: Span): string | null {
  const groups = PLACE.exec(text.slice(Math.max(0, start - REACH), start))?.groups ?? {};
  return Object.keys(groups).find((name) => groups[name] !== undefined) ?? null;
}

/** As {@link isSameFigure}, of figures that also {@link standAlike}. */
export function isFigureOf(message: string, figure: Figure, text: string, other: Figure): boolean {
  return isSameFigure(figure, other) && standAlike(message, figure, text, other);
}
