import type { ArticleHead } from '../../corpus/article.js';
import { CorpusOutline } from '../../corpus/outline.js';
import { isSite, sourceKey } from '../../corpus/sourceKey.js';
import { addDays, isCalendarDay } from '../../english/calendar.js';
import { SHORT_MONTH } from '../../english/calendarPatterns.js';
import { findDays } from '../../english/days.js';
import { ASKED_OF_A_SOURCE } from '../../english/lists/sayingVerbs.js';
import { alternatives } from '../../english/lists/wordList.js';
import { overlapsAny } from '../../english/span.js';
import { type Filter, nearestSource } from '../filter.js';

/** Filters that a question says in words, and what is left to look for. */
export interface SpokenFilters {
  /** The question with the filters' words blanked out; as long as the question. */
  readonly rest: string;
  readonly filter: Filter;
  /** Days that the question names otherwise: what happened then, or was printed then, is meant. */
  readonly days: readonly string[];
}

const NONE: SpokenFilters = { rest: '', filter: {}, days: [] };

/** Words that make a name before or after them the name of a source, not of a party to the event. */
const BEFORE_SOURCE = String.raw`\b(?:according to|as per|reported by)\s+(?:the\s+|an?\s+)?`;
/** These do so too, and are in many a phrase beside: "in time" is not "in Time". */
const OFTEN_BEFORE_SOURCE = String.raw`\b(?:per|via|by|from|in)\s+(?:the\s+|an?\s+)?`;
const AFTER_SOURCE = String.raw`(?:['’]s)?\s+(?:report|account|article|story|piece|coverage|version|dispatch|text|news)s?\b`;
/** "what did DW say about …": the question is about the topic, whatever the source's verb. */
const SOURCE_SAYS = String.raw`\b(?:what|how|which|whom?|did|does|do|has|have|had)\b[^,;:.?]{0,20}?\s(?<!\b(?:per|via|by|from|in|of|to)\s+(?:the\s+)?)`;
const SAYING = String.raw`\s+(?:${alternatives(ASKED_OF_A_SOURCE)})\b(?:\s+(?:about|on|of|regarding|concerning))?`;

/** What makes a day the day of printing: "reported on 18 October", "articles before the 20th". */
const PRINTED =
  /\b(?:report|reports|reported|reporting|publish|published|print|printed|wrote|write|written|dated|articles?|stor(?:y|ies)|papers?|coverage|news|dispatch(?:es)?|pieces?|covered|said in)\b/gi;
/** "AFP's report of 19 October", and not "AFP's report on Kim, on 19 October". */
const BEFORE_DAY_OF_PRINTING = /^\s*(?:(?:of|from|dated|published|on)\s*)?(?:the\s+)?$/i;
const DAY_LEAD =
  /\b(on or after|on or before|up to|prior to|no later than|earlier than|later than|before|until|till|by|after|since|from|of|on|dated|for)?\s*(?:the\s+)?$/i;
/** "Before the 20th" asks for what was printed by then, whatever the verb; with these a day may be that of a happening. */
const OF_THE_DAY = new Set(['by', 'from', 'of', 'on', 'dated', 'for']);
/** "between 18 October and the 20th", both days among them. */
const SPAN_LEAD = /\b(?:between|from)\s+(?:the\s+)?$/i;
const LINK = String.raw`\s*(?:(?:and|to|until|till|through)\s+|[-–—]\s*)(?:the\s+)?`;
const SPAN_LINK = new RegExp(`^${LINK}$`, 'i');
const BARE_DAY = String.raw`(?<day>\d{1,2})(?:st|nd|rd|th)?\b`;
/** "from 18 to 20 October": the first day takes its month from the second … */
const BARE_FIRST = new RegExp(String.raw`\b(?:between|from)\s+(?:the\s+)?${BARE_DAY}${LINK}$`, 'i');
/** What may follow "the 20th" when it is a day; a noun makes it another thing: "the 45th president", "the 38th parallel". */
const AFTER_ORDINAL = String.raw`\s*(?:$|[^\s\p{L}\p{N}-])|\s+(?:and|or|but|about|on|in|at|from|by|with|to|say|says|said|mention|mentions|report|reports|did|do|does|was|were|is|are|has|have|had|that|who|what|which|when|where|why|how)\b`;
/** … and "from October 18 to 20": the second from the first. */
const BARE_SECOND = new RegExp(`^${LINK}${BARE_DAY}(?=${AFTER_ORDINAL})`, 'iu');
/** Beside a number, so that it is a date. */
const LOWER_SHORT_MONTH = SHORT_MONTH.toLowerCase();
const MONTH_BESIDE_NUMBER = new RegExp(
  String.raw`(?<=\d\s)(?:${LOWER_SHORT_MONTH})\b|\b(?:${LOWER_SHORT_MONTH})(?=\.?\s*\d)`,
  'g',
);
/** "the 20th" without its month. */
const ORDINAL = new RegExp(String.raw`\bthe (\d{1,2})(?:st|nd|rd|th)\b(?=${AFTER_ORDINAL})`, 'giu');

/** What filters can name in a corpus; it never changes, so it is read once. */
export interface Filterable {
  readonly sources: readonly string[];
  /** As `sourceKey` has them, in the same order. */
  readonly sourceKeys: readonly string[];
  /** The last day on which an article was published; null when no article has a date. */
  readonly lastDay: string | null;
  /** The day since which articles are news: the third last of which there are any; null when no article has a date. */
  readonly newsSince: string | null;
}

/** As many of the days that articles are of as who was away wants to hear of. */
const NEWS_DAYS = 3;

export function filterable(articles: readonly ArticleHead[], outline = new CorpusOutline(articles)): Filterable {
  const newest = outline.newestDays(NEWS_DAYS);
  const sources = outline.sources();
  return { sources, sourceKeys: sources.map(sourceKey), lastDay: newest.at(-1) ?? null, newsSince: newest[0] ?? null };
}

/**
 * Reads the filters that a question says: a source ("according to AFP", "what did Reuters report", "DW: …") and days of
 * printing ("reported on 18 October", "articles before the 20th").
 */
export function readSpokenFilters(question: string, corpus: Filterable): SpokenFilters {
  const { lastDay } = corpus;
  const source = readSource(question, corpus);
  const dated = readDays(source?.rest ?? question, lastDay, source);
  return {
    rest: dated.rest,
    filter: { ...(source ? { source: source.name } : {}), ...dated.filter },
    days: dated.days,
  };
}

/** A source as a question names it. */
interface SpokenSource {
  readonly name: string;
  readonly rest: string;
  /** The last of the words that name it. */
  readonly end: number;
  /** What those words say of printing: all that follows ("what did AFP report …"), a day right after ("AFP's report of …"), none. */
  readonly prints: 'all' | 'next' | 'none';
}

function readSource(question: string, { sources, sourceKeys }: Filterable): SpokenSource | null {
  const asked = question.toLowerCase();
  const packed = sourceKey(question);
  const mayBeNamed = (source: string, at: number) =>
    asked.includes(source.toLowerCase()) || packed.includes(sourceKeys[at] ?? source);
  for (const name of sources.filter(mayBeNamed)) {
    for (const { pattern, isMeant, prints } of sourcePatterns(name)) {
      const match = [...question.matchAll(new RegExp(pattern, 'giu'))].find(isMeant);
      if (!match) continue;
      const [words] = match;
      const end = match.index + words.length;
      return {
        name,
        rest: blank(question, match.index, end),
        end,
        prints: words.search(PRINTED) < 0 ? 'none' : prints,
      };
    }
  }
  return readMisspeltSource(question, sources);
}

interface SourcePattern {
  readonly pattern: string;
  readonly isMeant: (match: RegExpExecArray) => boolean;
  readonly prints: SpokenSource['prints'];
}

function sourcePatterns(name: string): SourcePattern[] {
  const written = writtenAs(name);
  const always = (): boolean => true;
  const sure = [
    `${BEFORE_SOURCE}${written}\\b(?:${AFTER_SOURCE})?(?:\\s+(?:on|about))?`,
    `(?:${OFTEN_BEFORE_SOURCE}|\\b(?:the\\s+)?)${written}${AFTER_SOURCE}(?:\\s+(?:on|about))?`,
    `^\\s*${written}\\s*(?:[:,–—-]|\\s(?:on|about)\\s)`,
    `[(,–—-]\\s*${written}\\s*[)?.]*\\s*$`,
  ].map((pattern) => ({ pattern, isMeant: always, prints: 'next' as const }));
  return [
    { pattern: `${SOURCE_SAYS}(?:the\\s+)?${written}${SAYING}`, isMeant: always, prints: 'all' },
    ...sure,
    {
      pattern: `${OFTEN_BEFORE_SOURCE}(?<said>${written})\\b(?:\\s+(?:on|about))?`,
      isMeant: ({ groups }) => isWrittenAs(name, groups?.said ?? ''),
      prints: 'none',
    },
  ];
}

/** A source's name as a pattern; of a site its own word, in one or several: "usatoday.com", "USA Today", "the Week". */
function writtenAs(name: string): string {
  if (!isSite(name)) return escapePattern(name);
  const word = [...sourceKey(name)].map(escapePattern).join(String.raw`[\s-]?`);
  return `(?:${escapePattern(name)}|(?:the\\s)?${word})`;
}

/**
 * Whether a name is written with its own capital, which tells the outlet "Time" from time. One of several words needs none: "in
 * complete news world" says nothing else.
 */
function isWrittenAs(name: string, said: string): boolean {
  const own = name.replace(/^the\s+/i, '');
  return /\s/.test(own) || said.replace(/^the\s+/i, '').startsWith(own.slice(0, 1));
}

/** "according to Reutres": only where nothing but a source can follow, as "according to the Kremlin" names a speaker. */
function readMisspeltSource(question: string, sources: readonly string[]): SpokenSource | null {
  const match = /\b(?:according to|as per|per)\s+(?:the\s+)?([\p{L}\p{N}]+)/iu.exec(question);
  const name = match?.[1] ? nearestSource(match[1], sources) : null;
  if (!match || name === null) return null;
  const end = match.index + match[0].length;
  return { name, rest: blank(question, match.index, end), end, prints: 'none' };
}

function readDays(question: string, last: string | null, source: SpokenSource | null): SpokenFilters {
  if (last === null) return { ...NONE, rest: question };
  const found = findDays(withMonths(question), { start: 0, end: question.length }, { date: last });
  const mentions = [...found, ...ordinals(question, last).filter((day) => !overlapsAny(day, found))];
  // "on Thursday" is looked for as it is written: only a day with its number says which one is meant.
  const [first, second] = mentions
    .filter(({ date, start, end }) => date.length === 'YYYY-MM-DD'.length && /\d/.test(question.slice(start, end)))
    .sort((a, b) => a.start - b.start);
  if (!first) return { ...NONE, rest: question };
  const lead = DAY_LEAD.exec(question.slice(0, first.start));
  const preposition = lead?.[1]?.toLowerCase() ?? 'on';
  const isFilter =
    question.search(PRINTED) >= 0 || isPrintedBy(source, question, first.start) || !OF_THE_DAY.has(preposition);
  if (!isFilter) return { rest: blank(question, first.start, first.end), filter: {}, days: [first.date] };
  const withoutPrinted = (from: number, to: number): string =>
    blank(question, from, to).replace(PRINTED, (word) => ' '.repeat(word.length));
  const span = readSpan(question, first, second);
  if (span) return { rest: withoutPrinted(span.start, span.end), filter: span.filter, days: [] };
  const rest = withoutPrinted(lead?.index ?? first.start, first.end);
  return { rest, filter: daysAllowed(preposition, first.date), days: [] };
}

/** Whether the words for a source, blanked by now, make a day the day of printing. */
function isPrintedBy(source: SpokenSource | null, question: string, day: number): boolean {
  if (!source || source.prints === 'none') return false;
  return source.prints === 'all' || (source.end <= day && BEFORE_DAY_OF_PRINTING.test(question.slice(source.end, day)));
}

interface SpokenDay {
  readonly start: number;
  readonly end: number;
  readonly date: string;
}

/** Two days and all between, the one or the other perhaps without its month. */
function readSpan(
  question: string,
  first: SpokenDay,
  second: SpokenDay | undefined,
): { start: number; end: number; filter: Filter } | null {
  const [before, behind] = [question.slice(0, first.start), question.slice(first.end)];
  const opening = SPAN_LEAD.exec(before);
  if (opening && second && SPAN_LINK.test(question.slice(first.end, second.start))) {
    const [from, to] = [first.date, second.date].sort();
    return { start: opening.index, end: second.end, filter: { after: from, before: to } };
  }
  const bareFirst = BARE_FIRST.exec(before);
  const from = dayInMonthOf(first.date, bareFirst?.groups?.day);
  if (bareFirst && from !== null && from <= first.date) {
    return { start: bareFirst.index, end: first.end, filter: { after: from, before: first.date } };
  }
  const bareSecond = opening ? BARE_SECOND.exec(behind) : null;
  const to = dayInMonthOf(first.date, bareSecond?.groups?.day);
  if (!opening || !bareSecond || to === null || to < first.date) return null;
  return { start: opening.index, end: first.end + bareSecond[0].length, filter: { after: first.date, before: to } };
}

/** The day of that number in a date's month; null when there is none. */
function dayInMonthOf(date: string, day: string | undefined): string | null {
  const found = `${date.slice(0, 'YYYY-MM-'.length)}${day?.padStart(2, '0')}`;
  return day !== undefined && isCalendarDay(found) ? found : null;
}

/** The days of printing that a preposition and a day allow. */
function daysAllowed(preposition: string, day: string): Filter {
  switch (preposition) {
    case 'before':
    case 'prior to':
    case 'earlier than':
      return { before: addDays(day, -1) };
    case 'until':
    case 'till':
    case 'up to':
    case 'by':
    case 'on or before':
    case 'no later than':
      return { before: day };
    case 'after':
    case 'later than':
      return { after: addDays(day, 1) };
    case 'since':
    case 'on or after':
      return { after: day };
    default:
      return { after: day, before: day };
  }
}

/** "the 20th" is the one in the month of the corpus's last day; a month without a 31st has no "the 31st". */
function ordinals(question: string, last: string): SpokenDay[] {
  return [...question.matchAll(ORDINAL)].flatMap((match) => {
    const [written, day = ''] = match;
    const date = dayInMonthOf(last, day);
    const start = match.index + written.indexOf(day);
    if (date === null) return [];
    return [{ start, end: match.index + written.length, date }];
  });
}

/** People type "oct 20"; articles write a capital, so that "mar" and "sep" alone are no months. */
function withMonths(question: string): string {
  return question.replace(MONTH_BESIDE_NUMBER, (month) => month.charAt(0).toUpperCase() + month.slice(1));
}

const escapePattern = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

function blank(text: string, start: number, end: number): string {
  return text.slice(0, start) + ' '.repeat(end - start) + text.slice(end);
}
