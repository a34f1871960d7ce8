import { monthNumber, weekdayNumber, weekdayOf } from '../../english/calendar.js';
import { MONTH_BUT_MAY } from '../../english/calendarPatterns.js';
import type { Span } from '../../english/span.js';

/** A day as a message says it, which may leave out the year, or all but the weekday. */
export interface ClaimedDay extends Span {
  readonly text: string;
  /** 0 is Sunday. */
  readonly weekday: number | null;
  /** 1..12 */
  readonly month: number | null;
  /** 1..31 */
  readonly day: number | null;
  readonly year: number | null;
}

const WEEKDAY = '(?:sun|mon|tues?|wednes|thurs?|fri|satur)day|sun|mon|tues?|wed|thu(?:rs)?|fri|sat';
/** What stands before a year, or before the month that is also a verb. */
const BEHIND_LEAD = '(?<=\\b(?:in|since|by|until|till|before|after|of|from|to|during|early|late)\\s{1,3})';
const DAY = new RegExp(
  [
    '(?<iso>\\b\\d{4}-\\d{2}-\\d{2}\\b)',
    `\\b(?<day1>\\d{1,2})(?:st|nd|rd|th)?(?:\\s+of)?\\s+(?<month1>${MONTH_BUT_MAY}|may)\\b(?:\\.(?=\\s*\\d))?(?:,?\\s+(?<year1>(?:19|20)\\d{2})\\b)?`,
    `\\b(?<month2>${MONTH_BUT_MAY}|may)\\b\\.?\\s+(?<day2>\\d{1,2})(?:st|nd|rd|th)?\\b(?:,?\\s+(?<year2>(?:19|20)\\d{2})\\b)?`,
    `\\b(?<month3>${MONTH_BUT_MAY})\\b(?:\\.(?=\\s*\\d))?(?:\\s+(?<year3>(?:19|20)\\d{2})\\b)?`,
    `\\b(?<weekday>${WEEKDAY})\\b`,
    `${BEHIND_LEAD}(?<month4>may)\\b(?:\\s+(?<year5>(?:19|20)\\d{2})\\b)?`,
    `${BEHIND_LEAD}(?<year4>(?:19|20)\\d{2})\\b`,
  ].join('|'),
  'gi',
);

// "mar", "sun" and "sat" are words too; days and months are written with a capital.
const CAPITAL = /^(?:\P{L}*)\p{Lu}/u;

function numberIn(word: string | undefined): number | null {
  return word === undefined || word === '' ? null : Number(word);
}

/** The days that a span of a message names. */
export function claimedDays(message: string, { start, end }: Span): ClaimedDay[] {
  const days: ClaimedDay[] = [];
  for (const match of message.slice(start, end).matchAll(DAY)) {
    const found = match.groups ?? {};
    const monthWord = found.month1 ?? found.month2 ?? found.month3 ?? found.month4;
    const [year, monthOfIso, dayOfIso] = (found.iso ?? '').split('-');
    const word = monthWord ?? found.weekday;
    // Beside its number a day is one in any case: "feb 5".
    const isNumbered = (found.day1 ?? found.day2 ?? found.year3 ?? found.year5) !== undefined;
    if (word !== undefined && !isNumbered && !CAPITAL.test(word)) continue;
    days.push({
      start: start + match.index,
      end: start + match.index + match[0].length,
      text: match[0],
      weekday: found.weekday === undefined ? null : weekdayNumber(found.weekday),
      month: monthWord === undefined ? numberIn(monthOfIso) : monthNumber(monthWord),
      day: numberIn(found.iso === undefined ? (found.day1 ?? found.day2) : dayOfIso),
      year: numberIn(
        found.iso === undefined ? (found.year1 ?? found.year2 ?? found.year3 ?? found.year4 ?? found.year5) : year,
      ),
    });
  }
  return days;
}

/** Whether another text says all of a day that a message says: "28 October" is in "Friday, October 28". */
export function isWrittenAlike(claimed: ClaimedDay, other: ClaimedDay): boolean {
  const parts = ['weekday', 'month', 'day', 'year'] as const;
  return parts.every((part) => claimed[part] === null || claimed[part] === other[part]);
}

/** How a day that a message names stands to a date in an article. */
export type DayMatch = 'same' | 'other' | 'unclear';

/** @param date 'YYYY-MM-DD', 'YYYY-MM' or 'YYYY'; one less precise than the claim leaves it unclear */
export function matchDay(claimed: ClaimedDay, date: string): DayMatch {
  const [year, month, day] = date.split('-').map(Number);
  const pairs: [number | null, number | undefined][] = [
    [claimed.year, year],
    [claimed.month, month],
    [claimed.day, day],
    [claimed.weekday, day === undefined ? undefined : weekdayOf(date)],
  ];
  const said = pairs.filter(([claim]) => claim !== null);
  if (said.some(([claim, source]) => source !== undefined && claim !== source)) return 'other';
  return said.some(([, source]) => source === undefined) ? 'unclear' : 'same';
}
