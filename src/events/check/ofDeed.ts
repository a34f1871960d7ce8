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

/** Of some spans of a line those in the part that tells of the claim's deed; all of them where it has none: "joined and left it in 2019". */
function inPart<Place extends Span>(places: readonly Place[], part: Span, line: Clause): Place[] {
  const replaced = replacedIn(line.article.text, line);
  const meant = places.filter((place) => !overlapsAny(place, replaced));
  const within = meant.filter(({ start, end }) => part.start <= start && end <= part.end);
  return within.length > 0 ? within : meant;
}

/** The days of a line that are of the claim's deed, as they are written. */
export function writtenDaysOfDeed(claim: Statement, line: Clause): ClaimedDay[] {
  return inPart(claimedDays(line.article.text, line), partWithDeed(claim, line), line);
}

/** The days of a line that are of the claim's deed, as they are in the calendar. */
export function daysOfDeed(claim: Statement, line: Clause): DayMention[] {
  const part = partWithDeed(claim, line);
  const days = inPart(daysOf(line), part, line);
  // A day that is written there and not sure is not the day of another deed.
  return claimedDays(line.article.text, part).length === 0
    ? days
    : days.filter(({ start, end }) => part.start <= start && end <= part.end);
}

/** The figures of a line that are of the claim's deed. */
export function figuresOfDeed(claim: Statement, line: Clause): Figure[] {
  return inPart(line.figures, partWithDeed(claim, line), line);
}

/** "fell to $20 from $30 by $10", "from 1998 to 2002", "three of 12": the word before tells them apart. */
const PLACE =
  /\b(?:(?<of>of)|(?<by>by)|(?<from>from|since)|(?<to>to|until|till))\s+(?:(?:about|around|some|nearly|almost|at least|more than|the)\s+)?$/i;
const REACH = 30;

/** Whether two figures or days may stand for one: not where one is what something fell to and the other what it fell from. @param textA what the span of A is into */
export function standAlike(textA: string, a: Span, textB: string, b: Span): boolean {
  const [ofA, ofB] = [placeOf(textA, a), placeOf(textB, b)];
  return ofA === null ? ofB !== 'of' : ofB === null || ofA === ofB;
}

function placeOf(text: string, { start }: Span): string | null {
  const groups = PLACE.exec(text.slice(Math.max(0, start - REACH), start))?.groups ?? {};
  const place = Object.keys(groups).find((name) => groups[name] !== undefined) ?? null;
  // "the death of 12 people": only behind a number it is a part of them.
  return place === 'of' &&
    !/\b(?:\p{N}+|one|two|three|four|five|six|seven|eight|nine|ten)\s+of\s+(?:the\s+)?$/iu.test(
      text.slice(Math.max(0, start - REACH), start),
    )
    ? null
    : place;
}

/** As {@link isSameFigure}, of figures that also {@link standAlike}. */
export function isFigureOf(message: string, figure: Figure, text: string, other: Figure): boolean {
  return isSameFigure(figure, other) && standAlike(message, figure, text, other);
}
