import { analyze, isStopWord } from '../search/analyzer.js';
import type { Quote } from './quote.js';
import { SpeakerList } from './speakers.js';

/** One way in which a statement is worded, and everywhere it stands so. */
export interface Wording {
  readonly text: string;
  /** In the order of the articles; at least one. */
  readonly quotes: readonly Quote[];
}

/** One statement of one speaker: the same words in several articles, or words that differ by translation. */
export interface QuoteGroup {
  /** Resolved name over all articles; null when no article says. */
  readonly speaker: string | null;
  /** The fullest wording first. */
  readonly wordings: readonly Wording[];
}

/** Share of the longer text's words that must stand in both, in order, for two wordings of one statement. */
const SAME_STATEMENT = 0.5;
/** The shorter of two wordings has at least this share of the longer one's words; a part of a longer quotation is not the same entry. */
const SIMILAR_LENGTH = 0.6;
/** One text inside the other counts as the same words when it is at least this share of it. */
const CUT_SHORT = 0.5;
/** Fragments below this many words are the same only when they are equal. */
const LEAST_WORDS = 4;

interface Prepared {
  readonly quote: Quote;
  /** Every word, stemmed. */
  readonly terms: readonly string[];
  /** Stems of the words that carry meaning. */
  readonly content: ReadonlySet<string>;
}

/** Puts quotes that are one statement together, in the order of their first appearance. */
export function groupQuotes(quotes: readonly Quote[], speakers = new SpeakerList(quotes)): QuoteGroup[] {
  const groups: { speaker: string | null; members: Prepared[] }[] = [];
  const bySpeaker = new Map<string, typeof groups>();
  for (const quote of quotes) {
    const speaker = speakers.of(quote)?.name ?? null;
    const prepared = prepare(quote);
    const own = bySpeaker.get(speaker ?? '') ?? [];
    const same = own.find((group) => group.members.some((member) => isSameStatement(member, prepared)));
    if (same) same.members.push(prepared);
    else {
      const group = { speaker, members: [prepared] };
      groups.push(group);
      own.push(group);
      bySpeaker.set(speaker ?? '', own);
    }
  }
  return groups.map(({ speaker, members }) => ({ speaker, wordings: wordingsOf(members) }));
}

function prepare(quote: Quote): Prepared {
  const tokens = analyze(essence(quote), true);
  return {
    quote,
    terms: tokens.map((token) => token.term),
    content: new Set(tokens.filter((token) => !isStopWord(token)).map((token) => token.term)),
  };
}

/** What was said in the speaker's own words: what stands in marks inside a reported statement, else all of it. */
function essence(quote: Quote): string {
  if (quote.direct) return quote.text;
  const marked = [...quote.text.matchAll(/["“«]([^"“”«»]+)["”»]/gu)].map((match) => match[1] ?? '').join(' ');
  return marked === '' ? quote.text : marked;
}

function isSameStatement(a: Prepared, b: Prepared): boolean {
  const [short, long] = a.terms.length <= b.terms.length ? [a, b] : [b, a];
  if (short.terms.length === 0) return false;
  if (short.terms.length === long.terms.length && short.terms.every((term, i) => term === long.terms[i])) return true;
  if (short.terms.length < LEAST_WORDS) return false;
  const ratio = short.terms.length / long.terms.length;
  if (ratio < CUT_SHORT || ![...short.content].some((term) => long.content.has(term))) return false;
  const common = longestCommonRun(short.terms, long.terms);
  if (common === short.terms.length) return true;
  // Two statements in one article are two: only another paper words the same one otherwise.
  if (a.quote.article.id === b.quote.article.id || ratio < SIMILAR_LENGTH) return false;
  return common / long.terms.length >= SAME_STATEMENT;
}

/** Length of the longest common subsequence of two texts' words. */
function longestCommonRun(a: readonly string[], b: readonly string[]): number {
  let row = new Uint16Array(b.length + 1);
  for (const term of a) {
    const next = new Uint16Array(b.length + 1);
    for (let j = 0; j < b.length; j++) {
      next[j + 1] = term === b[j] ? (row[j] ?? 0) + 1 : Math.max(row[j + 1] ?? 0, next[j] ?? 0);
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

function wordingsOf(members: readonly Prepared[]): Wording[] {
  const wordings = new Map<string, Quote[]>();
  for (const { quote, terms } of members) {
    const key = terms.join(' ');
    const known = wordings.get(key);
    if (known) known.push(quote);
    else wordings.set(key, [quote]);
  }
  return [...wordings.entries()]
    .sort(([a], [b]) => b.length - a.length)
    .map(([, quotes]) => ({ text: quotes[0]?.text ?? '', quotes }));
}
