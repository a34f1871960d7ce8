import { daysBetween } from '../english/calendar.js';
import { LOWER_WEEKDAY, WEEKDAY } from '../english/calendarPatterns.js';
import type { DayMention } from '../english/days.js';
import { isOneGovernment } from '../english/governments.js';
import { DAY_OF_SAYING_VERBS } from '../english/lists/sayingVerbs.js';
import { alternatives } from '../english/lists/wordList.js';
import { overlapsAny, type Span } from '../english/span.js';
import { align, printed } from './alignment.js';
import type { Clause } from './clauses.js';
import { conflictingFigures, type Figure, haveOtherFigures, withLimit } from './figures.js';
import { looseNumbers } from './looseNumbers.js';
import type { Mismatch } from './mismatch.js';
import { mismatchedNameLists } from './nameLists.js';
import { isNameWord, isSameName, namesIn } from './names.js';
import { areOnlyProspects } from './prospects.js';
import { likeness, namesAgree, saysTheSame } from './similarity.js';
import type { Statement } from './statement.js';
import { isTakenBack } from './takenBack.js';
import { spanOfWords, type Word } from './word.js';

/** What names days: a clause, or a line with those that were looked for in it. */
export type Dated = Pick<Clause, 'article' | 'days' | 'start' | 'end'>;

/** The days that a clause names, without the dateline, which dates the report and not the deed. */
export function daysOf({ article, days, start, end }: Dated): DayMention[] {
  return days.all.filter((day) => start <= day.start && day.end <= end && (article.dateline?.end ?? 0) <= day.start);
}

/** "said on Thursday that it would": the day is that of the saying, not of what is said. */
const DAY_OF_SAYING = new RegExp(
  String.raw`\b(?:${alternatives(DAY_OF_SAYING_VERBS)})(?:\s+(?!that\b)[^\s,;]+){0,4}\s*$`,
  'i',
);

/** Whether a day in a clause is the day of a saying. */
export function isDayOfSaying({ article, start }: Pick<Clause, 'article' | 'start'>, day: DayMention): boolean {
  return DAY_OF_SAYING.test(article.text.slice(start, day.start));
}

/** Whether two dates can be one: "2023-10" and "2023-10-19" can. */
export function canBeOne(a: string, b: string): boolean {
  return a.startsWith(b) || b.startsWith(a);
}

/** Sources that give one happening different days are seldom further apart; what is further apart recurs. */
const DAYS_APART = 3;

/** Whether two days, or two months or years, are so near that sources may mean one happening by them. */
export function couldBeOneDay(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  const [year = 0, month = 1, day] = a.split('-').map(Number);
  const [otherYear = 0, otherMonth = 1] = b.split('-').map(Number);
  if (day !== undefined) return Math.abs(daysBetween(a, b)) <= DAYS_APART;
  const months = Math.abs((year - otherYear) * 12 + month - otherMonth);
  return months <= (a.includes('-') ? 1 : 12);
}

/** Days that one gives and the other gives differently, when no day of one can be a day of the other. */
export function mismatchedDays(a: readonly DayMention[], b: readonly DayMention[]): Mismatch[] {
  if (a.some((one) => b.some((other) => canBeOne(one.date, other.date)))) return [];
  for (const ofA of a) {
    // "today" in a line that is printed again the next day is no other day.
    const isOther = ({ text }: DayMention) => text.toLowerCase() !== ofA.text.toLowerCase();
    const ofB = b.find((other) => isOther(other) && couldBeOneDay(ofA.date, other.date));
    if (ofB !== undefined) return [{ what: 'day', ofA, ofB }];
  }
  return [];
}

/** Sources rarely count one thing so differently; what is this many times as much is another thing. */
const TIMES_APART = 4;

/** "30" in one and "more than 30" in the other is one count, told more and less exactly; "fewer than 30" is another. */
function isDifference([one, other]: readonly [Figure, Figure]): boolean {
  return one.value !== other.value || (one.bound !== null && other.bound !== null);
}

/** Figures that count the same thing and are not equal, between sources. */
function mismatchedCounts(a: Statement, b: Statement): Mismatch[] {
  return conflictingFigures(a, b)
    .filter(isDifference)
    .filter(([one, other]) => Math.max(one.value, other.value) <= TIMES_APART * Math.min(one.value, other.value))
    .map(([ofA, ofB]) => ({ what: 'number', ofA, ofB }));
}

/** Figures that count the same thing and are not equal; of one number those with the words that limit them. */
export function mismatchedFigures(a: Statement, b: Statement): Mismatch[] {
  return conflictingFigures(a, b).map(([ofA, ofB]) =>
    ofA.value === ofB.value
      ? { what: 'number', ofA: withLimit(a, ofA), ofB: withLimit(b, ofB) }
      : { what: 'number', ofA, ofB },
  );
}

/** Runs of words between quotation marks. */
function quotationsOf({ words }: Statement): Word[][] {
  const runs: Word[][] = [];
  words.forEach((word, i) => {
    if (!word.quoted) return;
    if (words[i - 1]?.quoted) runs.at(-1)?.push(word);
    else runs.push([word]);
  });
  return runs;
}

/** Two quotations are of the same words when they share this much of the shorter, ... */
const SAME_QUOTATION = 0.6;
/** ... and at least so many words. */
const SAME_QUOTED_WORDS = 3;
/** With more places than this where they part, whole quotations are easier to read than the places. */
const FEW_PLACES = 2;
/** The same for a place of more words than this. */
const LONGEST_PLACE = 4;

/** Where two sources put the same quotation in other words: a translator's choice, an editor's, or a slip. */
function mismatchedQuotations(a: Statement, b: Statement): Mismatch[] {
  const mismatches: Mismatch[] = [];
  for (const ofA of quotationsOf(a)) {
    for (const ofB of quotationsOf(b)) {
      const { equal, replacements } = align(ofA, ofB);
      if (equal < SAME_QUOTED_WORDS || equal < SAME_QUOTATION * Math.min(ofA.length, ofB.length)) continue;
      const places = replacements.filter((place) => hasContent(place.ofA) && hasContent(place.ofB));
      if (isPartOf(ofA, ofB) || isPartOf(ofB, ofA)) continue;
      if (places.length > FEW_PLACES || places.some(isLong))
        mismatches.push({ what: 'wording', ofA: spanOfWords(ofA), ofB: spanOfWords(ofB) });
      else for (const place of places) mismatches.push({ what: 'wording', ...withWordBefore(ofA, ofB, place) });
    }
  }
  return mismatches;
}

/** Quoting less of the same words is no difference. */
function isPartOf(some: readonly Word[], all: readonly Word[]): boolean {
  const spaced = (words: readonly Word[]) => ` ${words.map(printed).join(' ')} `;
  return spaced(all).includes(spaced(some));
}

function isLong({ ofA, ofB }: { ofA: readonly Word[]; ofB: readonly Word[] }): boolean {
  return Math.max(ofA.length, ofB.length) > LONGEST_PLACE;
}

// "as well as" for "and" is no difference in what was said.
function hasContent(words: readonly Word[]): boolean {
  return words.some((word) => word.content && word.text.toLowerCase() !== 'well');
}

/** "nuclear elements" says more than "elements": takes the word along that both have before. */
function withWordBefore(
  a: readonly Word[],
  b: readonly Word[],
  place: { ofA: readonly Word[]; ofB: readonly Word[] },
): { ofA: Span; ofB: Span } {
  const extend = (all: readonly Word[], words: readonly Word[]) => {
    const at = words[0] === undefined ? 0 : all.indexOf(words[0]);
    return spanOfWords(at > 0 ? all.slice(at - 1, at + words.length) : words);
  };
  return { ofA: extend(a, place.ofA), ofB: extend(b, place.ofB) };
}

/** Longest name that is taken for one: "Russian Foreign Minister Sergei Lavrov". */
const LONGEST_NAME = 5;

/** A name stands in another's place only where this share of the shorter's words stands in both, in the same order. */
const SAME_FRAME = 0.6;

/** One name in the other's place, with the same words on both sides: "in Pyongyang on", "in Moscow on". */
export function mismatchedNames(a: Statement, b: Statement): Mismatch[] {
  const { equal, replacements } = align(a.words, b.words);
  if (equal < SAME_FRAME * Math.min(a.words.length, b.words.length)) return [];
  return replacements
    .filter(({ ofA, ofB, next }) => {
      const named = (words: readonly Word[]) => words.length <= LONGEST_NAME && words.every(isNameWord);
      // "President Biden" and "Joe Biden" are one.
      if (isNameWord(next)) return false;
      return named(ofA) && named(ofB) && !sharesName(ofA, ofB, a, b) && !isSeatOf(ofA, ofB);
    })
    .map(({ ofA, ofB }) => ({ what: 'name', ofA: spanOfWords(ofA), ofB: spanOfWords(ofB) }));
}

function isSeatOf(ofA: readonly Word[], ofB: readonly Word[]): boolean {
  const written = (words: readonly Word[]) => words.map((word) => word.text).join(' ');
  return isOneGovernment(written(ofA), written(ofB));
}

/** "Kim" and "Kim Jong Un" are one; and a name that the other statement has elsewhere is not missing there. */
function sharesName(ofA: readonly Word[], ofB: readonly Word[], a: Statement, b: Statement): boolean {
  return ofA.some((word) => b.content.has(word.key)) || ofB.some((word) => a.content.has(word.key));
}

/** A different day, figure or name is one only between statements that have this much of the shorter in common, ... */
const SURE_OF_SHORTER = 0.55;
/** ... and this much of the longer; else they tell two things. */
const SURE_OF_LONGER = 0.4;

/** Whether two statements are so alike that what is other in them is a difference and not another thing. */
export function isSurelyTheSame(a: Statement, b: Statement): boolean {
  const { ofShorter, ofLonger } = likeness(a, b);
  return ofShorter >= SURE_OF_SHORTER && ofLonger >= SURE_OF_LONGER;
}

/** Articles on one happening are published within so many days of each other; later ones tell of what came after. */
const PUBLISHED_APART = 3;

/** Whether two articles can be on one happening. */
export function areOfOneTime({ article: a }: Clause, { article: b }: Clause): boolean {
  const [one, other] = [a.published.date, b.published.date];
  return one === null || other === null || Math.abs(daysBetween(one, other)) <= PUBLISHED_APART;
}

/** Where both articles have both names, the lines tell of one and of the other, and nobody is in another's place. */
function isNamedInBoth({ article: a }: Clause, { article: b }: Clause, { ofA, ofB }: Mismatch): boolean {
  return a.text.includes(b.text.slice(ofB.start, ofB.end)) && b.text.includes(a.text.slice(ofA.start, ofA.end));
}

/** What is told of somebody stands first in a clause, behind the names: this many words are looked at. */
const FIRST_WORDS = 2;

/**
 * Whether two clauses tell the same deed, and not two deeds of which one is told with the other ("advisers voted for
 * the vaccine", "the agency authorized the vaccine").
 */
export function tellOneDeed(a: Statement, b: Statement): boolean {
  const [first, other] = [a, b].map(({ words }) =>
    words.filter((word) => word.content && !word.name && word.number === null).map((word) => word.key),
  );
  const isAmongFirst = (key: string | undefined, keys: readonly string[] | undefined) =>
    key !== undefined && keys?.slice(0, FIRST_WORDS).includes(key) === true;
  return isAmongFirst(first?.[0], other) || isAmongFirst(other?.[0], first);
}

/** One may speak of a thing on any day; the days on which it happened are what sources differ in. */
export function daysOfDeeds(clause: Dated): DayMention[] {
  return daysOf(clause).filter((day) => !isDayOfSaying(clause, day));
}

/** Everything in which two clauses about the same thing part. */
export function mismatches(a: Clause, b: Clause): Mismatch[] {
  if (!areOfOneTime(a, b)) return [];
  const loose = [...mismatchedNameLists(a.article.text, a, b.article.text, b), ...mismatchedQuotations(a, b)];
  if (!isSurelyTheSame(a, b)) return loose;
  const names = mismatchedNames(a, b).filter((mismatch) => !isNamedInBoth(a, b, mismatch));
  if (!namesAgree(a, b)) return [...names, ...loose];
  const days = tellOneDeed(a, b) ? mismatchedDays(daysOfDeeds(a), daysOfDeeds(b)) : [];
  return [...days, ...mismatchedCounts(a, b), ...names, ...loose];
}

/**
 * Whether two clauses say the same and nothing else: one deed by the same people, and no number, limit, day, name or denial in one
 * that differs in the other. Only of such may it be said that they are alike.
 */
export function sayAlike(a: Clause, b: Clause): boolean {
  if (!saysTheSame(a, b) || mismatchedNames(a, b).length > 0) return false;
  if (mismatchedNameLists(a.article.text, a, b.article.text, b).length > 0) return false;
  if (haveOtherFigures(a, b) || haveOtherNumbers(a, b) || nameEachOthers(a, b)) return false;
  // "plans to sell" and "sold".
  if (areOnlyProspects(a, b.traits.deeds) !== areOnlyProspects(b, a.traits.deeds)) return false;
  return !giveOtherDays(a, b) && !giveOtherWeekdays(a, b) && isTakenBack(a) === isTakenBack(b);
}

/** Whether each of two lists has an item that the other lacks: then one may stand in the other's place. Pairs are one to one. */
export function partBothWays<T>(a: readonly T[], b: readonly T[], areOne: (one: T, other: T) => boolean): boolean {
  const left = [...b];
  const lacking = a.filter((item) => {
    const at = left.findIndex((other) => areOne(item, other));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  return lacking.length > 0 && left.length > 0;
}

/** Whether each counts otherwise where no figure does: "hundreds" and "dozens". */
function haveOtherNumbers(a: Statement, b: Statement): boolean {
  const [ofA, ofB] = [a, b].map(({ words, figures }) =>
    looseNumbers(words.filter((word) => !overlapsAny(word, figures))),
  );
  return partBothWays(ofA ?? [], ofB ?? [], (one, other) => one === other);
}

/** Whether each gives a day that the other's days cannot be. */
export function giveOtherDays(a: Clause, b: Clause): boolean {
  return partBothWays(daysOf(a), daysOf(b), (one, other) => canBeOne(one.date, other.date));
}

const WEEKDAY_NAME = new RegExp(`\\b(?:${WEEKDAY}|${LOWER_WEEKDAY})\\b`, 'g');

/** Whether each gives a weekday that the other lacks, also where the day of the calendar is not sure. */
function giveOtherWeekdays(a: Clause, b: Clause): boolean {
  const [ofA, ofB] = [a, b].map(({ article, start, end }) =>
    Array.from(article.text.slice(start, end).matchAll(WEEKDAY_NAME), ([day]) => day.toLowerCase()),
  );
  return partBothWays(ofA ?? [], ofB ?? [], (one, other) => one === other);
}

/** Whether each names somebody whom the other does not. */
function nameEachOthers(a: Statement, b: Statement): boolean {
  // The longest first, so that "US" is not paired with "US Secretary" where the other has a "US" of its own.
  const names = ({ words }: Statement) => namesIn(words).sort((one, other) => other.length - one.length);
  return partBothWays(names(a), names(b), (one, other) => isSameName(one, other) || isSeatOf(one, other));
}
