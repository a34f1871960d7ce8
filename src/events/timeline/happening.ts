import { daysBetween } from '../../english/calendar.js';
import type { DayMention } from '../../english/days.js';
import { directionOf } from '../../english/tense.js';
import type { Clause } from '../../statements/clauses.js';
import type { CopyDetector } from '../../statements/copies.js';
import { canBeOne, couldBeOneDay, daysOf, isSurelyTheSame, tellOneDeed } from '../../statements/differences.js';
import { isNameWord } from '../../statements/names.js';
import { likeness, namesAgree, saysTheSame } from '../../statements/similarity.js';
import { type DatedDeed, datedDeed } from './datedDeed.js';
import { isNoHappening } from './noHappening.js';

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
  /** Other dates that the same clause names. */
  readonly others: ReadonlySet<string>;
  /** What the day belongs to; read when first asked for, as most tellings are only compared. */
  readonly deed: () => DatedDeed | null;
}

/** Whether what happened on the day is that somebody said something. */
export function isSayingDated({ deed }: Telling): boolean {
  return deed()?.manner === 'said';
}

/** What is read when first asked for, and once. */
function readOnce<T>(read: () => T): () => T {
  let known: { readonly value: T } | undefined;
  return () => {
    known ??= { value: read() };
    return known.value;
  };
}

const PRECISIONS: Readonly<Record<number, When['precision']>> = { 4: 'year', 7: 'month', 10: 'day' };

/** "the first time since 2000", "the lowest level since the floods of 2000": tells of now, and of the year only as the last time before. */
const LAST_TIME_BEFORE =
  /\b(?:first|second|third|fourth|fifth|most|least|worst|best|\p{Ll}{3,}est)\b[^.;]*\bsince\b[^,;.]{0,60}$|\bsince\s+at\s+least\b/iu;
/** "from 1950 | to | 1951", "between 26 March | and | 1 April": one stretch, which begins on the first. */
const JOINS_RANGE = /^(?:\s+(?:to|until|till|through)\s+|\s?[-–—]\s?)(?:early |late |mid-?|the )?$/i;
/** "between the " is not longer, in characters. */
const LONGEST_LEAD = 20;
const BETWEEN = /\bbetween\s+(?:early |late |mid-?|the )?$/i;

/** What a clause tells to have happened on a day, in a month, or in a year: one telling for each date it names. */
export function tellingsOf(clause: Clause): Telling[] {
  const { article } = clause;
  const days = daysOf(clause);
  const today = article.dateline?.date ?? article.published.date;
  const dates = new Set<string>();
  return days.flatMap((words, at) => {
    const precision = PRECISIONS[words.date.length];
    if (precision === undefined || dates.has(words.date) || endsRange(article.text, days[at - 1], words)) return [];
    if (precision !== 'day' && LAST_TIME_BEFORE.test(article.text.slice(clause.start, words.start))) return [];
    if (isNoHappening(words, clause)) return [];
    dates.add(words.date);
    const others = new Set(days.map(({ date }) => date).filter((date) => date !== words.date));
    const expected = isExpected(words, clause, today);
    const deed = readOnce(() => datedDeed(clause, words));
    return [{ clause, words, when: { date: words.date, precision }, expected, others, deed }];
  });
}

/** Whether a day is only the end of a stretch of time that begins with the one before. */
function endsRange(text: string, first: DayMention | undefined, last: DayMention): boolean {
  if (first === undefined || first.date.length !== last.date.length) return false;
  const joint = text.slice(first.end, last.start);
  if (JOINS_RANGE.test(joint)) return true;
  return /^\s+and\s+$/i.test(joint) && BETWEEN.test(text.slice(Math.max(0, first.start - LONGEST_LEAD), first.start));
}

/** What "had been set to" happen on the day is told because it did not. */
const GIVEN_UP = /\bhad\s+been\b/i;

function isExpected(words: DayMention, clause: Clause, today: string | null): boolean {
  const { date } = words;
  const now = today?.slice(0, date.length);
  if (now !== undefined && date !== now) return date > now;
  const { article, sentence } = clause;
  if (GIVEN_UP.test(article.text.slice(clause.start, clause.end))) return false;
  return directionOf(article.text, article.sentences[sentence] ?? clause, words) === 'future';
}

/** A copied line that says "Wednesday" tells of one Wednesday, be it printed again weeks later. */
const REPRINTED_WITHIN = 31;
/** Tellings of one month or year need less in common than two of one day, on which much else happens. */
const LIKE_IN_ONE_MONTH = 0.4;
const SHARED_IN_ONE_MONTH = 4;

/** How surely two tellings are of one happening, or null. Other days are no obstacle when the rest is the same. */
export function sameHappening(a: Telling, b: Telling, copies: CopyDetector): number | null {
  const { ofShorter, ofLonger, count } = likeness(a.clause, b.clause);
  const strength = ofShorter + ofLonger;
  const isSame = saysTheSame(a.clause, b.clause) && namesAgree(a.clause, b.clause);
  if (canBeOne(a.when.date, b.when.date)) {
    if (isSame) return 1 + strength;
    const alike = ofShorter >= LIKE_IN_ONE_MONTH && count >= SHARED_IN_ONE_MONTH && sharesPlainWord(a.clause, b.clause);
    return alike && isOfOneMonth(a, b) ? 1 + strength : null;
  }
  if (a.clause.article === b.clause.article) return null;
  if (a.when.precision !== 'day' || b.when.precision !== 'day') return null;
  if (isReprint(a, b, copies)) return 1 + strength;
  if (a.others.has(b.when.date) || b.others.has(a.when.date)) return null;
  if (!couldBeOneDay(a.when.date, b.when.date)) return null;
  if (isOneArrival(a.clause, b.clause)) return strength;
  const isOneDeed = isSurelyTheSame(a.clause, b.clause) && tellOneDeed(a.clause, b.clause);
  return isSame && isOneDeed ? strength : null;
}

/** Both name one month, or one year, and were written about the same time. */
function isOfOneMonth(a: Telling, b: Telling): boolean {
  if (a.when.precision === 'day' || a.when.date !== b.when.date || a.clause.article === b.clause.article) return false;
  const [written, other] = [a.clause.article.published.date, b.clause.article.published.date];
  return written === null || other === null || Math.abs(daysBetween(written, other)) <= REPRINTED_WITHIN;
}

function sharesPlainWord(a: Clause, b: Clause): boolean {
  return a.words.some((word) => word.content && !word.name && b.content.has(word.key));
}

/**
 * Whether one telling is the other printed again on a later day: copied words that name no date but "Wednesday" or
 * "last month", which then counts from the first print.
 */
export function isReprint(a: Telling, b: Telling, copies: CopyDetector): boolean {
  if (a.words.text.toLowerCase() !== b.words.text.toLowerCase() || /\d/.test(a.words.text)) return false;
  const apart = a.when.precision === 'day' && b.when.precision === 'day' && daysBetween(a.when.date, b.when.date);
  return apart !== false && Math.abs(apart) <= REPRINTED_WITHIN && copies.isWireCopy(a.clause, b.clause);
}

/** "arrived on Wednesday" and "has been on a visit since Wednesday" tell of one arrival: somebody's, somewhere. */
function isOneArrival(a: Clause, b: Clause): boolean {
  if (!isArrival(a) || !isArrival(b)) return false;
  const [first, names] = [namesOf(a), new Set(namesOf(b))];
  const who = first[0];
  return who !== undefined && names.has(who) && first.filter((name) => names.has(name)).length > 1;
}

/** The words of the names in a clause. */
function namesOf({ words }: Clause): string[] {
  return words.filter(isNameWord).map((word) => word.key);
}

function isArrival(clause: Clause): boolean {
  if (clause.content.has('ARRIVE')) return true;
  const text = clause.article.text.slice(clause.start, clause.end);
  return clause.content.has('VISIT') && /\b(?:has|have)\s+been\b.*\bsince\b/i.test(text);
}
