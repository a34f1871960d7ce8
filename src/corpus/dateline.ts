import { addDays, calendarDay, daysBetween, monthNumber } from '../english/calendar.js';
import { SHORT_MONTH } from '../english/calendarPatterns.js';
import type { Span } from '../english/span.js';
import { agencyList } from './agencies.js';
import type { Dateline, DatelineDay } from './article.js';

/** A dateline as found, before its day is placed in a year. */
export interface DatelineParts extends Span {
  readonly place: string | null;
  readonly agencies: readonly string[];
  /** "CNN" in "New York CNN —". */
  readonly outlet: string | null;
  readonly day: DatelineDay | null;
}

const DATELINE_MONTH = `(?:${SHORT_MONTH}|May)[a-z]*\\.?`;
const DAY = `(?:${DATELINE_MONTH} \\d{1,2}(?:st|nd|rd|th)?(?:,? \\d{4})?|\\d{1,2}(?:st|nd|rd|th)? ${DATELINE_MONTH}(?:,? \\d{4})?)`;
const NAME = "\\p{Lu}[\\p{L}.'’-]*";
/** "RIO DE JANEIRO", "ISLE OF MAN": a word can be read in one way only, or a line of them would take for ever. */
const CAPITALS = "\\p{Lu}[\\p{Lu}.'’-]+(?: \\p{Lu}[\\p{Lu}.'’-]+){0,9}";
const REGION = `(?:, ${NAME}(?: ${NAME}){0,2})?`;
const SOURCE = '\\(([^()]{2,40})\\)';
const DASH = '(?:\\s?[–—]\\s*|\\s--?\\s+)';
/** Also a colon, with the space that "RELATED:Link" lacks. */
const END = `(?:\\s?:\\s+|${DASH})`;

/** "SEOUL, Oct 19: ", "PYONGYANG (AFP) - ", "KORTRIJK, Belgium — ", "MOSCOW, October 19, 2023 (Reuters) — ". */
const WIRE = new RegExp(
  `^(?<place>${CAPITALS}${REGION})(?:,? (?<day>${DAY}))?(?:,? ${SOURCE})?(?:,? (?<late>${DAY}))?${END}(?=["“‘'\\p{Lu}\\p{N}])`,
  'u',
);
/** "Seoul, Oct 19 (Reuters) - ", "Washington (AP) — ": a place in lower case needs a day or an agency beside it. */
const PLAIN = new RegExp(
  `^(?<place>${NAME}(?: ${NAME}){0,3}${REGION})(?:,? (?<day>${DAY})(?:,? ${SOURCE})?|,? ${SOURCE})${END}`,
  'u',
);
/** "New York CNN —", "CNN Business —", "(CNN) ": the house's own mark; what follows may stand in the next paragraph. */
const HOUSE = new RegExp(
  `^(?<place>${NAME}(?: ${NAME}){0,3}${REGION} )?(?:(?<outlet>CNN)(?: (?:Business|Underscored|Sport|Travel))?\\s+[–—-]+|\\((?<marked>CNN)(?: Business)?\\)(?:\\s*[–—-]+)?)(?=\\s|$)\\s*`,
  'u',
);
const MONTH_FIRST = /^([A-Za-z]+)\.? (\d{1,2})\w*(?:,? (\d{4}))?$/;
const DAY_FIRST = /^(\d{1,2})\w* ([A-Za-z]+)\.?(?:,? (\d{4}))?$/;
/** Capitals before a colon or dash that are no place. */
const NO_PLACE =
  /^(?:BREAKING|UPDATED?|EXCLUSIVE|WATCH|LIVE|OPINION|ANALYSIS|VIDEO|PHOTOS?|NOTE|EDITOR|CORRECTIONS?|CLARIFICATIONS?|FACT|MORE|READ|CNN)\b/;
/** Longest dateline that is looked for. */
const LONGEST = 120;

function dayParts(written: string): DatelineDay | null {
  const monthFirst = MONTH_FIRST.exec(written);
  const dayFirst = DAY_FIRST.exec(written);
  const month = monthNumber(monthFirst?.[1] ?? dayFirst?.[2] ?? '');
  const year = monthFirst?.[3] ?? dayFirst?.[3];
  if (month === null) return null;
  return { month, day: Number(monthFirst?.[2] ?? dayFirst?.[1]), year: year === undefined ? null : Number(year) };
}

/** The dateline at the head of a paragraph, its span up to the first word of the text, or null. */
export function findDateline(text: string, span: Span): DatelineParts | null {
  const head = text.slice(span.start, Math.min(span.end, span.start + LONGEST));
  const house = HOUSE.exec(head);
  const found = house ?? WIRE.exec(head) ?? PLAIN.exec(head);
  if (!found || (!house && NO_PLACE.test(head))) return null;
  const agencies = house ? [] : found.slice(1).flatMap((part) => (part ? agencyList(part) : []));
  const written = found.groups?.day ?? found.groups?.late;
  return {
    start: span.start,
    end: span.start + found[0].length,
    place: found.groups?.place?.trim() ?? null,
    agencies,
    outlet: house ? 'CNN' : null,
    day: written ? dayParts(written) : null,
  };
}

/** A dateline without a year is of the last such day that is not after its article, give or take a time zone. */
const TIME_ZONE_DAYS = 1;

/**
 * Places a dateline's day in a year.
 * @param published the article's own day, or null when it has none; without it a day needs its year written out
 */
export function placeDateline(parts: DatelineParts, published: string | null): Dateline {
  const { start, end, place, day } = parts;
  let date: string | null = null;
  if (day?.year) date = calendarDay(day.year, day.month, day.day);
  else if (day && published) {
    const year = Number(published.slice(0, 4));
    const days = [year + 1, year, year - 1].map((y) => calendarDay(y, day.month, day.day));
    const latest = addDays(published, TIME_ZONE_DAYS);
    date = days.find((d) => d !== null && daysBetween(d, latest) >= 0) ?? null;
  }
  return { start, end, place, day, date };
}
