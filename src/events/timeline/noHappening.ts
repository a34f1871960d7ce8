import { calledOff } from '../../english/calledOff.js';
import { dayClause } from '../../english/dayClause.js';
import type { DayMention } from '../../english/days.js';
import { isDenied } from '../../english/denied.js';
import { isSupposed } from '../../english/supposed.js';
import type { Clause } from '../../statements/clauses.js';
import { isDayOfSaying } from '../../statements/differences.js';

const CALENDAR_DAY_LENGTH = 'YYYY-MM-DD'.length;

/**
 * Whether a day is named of which nothing is told to have happened or to come: a plan for it came to nothing, it is only supposed or
 * denied, only a report was on it, or an article was written.
 */
export function isNoHappening(day: DayMention, clause: Clause): boolean {
  return !isTold(day, clause) || onlyDatesReport(day, clause) || isDatelineAlone(day, clause);
}

/** Whether a sentence tells of a day that something happened or is to happen, and does not only suppose it, deny it, or say that a plan came to nothing. */
function isTold(words: DayMention, { article, sentence, ...clause }: Clause): boolean {
  const whole = article.sentences[sentence] ?? clause;
  const around = dayClause(article.text, whole, words);
  return calledOff(around) === null && !isSupposed(around) && !isDenied(article.text, whole, words);
}

/** ", the hospital said on | Wednesday." */
const REPORTED = /,\s[^,;]{0,80}?\b(?:said|says|added|told|reported|confirmed)\b[^,;]{0,40}$/;
/** Who says so, and when, is not longer, in characters. */
const LONGEST_REPORT = 140;

/** Whether a day at the end of a sentence is only that of the report of what happened on another: "erupted on Tuesday, the hospital said on Wednesday". */
function onlyDatesReport(day: DayMention, clause: Clause): boolean {
  const { article, sentence, days } = clause;
  const { start, end } = article.sentences[sentence] ?? clause;
  // "600 deaths, with 40 reported in 2022": a month or a year is seldom that of a report.
  if (day.date.length !== CALENDAR_DAY_LENGTH) return false;
  if (/[\p{L}\p{N}]/u.test(article.text.slice(day.end, end)) || !isDayOfSaying(clause, day)) return false;
  const ahead = article.text.slice(Math.max(start, day.start - LONGEST_REPORT), day.start);
  const found = REPORTED.exec(ahead);
  if (found === null) return false;
  const report = day.start - ahead.length + found.index;
  return days.all.some((other) => other.date.length === day.date.length && start <= other.start && other.end <= report);
}

/** "London, ", "Rio de Janeiro, Brazil, ". */
const PLACE =
  /^[^\p{L}\p{N}]*(?:\p{Lu}[\p{L}.'’-]{0,30}(?: (?:(?:de|da|do|del|la|le|of|the) )?\p{Lu}[\p{L}.'’-]{0,30}){0,3}(?:, \p{Lu}[\p{L}.'’-]{0,30}(?: \p{Lu}[\p{L}.'’-]{0,30}){0,2})?, )?$/u;

/** Whether a sentence is nothing but a day, or a place and a day: "London, 10 June 2024." says where and when an article was written. */
function isDatelineAlone(day: DayMention, { article, sentence, ...clause }: Clause): boolean {
  const { start, end } = article.sentences[sentence] ?? clause;
  return !/[\p{L}\p{N}]/u.test(article.text.slice(day.end, end)) && PLACE.test(article.text.slice(start, day.start));
}
