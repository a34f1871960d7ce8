import { calendarDay, isCalendarDay, monthNumber } from './calendar.js';
import { WEEKDAY } from './calendarPatterns.js';
import { plainSpaces } from './visibleText.js';

/** A day as a page, a feed or an owner writes it, and where it stands. */
export interface WrittenDate {
  /** 'YYYY-MM-DD': the day as written, in whatever time zone that was. */
  readonly date: string;
  /** Where in the text it begins and ends; a weekday before it and a time joined by "T" belong to it. */
  readonly start: number;
  readonly end: number;
}

const DAY_NAME = `(?:(?:${WEEKDAY}|Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)\\.?,? )?`;
const DATE = new RegExp(
  [
    '(?<iso>\\d{4}-\\d{2}-\\d{2})(?:T\\S{0,30})?(?![\\d-])',
    `${DAY_NAME}(?<day1>\\d{1,2})(?:st|nd|rd|th)?(?: of)? (?<month1>[a-z]{3,9})\\.?,? (?<year1>\\d{4})\\b`,
    `${DAY_NAME}(?<month2>[a-z]{3,9})\\.? (?<day2>\\d{1,2})(?:st|nd|rd|th)?,? (?<year2>\\d{4})\\b`,
  ]
    .map((pattern) => `(?:${pattern})`)
    .join('|'),
  'iu',
);

/**
 * The first day in a text that says its year: "2023-10-20T09:15:00Z", "Fri, 20 Oct 2023 10:05 GMT", "March 7, 2026". "05/06/2026" is
 * none: it is two days, one on each side of an ocean.
 * @returns null when there is none, or none of the calendar
 */
export function findWrittenDate(text: string): WrittenDate | null {
  const found = DATE.exec(plainSpaces(text));
  const { iso, day1, month1, year1, day2, month2, year2 } = found?.groups ?? {};
  if (!found) return null;
  const place = { start: found.index, end: found.index + found[0].length };
  if (iso) return isCalendarDay(iso) ? { date: iso, ...place } : null;
  const month = monthNumber(month1 ?? month2 ?? '');
  const date = month === null ? null : calendarDay(Number(year1 ?? year2), month, Number(day1 ?? day2));
  return date === null ? null : { date, ...place };
}

/** A time, a time zone, and what pages put between: what may stand behind a date that is alone on its line. */
const BESIDE_DATE =
  /^(?:\d{1,2}(?:[:.h]\d{2}){0,2}(?:am|pm|AM|PM|[zZ])?|[ap]\.?m\.?|[AP]\.?M\.?|at|At|on|On|[Nn]oon|[Mm]idnight|[A-Z]{1,5}|[+-]\d{2}:?\d{2})$/;

/** Whether a text holds nothing but times, time zones and marks. */
export function isOnlyTime(text: string): boolean {
  const words = text.split(/[\s,;|·•/()–—]+|^-|-$/u).filter(Boolean);
  return words.every((word) => BESIDE_DATE.test(word));
}

/** The day that a whole text is, with or without a time behind it; null when it says anything else. */
export function readWrittenDate(text: string): string | null {
  const found = findWrittenDate(text);
  if (!found || text.slice(0, found.start).trim() !== '' || !isOnlyTime(text.slice(found.end))) return null;
  return found.date;
}
