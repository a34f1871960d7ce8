import type { Article } from '../corpus/article.js';
import { addDays, isCalendarDay } from '../corpus/calendar.js';
import { findDays } from '../corpus/days.js';
import { nearestSource, type Scope, sourcesOf } from './scope.js';

/** Filters that a question says in words, and what is left to look for. */
export interface SpokenFilters {
  /** The question with the filters' words blanked out; as long as the question. */
  readonly rest: string;
  readonly scope: Scope;
  /** Days that the question names otherwise: what happened then, or was printed then, is meant. */
  readonly days: readonly string[];
}

const NONE: SpokenFilters = { rest: '', scope: {}, days: [] };

/** Words that make a name before or after them the name of a source, not of a party to the event. */
const BEFORE_SOURCE = String.raw`\b(?:according to|as per|per|via|by|from|in|reported by)\s+(?:the\s+|an?\s+)?`;
const AFTER_SOURCE = String.raw`(?:['’]s)?\s+(?:report|account|article|story|piece|coverage|version|dispatch|text|news)s?\b`;
/** "what did DW say about …": the question is about the topic, whatever the source's verb. */
const SOURCE_SAYS = String.raw`\b(?:what|how|which|whom?|did|does|do|has|have|had)\b[^,;:.?]{0,20}?\s`;
const SAYING = String.raw`\s+(?:say|says|said|report|reports|reported|write|writes|wrote|written|publish|publishes|published|mention|mentions|mentioned|claim|claims|claimed|tell|describe|describes|described|put|have)\b(?:\s+(?:about|on|of|regarding|concerning))?`;

/** What makes a day the day of printing: "reported on 18 October", "articles before the 20th". */
const PRINTED =
  /\b(?:report|reports|reported|reporting|publish|published|print|printed|wrote|write|written|dated|articles?|stor(?:y|ies)|papers?|coverage|news|dispatch(?:es)?|pieces?|covered|said in)\b/gi;
const DAY_LEAD =
  /\b(on or after|on or before|up to|prior to|no later than|earlier than|later than|before|until|till|by|after|since|from|of|on|dated|for)?\s*(?:the\s+)?$/i;
/** "between 18 October and the 20th", both days among them. */
const SPAN_LEAD = /\b(?:between|from)\s+(?:the\s+)?$/i;
const SPAN_LINK = /^\s*(?:(?:and|to|until|till|through)\s+|[-–—]\s*)(?:the\s+)?$/i;
/** What may follow "the 20th" when it is a day; a noun makes it another thing: "the 45th president", "the 38th parallel". */
const AFTER_ORDINAL = String.raw`\s*(?:$|[^\s\p{L}\p{N}-])|\s+(?:and|or|but|about|on|in|at|from|by|with|to|say|says|said|mention|mentions|report|reports|did|do|does|was|were|is|are|has|have|had|that|who|what|which|when|where|why|how)\b`;
/** "the 20th" without its month. */
const ORDINAL = new RegExp(String.raw`\bthe (\d{1,2})(?:st|nd|rd|th)\b(?=${AFTER_ORDINAL})`, 'giu');

/** What filters can name in a corpus; it never changes, so it is read once. */
export interface Filterable {
  readonly sources: readonly string[];
  /** The last day on which an article was published; null when no article has a date. */
  readonly lastDay: string | null;
}

export function filterable(articles: readonly Article[]): Filterable {
  let last: string | null = null;
  for (const { published } of articles) {
    if (published.date !== null && (last === null || published.date > last)) last = published.date;
  }
  return { sources: sourcesOf(articles), lastDay: last };
}

/**
 * Reads the filters that a question says: a source ("according to AFP", "what did Reuters report", "DW: …") and days of
 * printing ("reported on 18 October", "articles before the 20th").
 */
export function readFilters(question: string, { sources, lastDay }: Filterable): SpokenFilters {
  const source = readSource(question, sources);
  const dated = readDays(source?.rest ?? question, lastDay);
  return {
    rest: dated.rest,
    scope: { ...(source ? { source: source.name } : {}), ...dated.scope },
    days: dated.days,
  };
}

function readSource(question: string, sources: readonly string[]): { name: string; rest: string } | null {
  const asked = question.toLowerCase();
  for (const name of sources.filter((source) => asked.includes(source.toLowerCase()))) {
    for (const pattern of sourcePatterns(name)) {
      const match = new RegExp(pattern, 'iu').exec(question);
      if (match) return { name, rest: blank(question, match.index, match.index + match[0].length) };
    }
  }
  return readMisspeltSource(question, sources);
}

function sourcePatterns(name: string): string[] {
  const written = escapePattern(name);
  return [
    `${SOURCE_SAYS}(?:the\\s+)?${written}${SAYING}`,
    `${BEFORE_SOURCE}${written}\\b(?:${AFTER_SOURCE})?(?:\\s+(?:on|about))?`,
    `\\b(?:the\\s+)?${written}${AFTER_SOURCE}(?:\\s+(?:on|about))?`,
    `^\\s*${written}\\s*(?:[:,–—-]|\\s(?:on|about)\\s)`,
    `[(,–—-]\\s*${written}\\s*[)?.]*\\s*$`,
  ];
}

/** "according to Reutres": only where nothing but a source can follow, as "according to the Kremlin" names a speaker. */
function readMisspeltSource(question: string, sources: readonly string[]): { name: string; rest: string } | null {
  const match = /\b(?:according to|as per|per)\s+(?:the\s+)?([\p{L}\p{N}]+)/iu.exec(question);
  const name = match?.[1] ? nearestSource(match[1], sources) : null;
  if (!match || name === null) return null;
  return { name, rest: blank(question, match.index, match.index + match[0].length) };
}

function readDays(question: string, last: string | null): SpokenFilters {
  if (last === null) return { ...NONE, rest: question };
  const mentions = [
    ...findDays(question, { start: 0, end: question.length }, { date: last }),
    ...ordinals(question, last),
  ];
  // "on Thursday" is looked for as it is written: only a day with its number says which one is meant.
  const [first, second] = mentions
    .filter(({ date, start, end }) => date.length === 'YYYY-MM-DD'.length && /\d/.test(question.slice(start, end)))
    .sort((a, b) => a.start - b.start);
  if (!first) return { ...NONE, rest: question };
  if (question.search(PRINTED) < 0)
    return { rest: blank(question, first.start, first.end), scope: {}, days: [first.date] };
  const withoutPrinted = (from: number, to: number): string =>
    blank(question, from, to).replace(PRINTED, (word) => ' '.repeat(word.length));
  const opening = SPAN_LEAD.exec(question.slice(0, first.start));
  if (opening && second && SPAN_LINK.test(question.slice(first.end, second.start))) {
    const [after, before] = [first.date, second.date].sort();
    return { rest: withoutPrinted(opening.index, second.end), scope: { after, before }, days: [] };
  }
  const lead = DAY_LEAD.exec(question.slice(0, first.start));
  const rest = withoutPrinted(lead?.index ?? first.start, first.end);
  return { rest, scope: spanOf(lead?.[1]?.toLowerCase() ?? 'on', first.date), days: [] };
}

/** The days of printing that a preposition and a day allow. */
function spanOf(preposition: string, day: string): Scope {
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
function ordinals(question: string, last: string): { start: number; end: number; date: string }[] {
  return [...question.matchAll(ORDINAL)].flatMap((match) => {
    const [written, day = ''] = match;
    const date = `${last.slice(0, 8)}${day.padStart(2, '0')}`;
    const start = match.index + written.indexOf(day);
    if (!isCalendarDay(date)) return [];
    return [{ start, end: match.index + written.length, date }];
  });
}

const escapePattern = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

function blank(text: string, start: number, end: number): string {
  return text.slice(0, start) + ' '.repeat(end - start) + text.slice(end);
}
