import { analyze, isStopWord } from '../english/analyzer.js';
import { LOWER_WEEKDAY } from '../english/calendarPatterns.js';
import { isNegated } from '../english/negation.js';
import { numberOf, tensOf } from '../english/numbers.js';
import { areOpposite, deedOf, hasOpposite } from '../statements/verbClasses.js';
import { finish, type Steps } from '../steps.js';
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
  /** The same one by one: several for a joint statement, [] for null. */
  readonly speakers: readonly string[];
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

/** How many of a quote's rarest words are looked up for candidates, and with how many statements it is compared at most. */
const RAREST = 4;
const MOST_COMPARED = 100;
/** Longer statements, in words, are compared by their beginnings: the work grows with the product of their lengths. */
const LONGEST_COMPARED = 300;

const DAY = new RegExp(`^(?:${LOWER_WEEKDAY})$`);

interface Prepared {
  readonly quote: Quote;
  /** Whether a reported statement says that something is not so; null where the speaker's own words are compared. */
  readonly denies: boolean | null;
  /** Whether anything in it is denied. */
  readonly negated: boolean;
  /** Every word, stemmed. */
  readonly terms: readonly string[];
  /** Stems of the words that carry meaning. */
  readonly content: ReadonlySet<string>;
}

/** Puts quotes that are one statement together, in the order of their first appearance. */
export function groupQuotes(quotes: readonly Quote[], speakers = new SpeakerList(quotes)): QuoteGroup[] {
  return finish(groupQuotesInSteps(quotes, speakers));
}

/** As {@link groupQuotes}, a quote a step. */
export function* groupQuotesInSteps(quotes: readonly Quote[], speakers: SpeakerList): Steps<QuoteGroup[]> {
  const groups: Gathered[] = [];
  const shelves = new Map<string, Shelf>();
  for (const quote of quotes) {
    const speaker = speakers.of(quote)?.name ?? null;
    const prepared = prepare(quote);
    const shelf = shelves.get(speaker ?? '') ?? new Shelf();
    shelves.set(speaker ?? '', shelf);
    const same = shelf
      .near(prepared)
      .find(({ members }) => members.slice(0, MOST_COMPARED).some((member) => isSameStatement(member, prepared)));
    const group = same ?? { speaker, members: [] };
    if (!same) groups.push(group);
    group.members.push(prepared);
    shelf.put(group, prepared);
    yield;
  }
  return groups.map(({ speaker, members }) => {
    const [first] = members;
    return { speaker, speakers: first ? speakers.namesOf(first.quote) : [], wordings: wordingsOf(members) };
  });
}

interface Gathered {
  readonly speaker: string | null;
  readonly members: Prepared[];
}

/** One speaker's statements by the words in them, so that a quote is held only against those that can be the same. */
class Shelf {
  readonly #byTerm = new Map<string, Set<Gathered>>();

  put(group: Gathered, { content, terms }: Prepared): void {
    for (const term of content.size > 0 ? content : terms) {
      const groups = this.#byTerm.get(term);
      if (groups) groups.add(group);
      else this.#byTerm.set(term, new Set([group]));
    }
  }

  /** Groups that share one of the quote's rarest words of meaning, in the order in which they were put. */
  near({ content, terms }: Prepared): Gathered[] {
    const found = [...new Set(content.size > 0 ? content : terms)].flatMap((term) => this.#byTerm.get(term) ?? []);
    const rarest = found.sort((a, b) => a.size - b.size).slice(0, RAREST);
    const near = new Set<Gathered>();
    for (const groups of rarest) {
      for (const group of groups) {
        if (near.size >= MOST_COMPARED) return [...near];
        near.add(group);
      }
    }
    return [...near];
  }
}

function prepare(quote: Quote): Prepared {
  const own = essence(quote);
  const tokens = analyze(own, true);
  const negated = isNegated(quote.text);
  return {
    quote,
    denies: quote.direct || own !== quote.text ? null : negated,
    negated,
    terms: tokens.map((token) => token.term),
    content: new Set(tokens.filter((token) => !isStopWord(token)).map((token) => token.term)),
  };
}

/**
 * What was said in the speaker's own words: what stands in marks inside a reported statement, else all of it. So does a word or two in
 * marks, which what stands around may turn into the opposite.
 */
function essence(quote: Quote): string {
  if (quote.direct) return quote.text;
  const marked = [...quote.text.matchAll(/["“«]([^"“”«»]+)["”»]/gu)].map((match) => match[1] ?? '').join(' ');
  return marked.split(/\s+/).length < LEAST_WORDS ? quote.text : marked;
}

function isSameStatement(a: Prepared, b: Prepared): boolean {
  const [short, long] = a.terms.length <= b.terms.length ? [a, b] : [b, a];
  if (short.terms.length === 0) return false;
  if (a.denies !== null && b.denies !== null && a.denies !== b.denies) return false;
  if (short.terms.length === long.terms.length && short.terms.every((term, i) => term === long.terms[i])) return true;
  if (short.terms.length < LEAST_WORDS) return false;
  const ratio = short.terms.length / long.terms.length;
  if (ratio < CUT_SHORT || ![...short.content].some((term) => long.content.has(term))) return false;
  const [part, whole] = [short.terms.slice(0, LONGEST_COMPARED), long.terms.slice(0, LONGEST_COMPARED)];
  if (` ${whole.join(' ')} `.includes(` ${part.join(' ')} `)) return true;
  if (a.negated !== b.negated || partInWords(a, b)) return false;
  const common = longestCommonRun(part, whole);
  if (common === part.length) return true;
  // Two statements in one article are two: only another paper words the same one otherwise.
  if (a.quote.article.id === b.quote.article.id || ratio < SIMILAR_LENGTH) return false;
  return common / whole.length >= SAME_STATEMENT;
}

/** Whether each has a number, a weekday or an opposite of a word of the other in its place: "40 million", "50 million"; "accept", "reject". */
function partInWords({ terms: a }: Prepared, { terms: b }: Prepared): boolean {
  const [ofA, ofB] = [new Set(a), new Set(b)];
  const [onlyA, onlyB] = [a.filter((term) => !ofB.has(term)), b.filter((term) => !ofA.has(term))];
  const bothHave = (is: (term: string) => boolean): boolean => onlyA.some(is) && onlyB.some(is);
  if (bothHave((term) => numberOf(term) !== null || tensOf(term) !== undefined) || bothHave((term) => DAY.test(term)))
    return true;
  const [deedsOfA, deedsOfB] = [onlyA.map(deedOf).filter(hasOpposite), onlyB.map(deedOf).filter(hasOpposite)];
  return deedsOfA.some((one) => deedsOfB.some((other) => areOpposite(one, other)));
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
