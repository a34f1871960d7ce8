import { isCalendarDay, monthNumber, weekdayNumber } from './calendar.js';
import { ANY_MONTH, LOWER_WEEKDAY, SHORT_MONTH, TYPED_MONTH, WEEKDAY } from './calendarPatterns.js';
import { SENTENCE_STARTERS } from './lists/sentenceStarters.js';
import { WEEKDAY_COMPOUNDS } from './lists/weekdayCompounds.js';
import { alternatives } from './lists/wordList.js';
import { numberOf } from './numbers.js';
import type { Span } from './span.js';
import { plainSpaces } from './visibleText.js';

/** What a stretch of text says of a day, before it is placed in the calendar. */
export type DayWords = Span &
  (
    | { readonly kind: 'full'; readonly date: string }
    | { readonly kind: 'dayOfMonth'; readonly month: number; readonly day: number; readonly year: number | null }
    | { readonly kind: 'month'; readonly month: number; readonly year: number | null; readonly modifier: string }
    | { readonly kind: 'year'; readonly year: number }
    | { readonly kind: 'weekday'; readonly weekday: number; readonly modifier: string }
    | { readonly kind: 'relativeDay'; readonly days: number }
    | { readonly kind: 'relativeMonth'; readonly months: number }
    | { readonly kind: 'relativeYear'; readonly years: number }
    /** Counted from another day that the text names: "a day earlier". */
    | { readonly kind: 'fromOther'; readonly days: number }
  );

/** "may" and "march" are verbs unless they are written as names; the rest may be lower case, as people type. */
const WRITTEN_MONTH = `(?:(?:${TYPED_MONTH})\\b|(?:${SHORT_MONTH})\\b\\.?)`;
const MONTH_IN_CONTEXT = `(?:${WRITTEN_MONTH}|march\\b|may\\b)`;
const DAY = '(?:3[01]|[12]\\d|0?[1-9])(?:st|nd|rd|th)?';
const YEAR = '(?:1[5-9]|20)\\d\\d(?![\\d,]\\d|\\.\\d|s\\b|-\\d)';
const ANY_WEEKDAY = `(?:${WEEKDAY}|${LOWER_WEEKDAY})`;

/** After these a four-digit number is a year, unless a plural noun makes it a count. */
const YEAR_LEAD =
  '(?:[Ii]n|[Ss]ince|[Dd]uring|[Uu]ntil|[Bb]y|[Ff]rom|[Bb]efore|[Aa]fter|[Tt]o|of|and|[Ee]arly|[Ll]ate)';
const YEAR_HEDGE = '(?:at least |about |around |early |late |mid-?|the year |the summer of |the spring of )?';
const MONTH_LEAD = '(?:[Ii]n|[Ss]ince|[Dd]uring|[Uu]ntil|[Bb]y|[Ff]rom|[Bb]efore|[Aa]fter|of|to|and|between|through)';
/** "in 2000 cities" counts, "in 2018 elections" and "since 2000 was" do not. */
const NOT_COUNTED =
  '(?!\\s+(?!(?:was|as|is|has|its|this|his|was|across|us|elections|times)\\b)\\p{Ll}+s\\b)(?!\\s*(?:%|percent|per cent|people|men|women|miles|km)\\b)';

/** "Today" with a capital is left out: at the head of a sentence it is as often "nowadays", elsewhere a newspaper's name. */
const DAYS = [
  `(?<iso>\\d{4}-\\d{2}-\\d{2}\\b)`,
  `(?:(?:${ANY_WEEKDAY},? )?(?:the )?)(?:` +
    `\\b(?<month1>${WRITTEN_MONTH}) (?<day1>${DAY})\\b(?!\\.\\d|:\\d|,\\d|\\s*(?:%|percent|people|points))(?:(?:,\\s*|\\s+)(?<year1>${YEAR})\\b|(?=\\s?[-–—]\\s?\\d{1,2},?\\s+(?<yearBehind>${YEAR})\\b)|)` +
    `|\\b(?<day2>${DAY}) (?:of )?(?<month2>${WRITTEN_MONTH})(?:,?\\s+(?<year2>${YEAR})\\b)?)`,
  `(?<month3>${WRITTEN_MONTH}),? (?:of )?(?<year3>${YEAR})\\b`,
  `(?<!\\b[Tt]he )(?<modified>last|next|this) (?<unit>month|year|${MONTH_IN_CONTEXT}(?! \\d))(?![\\w])`,
  `(?=[JFMASONDjfmasond])(?<=\\b${MONTH_LEAD} (?:early |late |mid-?|the (?:start|end|beginning|middle) of )?)(?<month4>${MONTH_IN_CONTEXT})(?!\\s*\\d)(?!\\s+\\p{Lu})`,
  `(?=[12]\\d)(?<=\\b${YEAR_LEAD}\\s${YEAR_HEDGE})(?<year5>${YEAR})\\b${NOT_COUNTED}`,
  `(?<weekdayModifier>(?:[Ll]ast|[Nn]ext|[Tt]his past|[Tt]his coming|[Tt]his|past|coming) )?(?<weekday>${ANY_WEEKDAY})\\b`,
  `(?<twoOff>(?:[Tt]he )?day (?:after tomorrow|before yesterday))\\b`,
  `(?<relative>[Yy]esterday|today(?![’']s)|[Tt]onight|[Tt]omorrow(?![’']s))\\b`,
  `(?<ago>two|three|four|five|six|\\d) days ago\\b`,
  `(?<other>a day earlier(?! than)|[Tt]he day before(?! (?:the|an?|this|his|her|its|their|\\p{L}+ing|\\p{Lu}))|[Tt]he previous day|[Oo]ne day earlier(?! than)|a day later(?! than)|[Tt]he next day|[Tt]he following day)\\b`,
];

/** All of them begin where a word does. Asked of once, and what looks back only behind what may be a month or a year, that takes half the time. */
const PATTERN = new RegExp(`\\b(?:${DAYS.join('|')})`, 'gu');

/** Cheap look before the pattern runs: most sentences name no day. */
const WORTH_A_LOOK = /\d{4}|day|row\b|night|month|year|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)/iu;

/** Days that are names, or no one day: "Black Friday", "every Sunday", "the first Tuesday". */
const NAMED_DAY =
  /\b(?:Black|Good|Super|Bloody|Ash|Easter|Palm|Cyber|Fat|Giving|Holy|Maundy|Shrove|Freaky|Taco|every|each|any|some|a|an|one|the|first|second|third|fourth|fifth|final|previous|following|most|ruby)\s$/i;
/**
 * Behind a weekday these say that no one day is meant, or another than the nearest: "Sunday Times", "Sunday school", "Thursdays",
 * "Friday the 13th", "Thursday last week", "Sunday two weeks ago", "Tuesday week".
 */
const NOT_A_DAY = new RegExp(
  [
    String.raw`s\b`,
    String.raw` \p{Lu}\p{Ll}+`,
    ` (?:${alternatives(WEEKDAY_COMPOUNDS)})\\b`,
    ' (?:of |in )?(?:last|next|this|that) week',
    String.raw`(?: \p{L}+)? (?:before|after) (?:last|next)`,
    ' the \\d',
    String.raw`,? (?:(?:a|one|two|three|four|five|six|several|\d{1,2}) )?(?:weeks?|fortnight|months?|years?)\b`,
  ]
    .map((pattern) => `^${pattern}`)
    .join('|'),
  'u',
);
/** "On Wednesday President Hale signed": behind "on" a capital begins what happened that day, but for what is held on its nights. */
const ON_LEAD = /\b[Oo]n (?:late |early )?$/;
const BEGINS_SUBJECT =
  /^ (?!(?:Night|Morning|Evening|Times|Mail|Mirror|Post|Telegraph|Express|Sun|World|Star|Live|Club|School)\b)\p{Lu}\p{Ll}+/u;
/** "a week on Tuesday", "two weeks ago on Sunday", "the week before Monday": counted from elsewhere. */
const COUNTED_TO =
  /\b(?:weeks?|fortnight|months?|years?)(?: ago| earlier| later)?(?: on| from| before| after| last)? $/i;
/** "Monday to Friday", "Tue–Thu": opening days and the like, each week. */
const RANGE_LINK = String.raw`\s?(?:to|through|thru|till|until|[-–—])\s?`;
const BEGINS_RANGE = new RegExp(`^${RANGE_LINK}(?:${WEEKDAY}|${LOWER_WEEKDAY})\\b`, 'u');
const ENDS_RANGE = new RegExp(`\\b(?:${WEEKDAY}|${LOWER_WEEKDAY})${RANGE_LINK}$`, 'u');
/** "Sheffield Wednesday": a name of one word, and a weekday behind it. */
const NAME_BEFORE = /(?:^|[^\p{L}\p{N}])(\p{Lu}\p{Ll}[\p{L}’'-]*) $/u;
/** How far around a day its words are looked at, in characters. */
const AROUND = 40;
/** What else begins with a capital before a weekday: "On Wednesday", "Late Thursday", "Last Friday". */
const NOT_A_CLUB = new RegExp(`^(?:${alternatives(SENTENCE_STARTERS)}|Late|Early|Next|Next|Earlier|Every|Each|Past)$`);
/** A month or weekday may follow a weekday all the same: "Thursday October 19", "Monday Night" may not. */
const DATE_FOLLOWS = new RegExp(`^ (?:${WRITTEN_MONTH}|${WEEKDAY})`);

function weekdayWords(text: string, span: Span, word: string, modifier: string): DayWords | null {
  const after = text.slice(span.end, span.end + AROUND);
  const before = text.slice(Math.max(0, span.start - AROUND), span.start);
  const weekday = weekdayNumber(word);
  if (weekday === null) return null;
  const beginsSubject = BEGINS_SUBJECT.test(after) && ON_LEAD.test(before);
  if (NOT_A_DAY.test(after) && !DATE_FOLLOWS.test(after) && !beginsSubject) return null;
  if (modifier === '' && (NAMED_DAY.test(before) || COUNTED_TO.test(before))) return null;
  if (BEGINS_RANGE.test(after) || ENDS_RANGE.test(before)) return null;
  return { ...span, kind: 'weekday', weekday, modifier };
}

/** How far around a weekday its text is looked through for the name before it, in characters, and at how many places at most. */
const CLUB_REACH = 10_000;
const CLUB_PLACES = 50;

/**
 * "Norwick Wednesday beat Eastgate", where a text never says "Norwick" alone: a club. "Biden Wednesday signed" is how news agencies
 * date a deed, and there the name stands alone elsewhere.
 */
function isClub(text: string, span: Span, before: string): boolean {
  const name = NAME_BEFORE.exec(before)?.[1];
  if (name === undefined || NOT_A_CLUB.test(name)) return false;
  const weekday = text.slice(span.start, span.end);
  const around = text.slice(Math.max(0, span.start - CLUB_REACH), span.end + CLUB_REACH);
  let at = around.indexOf(name);
  for (let places = 0; at >= 0 && places < CLUB_PLACES; places++) {
    const behind = at + name.length;
    if (!/\s/.test(around.charAt(behind)) || !around.startsWith(weekday, behind + 1)) return false;
    at = around.indexOf(name, behind);
  }
  return true;
}

function modifiedWords(span: Span, modifier: string, unit: string): DayWords | null {
  const step = modifier === 'last' ? -1 : modifier === 'next' ? 1 : 0;
  if (unit === 'month') return { ...span, kind: 'relativeMonth', months: step };
  if (unit === 'year') return { ...span, kind: 'relativeYear', years: step };
  const month = monthNumber(unit);
  return month === null ? null : { ...span, kind: 'month', month, year: null, modifier };
}

/** Behind these a month that is also a verb or a person's name is sure: "since May", not "a letter to May", "and may sell". */
const SURE_LEAD =
  /\b(?:in|since|during|until|till|before|after|by|early|late|mid-?|(?:start|end|beginning|middle|month) of)\s+$/i;
const ALSO_NAME_OR_VERB = /^(?:april|august|june|march|may)$/i;
const MONTH_WORD = new RegExp(`(?:^|\\W)(?:${ANY_MONTH})\\W`, 'i');

/** Whether "May", "April" and the like, standing without a day or a year, are months where they stand. */
function isMonthHere(text: string, span: Span): boolean {
  const word = text.slice(span.start, span.end);
  if (!ALSO_NAME_OR_VERB.test(word)) return true;
  const before = text.slice(Math.max(0, span.start - AROUND), span.start);
  if (SURE_LEAD.test(before))
    return !ALSO_VERB_AFTER.test(text.slice(span.end, span.end + AROUND)) || /^\p{Lu}/u.test(word);
  // "from March to May", "between April and June": beside another month it is one too.
  const after = text.slice(span.end, span.end + AROUND / 2);
  return MONTH_WORD.test(before.slice(-AROUND / 2)) || MONTH_WORD.test(after);
}

/** "by may sell": what follows "may" when it is a verb. */
const ALSO_VERB_AFTER = /^ (?:not|be|have|also|still|yet|well|never)\b/;
const THAT_YEAR = /^ (?:of )?(?:that|the same) year\b/;
const OTHER_YEAR = /^ (?:of )?the (?:previous|following|next|year before|year after)\b/;
const YEAR_NUMBER = /\b(?:1[5-9]|20)\d\d\b/g;
/** How far back the year is looked for that "August of that year" means, in characters. */
const YEAR_REACH = 400;

/** @returns the year that "of that year" behind a month means; null when nothing of the kind follows, undefined when it is not told */
function namedYear(text: string, span: Span): number | null | undefined {
  const after = text.slice(span.end, span.end + AROUND);
  if (OTHER_YEAR.test(after)) return undefined;
  if (!THAT_YEAR.test(after)) return null;
  const years = text.slice(Math.max(0, span.start - YEAR_REACH), span.start).match(YEAR_NUMBER);
  return years ? Number(years.at(-1)) : undefined;
}

const RELATIVE_DAYS: Readonly<Record<string, number>> = { yesterday: -1, today: 0, tonight: 0, tomorrow: 1 };

function readWords(text: string, span: Span, found: Record<string, string | undefined>): DayWords | null {
  if (found.iso) return isCalendarDay(found.iso) ? { ...span, kind: 'full', date: found.iso } : null;
  const dayMonth = monthNumber(found.month1 ?? found.month2 ?? '');
  if (dayMonth !== null) {
    const day = Number.parseInt(found.day1 ?? found.day2 ?? '', 10);
    const year = found.year1 ?? found.yearBehind ?? found.year2;
    return { ...span, kind: 'dayOfMonth', month: dayMonth, day, year: year ? Number(year) : null };
  }
  const month = monthNumber(found.month3 ?? found.month4 ?? '');
  if (month !== null) {
    if (found.month4 && !isMonthHere(text, span)) return null;
    const year = found.month4 ? namedYear(text, span) : null;
    if (year !== undefined && year !== null) return { ...span, kind: 'month', month, year, modifier: '' };
    if (year === undefined) return null;
    return { ...span, kind: 'month', month, year: found.year3 ? Number(found.year3) : null, modifier: '' };
  }
  if (found.modified && found.unit) return modifiedWords(span, found.modified, found.unit);
  if (found.year5) return { ...span, kind: 'year', year: Number(found.year5) };
  if (found.weekday) return weekdayWords(text, span, found.weekday, (found.weekdayModifier ?? '').trim().toLowerCase());
  if (found.twoOff) return { ...span, kind: 'relativeDay', days: found.twoOff.endsWith('tomorrow') ? 2 : -2 };
  if (found.relative) return { ...span, kind: 'relativeDay', days: RELATIVE_DAYS[found.relative.toLowerCase()] ?? 0 };
  if (found.ago) return { ...span, kind: 'relativeDay', days: -(numberOf(found.ago) ?? 0) };
  if (found.other) return { ...span, kind: 'fromOther', days: /earlier|before|previous/.test(found.other) ? -1 : 1 };
  return null;
}

/** "3-18 July", "from 20 to 25 August", "between 3 and 5 July": the day before the last one, which has the month for both. */
const FIRST_OF_STRETCH =
  /(?<![\d.,:/$£€–—-])(?:(\d{1,2}(?:st|nd|rd|th)?)\s?[-–—]\s?|\bfrom (?:the )?(\d{1,2}(?:st|nd|rd|th)?) (?:to|until|till|through) (?:the )?|\bbetween (?:the )?(\d{1,2}(?:st|nd|rd|th)?) and (?:the )?)$/;

/** The day with which a stretch begins that ends on another of the same month, or null. @param last into `text`, as the day returned */
function firstOfStretch(text: string, last: DayWords): DayWords | null {
  if (last.kind !== 'dayOfMonth') return null;
  const from = Math.max(0, last.start - AROUND);
  const found = FIRST_OF_STRETCH.exec(text.slice(from, last.start));
  const written = found?.[1] ?? found?.[2] ?? found?.[3];
  const day = Number.parseInt(written ?? '', 10);
  if (!found || written === undefined || day < 1 || day >= last.day) return null;
  const start = from + found.index + found[0].indexOf(written);
  return { ...last, start, end: start + written.length, day };
}

/** Finds the words that name a day, a month or a year inside a span, in order. */
export function findDayWords(written: string, span: Span): DayWords[] {
  if (!WORTH_A_LOOK.test(written.slice(span.start, span.end))) return [];
  // The words around a span matter too; the rest of a long text does not, and is not looked at for each of its sentences.
  const from = Math.max(0, span.start - YEAR_REACH);
  // No-break and narrow spaces stand inside dates in print.
  const text = plainSpaces(written.slice(from, span.end + AROUND));
  const words: DayWords[] = [];
  for (const found of text.slice(span.start - from, span.end - from).matchAll(PATTERN)) {
    const lead = /^the /.exec(found[0])?.[0].length ?? 0;
    const at = span.start - from + found.index;
    const start = at + (found.groups?.month1 || found.groups?.day2 ? lead : 0);
    const end = at + found[0].length;
    const read = readWords(text, { start, end }, found.groups ?? {});
    if (!read) continue;
    const first = firstOfStretch(text, read);
    if (first !== null) words.push({ ...first, start: first.start + from, end: first.end + from });
    const placed = { ...read, start: read.start + from, end: read.end + from };
    if (read.kind !== 'weekday' || !isClub(written, placed, text.slice(Math.max(0, start - AROUND), start))) {
      words.push(placed);
    }
  }
  return words;
}
