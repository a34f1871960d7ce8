import { daysBetween } from '../corpus/calendar.js';
import type { DayMention } from '../corpus/days.js';
import { isAboutTheSame, likeness } from '../search/nearCopies.js';
import type { Clause } from './clauses.js';
import { canBeOne, daysOf } from './differences.js';

/** When something happened, no more precise than the source says. */
export interface When {
  /** 'YYYY-MM-DD', 'YYYY-MM' or 'YYYY', as `precision` says. */
  readonly date: string;
  readonly precision: 'day' | 'month' | 'year';
}

/** One article's telling of a dated happening. */
export interface Telling {
  readonly clause: Clause;
  /** The words that date it. */
  readonly words: DayMention;
  readonly when: When;
  /** The article speaks of it as still to come. */
  readonly expected: boolean;
}

const PRECISIONS: Readonly<Record<number, When['precision']>> = { 4: 'year', 7: 'month', 10: 'day' };

const TO_COME =
  /\b(?:will|would|shall|(?:is|are|was|were)\s+(?:expected|scheduled|due|set|slated|planned|likely)|plans?\s+to|to\s+be\s+held|upcoming)\b/i;

/** "said on Thursday that it would": the day is that of the saying, not of what is to come. */
const DAY_OF_SAYING =
  /\b(?:said|says|told|added|announced|reported|stated|warned|confirmed)(?:\s+(?!that\b)[^\s,;]+){0,4}\s*$/i;

/** "the first time since 2000" tells of now, and of 2000 only as the last time before. */
const LAST_TIME_BEFORE = /\bfirst\b.*\bsince\b|\bsince\s+at\s+least\b/i;

/** What a clause tells to have happened on a day, in a month, or in a year: one telling for each date it names. */
export function tellingsOf(clause: Clause): Telling[] {
  const { article } = clause;
  const text = article.text.slice(clause.start, clause.end);
  const today = article.dateline?.date ?? article.published.date;
  const dates = new Set<string>();
  return daysOf(clause).flatMap((words) => {
    const precision = PRECISIONS[words.date.length];
    if (precision === undefined || dates.has(words.date)) return [];
    if (precision !== 'day' && LAST_TIME_BEFORE.test(text)) return [];
    dates.add(words.date);
    return [{ clause, words, when: { date: words.date, precision }, expected: isExpected(words, clause, today) }];
  });
}

function isExpected({ date, start }: DayMention, clause: Clause, today: string | null): boolean {
  const now = today?.slice(0, date.length);
  if (now !== undefined && date !== now) return date > now;
  const { text } = clause.article;
  return TO_COME.test(text.slice(clause.start, clause.end)) && !DAY_OF_SAYING.test(text.slice(clause.start, start));
}

/** Sources that give one happening different days are seldom further apart; what is further apart recurs. */
const FURTHEST_APART = 7;
/** Tellings of one month or year need less in common than two of one day, on which much else happens. */
const LIKE_IN_ONE_MONTH = 0.4;
const SHARED_IN_ONE_MONTH = 4;

/** How surely two tellings are of one happening, or null. Other days are no obstacle when the rest is the same. */
export function sameHappening(a: Telling, b: Telling): number | null {
  const { ofShorter, ofLonger, count } = likeness(a.clause, b.clause);
  const strength = ofShorter + ofLonger;
  const sameDate = canBeOne(a.when.date, b.when.date);
  if (a.clause.article === b.clause.article) return sameDate && isAboutTheSame(a.clause, b.clause) ? strength : null;
  if (sameDate) {
    if (isAboutTheSame(a.clause, b.clause)) return 1 + strength;
    const rough = a.when.precision !== 'day' && b.when.precision !== 'day';
    return rough && ofShorter >= LIKE_IN_ONE_MONTH && count >= SHARED_IN_ONE_MONTH ? 1 + strength : null;
  }
  if (a.when.precision !== 'day' || b.when.precision !== 'day') return null;
  if (Math.abs(daysBetween(a.when.date, b.when.date)) > FURTHEST_APART) return null;
  return isAboutTheSame(a.clause, b.clause) || isOneArrival(a.clause, b.clause) ? strength : null;
}

/** "arrived on Wednesday" and "has been on a visit since Wednesday" tell of one arrival: somebody's, somewhere. */
function isOneArrival(a: Clause, b: Clause): boolean {
  if (!isArrival(a) || !isArrival(b)) return false;
  const [first, names] = [namesOf(a), new Set(namesOf(b))];
  const who = first[0];
  return who !== undefined && names.has(who) && first.filter((name) => names.has(name)).length > 1;
}

function namesOf({ words }: Clause): string[] {
  return words.filter((word) => word.name).map((word) => word.key);
}

function isArrival(clause: Clause): boolean {
  if (clause.content.has('ARRIVE')) return true;
  const text = clause.article.text.slice(clause.start, clause.end);
  return clause.content.has('VISIT') && /\b(?:has|have)\s+been\b.*\bsince\b/i.test(text);
}
