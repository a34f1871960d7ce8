import { addDays, addMonths, calendarDay, daysBetween, weekdayOf } from './calendar.js';
import { type DayWords, findDayWords } from './dayWords.js';
import type { Span } from './span.js';
import { directionOf, isSubjectOfPast, isTold } from './tense.js';

/** A day, month or year said in words, and what it means. */
export interface DayMention extends Span {
  /** As written: "on Thursday" is the mention "Thursday". */
  readonly text: string;
  /** 'YYYY-MM-DD', 'YYYY-MM' or 'YYYY': as precise as the source, no more. */
  readonly date: string;
}

/** The day that relative words count from: the dateline's, or the day of publication. */
export interface DayReference {
  /** 'YYYY-MM-DD'. */
  readonly date: string;
}

const WEEK = 7;
/** "last Thursday", said so few days after one, may mean that one or the one before. */
const LAST_IS_UNSURE = 3;
/** "next Friday", said so few days before one, may mean that one or the one after. */
const NEXT_IS_UNSURE = 3;
/** A bare month to come is seldom so many months ahead: "is expected to show that prices rose in September", said in October. */
const MONTHS_AHEAD = 9;
/** A date without a year that is so near ahead and so far behind is the one ahead: "Nov. 7", said in October. */
const NEAR_AHEAD = 60;
const FAR_BEHIND = 300;

/** What the words around a day tell of when it was. */
interface Telling {
  direction(): ReturnType<typeof directionOf>;
  /** Whether a verb beside it tells of what is over. */
  told(): boolean;
}

type Resolve = (words: DayWords, reference: string, telling: Telling) => string | null;

const weekdayDate: Resolve = (words, reference, { direction }) => {
  if (words.kind !== 'weekday') return null;
  const back = (weekdayOf(reference) - words.weekday + WEEK) % WEEK;
  const behind = addDays(reference, -back);
  const ahead = back === 0 ? reference : addDays(reference, WEEK - back);
  switch (words.modifier) {
    case 'last':
    case 'past':
    case 'this past':
      if (back === 0) return addDays(reference, -WEEK);
      return words.modifier === 'last' && back < LAST_IS_UNSURE ? null : behind;
    case 'next':
    case 'coming':
    case 'this coming':
      if (back === 0) return addDays(reference, WEEK);
      return words.modifier === 'next' && WEEK - back < NEXT_IS_UNSURE ? null : ahead;
    default: {
      const way = direction();
      if (words.modifier === 'this') return way === 'future' ? ahead : null;
      if (way === 'unsure') return back === 0 ? reference : null;
      return way === 'future' ? ahead : behind;
    }
  }
};

const dayOfMonthDate: Resolve = (words, reference, { direction, told }) => {
  if (words.kind !== 'dayOfMonth') return null;
  const { month, day } = words;
  const year = Number(reference.slice(0, 4));
  const days = [-1, 0, 1].map((step) => calendarDay(year + step, month, day)).filter((date) => date !== null);
  const behind = days.findLast((date) => daysBetween(date, reference) >= 0);
  const ahead = days.find((date) => daysBetween(reference, date) >= 0);
  if (!behind || !ahead) return behind ?? ahead ?? null;
  const toCome = daysBetween(reference, ahead);
  const gone = daysBetween(behind, reference);
  // Nobody says "will return on 3 March" of next year's a few days behind this year's without naming the year.
  if (direction() === 'future') return toCome >= FAR_BEHIND && gone <= NEAR_AHEAD ? null : ahead;
  if (toCome <= NEAR_AHEAD && gone >= FAR_BEHIND && !told()) return ahead;
  // Without a year, a day gone by is of the year of the article, unless that is far off both ways.
  if (told() && behind.startsWith(reference.slice(0, 4))) return behind;
  return gone <= toCome ? behind : null;
};

const monthDate: Resolve = (words, reference, { direction }) => {
  if (words.kind !== 'month') return null;
  const year = reference.slice(0, 4);
  const named = `${year}-${String(words.month).padStart(2, '0')}`;
  const now = reference.slice(0, 7);
  if (words.modifier === 'this') return named;
  const behind = named <= now ? named : addMonths(named, -12);
  const ahead = named >= now ? named : addMonths(named, 12);
  // "last June" is last year's June, or this year's: sure only when both are one.
  if (words.modifier === 'last') return behind.startsWith(year) ? null : behind;
  if (words.modifier === 'next') return ahead === now ? addMonths(now, 12) : ahead;
  if (direction() !== 'future') return behind;
  return addMonths(now, MONTHS_AHEAD) <= ahead ? null : ahead;
};

function resolve(words: DayWords, reference: string | null, telling: Telling): string | null {
  if (words.kind === 'full') return words.date;
  if (words.kind === 'year') return String(words.year);
  if (words.kind === 'month' && words.year !== null) return `${words.year}-${String(words.month).padStart(2, '0')}`;
  if (words.kind === 'dayOfMonth' && words.year !== null) return calendarDay(words.year, words.month, words.day);
  if (reference === null) return null;
  switch (words.kind) {
    case 'relativeDay':
      return addDays(reference, words.days);
    case 'relativeMonth':
      return addMonths(reference, words.months);
    case 'relativeYear':
      return String(Number(reference.slice(0, 4)) + words.years).padStart(4, '0');
    case 'weekday':
      return weekdayDate(words, reference, telling);
    case 'dayOfMonth':
      return dayOfMonthDate(words, reference, telling);
    case 'month':
      return monthDate(words, reference, telling);
    case 'fromOther':
      return null;
  }
}

const CALENDAR_DAY_LENGTH = 'YYYY-MM-DD'.length;

/** The days named so far, for "a day earlier": it counts from the one day among them, and from none of several. */
class NamedDays {
  readonly #days = new Set<string>();

  add(mentions: readonly DayMention[]): void {
    for (const { date } of mentions) if (date.length === CALENDAR_DAY_LENGTH) this.#days.add(date);
  }

  get only(): string | null {
    const [day] = this.#days;
    return this.#days.size === 1 && day !== undefined ? day : null;
  }
}

/** Three marks, what closes, and a letter behind it, in characters. */
const LONGEST_CLOSING = 5;
const CLOSES = /^[.,!?…]{0,3}["”’'»](?!\p{L})/u;

const JOINS_DAYS = /^\s*(?:and|to|until|till|through|[-–—])\s*$/;

/** Joined to another of its kind, one may have that one's year; "last June" has its own. */
function canHaveYear(words: DayWords): words is Extract<DayWords, { readonly kind: 'dayOfMonth' | 'month' }> {
  return words.kind === 'dayOfMonth' || (words.kind === 'month' && words.modifier === '');
}

/** "between 26 March and 1 April 2022": the year at the end is that of both, or the one before for "30 December". */
function withYearOfRange(text: string, found: readonly DayWords[]): DayWords[] {
  return found.map((words, at) => {
    const next = found[at + 1];
    if (!canHaveYear(words) || words.year !== null) return words;
    if (!next || !canHaveYear(next) || next.kind !== words.kind || next.year === null) return words;
    if (!JOINS_DAYS.test(text.slice(words.end, next.start))) return words;
    return { ...words, year: words.month > next.month ? next.year - 1 : next.year };
  });
}

/** 'His answer was "Tomorrow."' says the word; "Tomorrow never came" tells of no day. */
function isOnlyAWord(text: string, sentence: Span, words: DayWords): boolean {
  if (words.kind !== 'relativeDay') return false;
  const isQuotation =
    /["“”‘'«]$/.test(text.slice(Math.max(0, words.start - 1), words.start)) &&
    CLOSES.test(text.slice(words.end, words.end + LONGEST_CLOSING));
  return isQuotation || (words.days > 0 && isSubjectOfPast(text, sentence, words));
}

/**
 * The days, months and years named inside a span of text, in order; what is unsure is left out.
 * @param span a sentence or a few
 * @param reference the day that "Thursday" or "last month" count from; null resolves only dates that need none
 * @param context the text before the span that says which day "a day earlier" counts from, if any
 */
export function findDays(
  text: string,
  span: Span,
  reference: DayReference | null,
  context: Span = { start: span.start, end: span.start },
): DayMention[] {
  const found = withYearOfRange(text, findDayWords(text, span));
  const named = new NamedDays();
  if (found.some(({ kind }) => kind === 'fromOther')) named.add(findDays(text, context, reference));
  const mentions: DayMention[] = [];
  for (const words of found) {
    const { start, end } = words;
    if (isOnlyAWord(text, span, words)) continue;
    const date =
      words.kind === 'fromOther'
        ? named.only && addDays(named.only, words.days)
        : resolve(words, reference?.date ?? null, {
            direction: () => directionOf(text, span, words),
            told: () => isTold(text, span, words),
          });
    if (date === null) continue;
    mentions.push({ text: text.slice(start, end), start, end, date });
    named.add(mentions.slice(-1));
  }
  return mentions;
}
