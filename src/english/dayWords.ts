import { isCalendarDay, monthNumber, weekdayNumber } from './calendar.js';
import { LOWER_WEEKDAY, SHORT_MONTH, TYPED_MONTH, WEEKDAY } from './calendarPatterns.js';
import { numberOf } from './numbers.js';
import type { Span } from './span.js';

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
const PATTERN = new RegExp(
  [
    `(?<iso>\\b\\d{4}-\\d{2}-\\d{2}\\b)`,
    `(?:(?:\\b${ANY_WEEKDAY},? )?(?:the )?)(?:` +
      `\\b(?<month1>${WRITTEN_MONTH}) (?<day1>${DAY})\\b(?!\\.\\d|:\\d|,\\d|\\s*(?:%|percent|people|points))(?:(?:,\\s*|\\s+)(?<year1>${YEAR})\\b)?` +
      `|\\b(?<day2>${DAY}) (?:of )?(?<month2>${WRITTEN_MONTH})(?:,?\\s+(?<year2>${YEAR})\\b)?)`,
    `\\b(?<month3>${WRITTEN_MONTH}),? (?:of )?(?<year3>${YEAR})\\b`,
    `\\b(?<modified>last|next|this) (?<unit>month|year|${MONTH_IN_CONTEXT}(?! \\d))(?![\\w])`,
    `(?<=\\b${MONTH_LEAD} (?:early |late |mid-?|the (?:start|end|beginning|middle) of )?)(?<month4>${MONTH_IN_CONTEXT})(?!\\s*\\d)(?!\\s+\\p{Lu})`,
    `(?<=\\b${YEAR_LEAD}\\s${YEAR_HEDGE})(?<year5>${YEAR})\\b${NOT_COUNTED}`,
    `(?<weekdayModifier>\\b(?:last|next|this past|this coming|this|past|coming) )?\\b(?<weekday>${ANY_WEEKDAY})\\b`,
    `\\b(?<relative>[Yy]esterday|today(?![’']s)|[Tt]onight|[Tt]omorrow(?![’']s))\\b`,
    `\\b(?<ago>two|three|four|five|six|\\d) days ago\\b`,
    `\\b(?<other>a day earlier|[Tt]he day before|[Tt]he previous day|[Oo]ne day earlier|a day later|[Tt]he next day|[Tt]he following day)\\b`,
  ].join('|'),
  'gu',
);

/** Cheap look before the pattern runs: most sentences name no day. */
const WORTH_A_LOOK =
  /\d{4}|day|row\b|night|month|year|\b(?:in|since|during|until|by|from|before|after|of|to|and|between|through|\d{1,2}(?:st|nd|rd|th)?) \p{L}*|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)/iu;

/** Days that are names, or no one day: "Black Friday", "every Sunday", "the first Tuesday". */
const NAMED_DAY =
  /\b(?:Black|Good|Super|Bloody|Ash|Easter|Palm|Cyber|Fat|Giving|Holy|Maundy|Shrove|Freaky|Taco|every|each|any|some|a|an|one|the|first|second|third|fourth|fifth|final|previous|following|most|ruby)\s$/i;
/** "Sunday Times", "Thursday last week", "Thursdays" and "Friday the 13th" are left alone. */
const NOT_A_DAY =
  /^(?:s\b| \p{Lu}\p{Ll}+| (?:of )?(?:last|next|this|that) week|(?: \p{L}+)? (?:before|after) (?:last|next)| the \d)/u;
/** A month or weekday may follow a weekday all the same: "Thursday October 19", "Monday Night" may not. */
const DATE_FOLLOWS = new RegExp(`^ (?:${WRITTEN_MONTH}|${WEEKDAY})`);

function weekdayWords(text: string, span: Span, word: string, modifier: string): DayWords | null {
  const after = text.slice(span.end, span.end + 30);
  const before = text.slice(Math.max(0, span.start - 12), span.start);
  const weekday = weekdayNumber(word);
  if (weekday === null || (NOT_A_DAY.test(after) && !DATE_FOLLOWS.test(after))) return null;
  if (modifier === '' && NAMED_DAY.test(before)) return null;
  return { ...span, kind: 'weekday', weekday, modifier };
}

function modifiedWords(span: Span, modifier: string, unit: string): DayWords | null {
  const step = modifier === 'last' ? -1 : modifier === 'next' ? 1 : 0;
  if (unit === 'month') return { ...span, kind: 'relativeMonth', months: step };
  if (unit === 'year') return { ...span, kind: 'relativeYear', years: step };
  const month = monthNumber(unit);
  return month === null ? null : { ...span, kind: 'month', month, year: null, modifier };
}

const RELATIVE_DAYS: Readonly<Record<string, number>> = { yesterday: -1, today: 0, tonight: 0, tomorrow: 1 };

function readWords(text: string, span: Span, found: Record<string, string | undefined>): DayWords | null {
  if (found.iso) return isCalendarDay(found.iso) ? { ...span, kind: 'full', date: found.iso } : null;
  const dayMonth = monthNumber(found.month1 ?? found.month2 ?? '');
  if (dayMonth !== null) {
    const day = Number.parseInt(found.day1 ?? found.day2 ?? '', 10);
    const year = found.year1 ?? found.year2;
    return { ...span, kind: 'dayOfMonth', month: dayMonth, day, year: year ? Number(year) : null };
  }
  const month = monthNumber(found.month3 ?? found.month4 ?? '');
  if (month !== null) {
    return { ...span, kind: 'month', month, year: found.year3 ? Number(found.year3) : null, modifier: '' };
  }
  if (found.modified && found.unit) return modifiedWords(span, found.modified, found.unit);
  if (found.year5) return { ...span, kind: 'year', year: Number(found.year5) };
  if (found.weekday) return weekdayWords(text, span, found.weekday, (found.weekdayModifier ?? '').trim());
  if (found.relative) return { ...span, kind: 'relativeDay', days: RELATIVE_DAYS[found.relative.toLowerCase()] ?? 0 };
  if (found.ago) return { ...span, kind: 'relativeDay', days: -(numberOf(found.ago) ?? 0) };
  if (found.other) return { ...span, kind: 'fromOther', days: /earlier|before|previous/.test(found.other) ? -1 : 1 };
  return null;
}

/** Finds the words that name a day, a month or a year inside a span, in order. */
export function findDayWords(text: string, span: Span): DayWords[] {
  const stretch = text.slice(span.start, span.end);
  if (!WORTH_A_LOOK.test(stretch)) return [];
  const words: DayWords[] = [];
  for (const found of stretch.matchAll(PATTERN)) {
    const lead = /^the /.exec(found[0])?.[0].length ?? 0;
    const start = span.start + found.index + (found.groups?.month1 || found.groups?.day2 ? lead : 0);
    const end = span.start + found.index + found[0].length;
    const read = readWords(text, { start, end }, found.groups ?? {});
    if (read) words.push(read);
  }
  return words;
}
