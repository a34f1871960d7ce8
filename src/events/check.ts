import type { Span } from '../corpus/article.js';
import { type Excerpt, excerptAt } from '../corpus/excerpt.js';
import { byDate } from '../search/nearCopies.js';
import { readSaying, type Saying, type Statement } from '../search/saying.js';
import { type ClaimParting, partingsFromClaim } from './claimPartings.js';
import { splitClaims } from './claims.js';
import { coverageOf } from './coverage.js';
import type { RankSentences, SentenceHit } from './topic.js';

/**
 * What the articles have on a claim: lines that say it, lines that say it with another number, day, name or the
 * opposite, or neither. Never whether it is true.
 */
export type ClaimOutcome = 'supported' | 'not-found' | 'told-differently';

/** One claim of a message: `message.slice(start, end) === text`. */
export interface CheckedClaim extends Span {
  readonly text: string;
  /** 'supported' when any line supports it; then `differences` may still show lines that part from it. */
  readonly outcome: ClaimOutcome;
  /** The lines that support it, best first, then those that tell it differently; empty when not found. */
  readonly excerpts: readonly Excerpt[];
  /** Where lines part from the claim. */
  readonly differences: readonly ClaimDifference[];
}

/** Where an article parts from a claim. Shown, never judged. */
export interface ClaimDifference {
  readonly what: ClaimParting['what'];
  /** The words in the message, a span of it; null when only the article has words for it. */
  readonly claim: (Span & { readonly text: string }) | null;
  /** The words in the article, a span of its text; null when only the claim has words for it. */
  readonly source: (Span & { readonly text: string }) | null;
  /** Index in `excerpts` of the line that says so. */
  readonly excerpt: number;
}

/** What the articles say to each claim in a message. */
export interface MessageCheck {
  readonly message: string;
  /** In the order of the message; questions and greetings are left out. */
  readonly claims: readonly CheckedClaim[];
}

/** How many sentences are looked at for each claim. */
const LOOKED_AT = 25;
/** A line supports a claim when it has this share of the claim's words and parts from it in nothing. */
const SUPPORTS = 0.75;
/** A line tells a claim differently when it has this share of the other words. */
const SAME_MATTER = 0.6;
/** Lines shown for each claim, of either sort. */
const MOST_LINES = 3;

/**
 * Cuts a message into claims and shows what the articles say to each.
 * @param rank the sentences that have to do with a claim
 */
export function checkMessage(message: string, rank: RankSentences): MessageCheck {
  return { message, claims: splitClaims(message).map((claim) => checkClaim(message, claim, rank)) };
}

/** A line looked at for a claim. */
interface Line {
  readonly saying: Saying;
  readonly coverage: number;
  readonly partings: readonly ClaimParting[];
}

function checkClaim(message: string, claim: Statement, rank: RankSentences): CheckedClaim {
  const text = message.slice(claim.start, claim.end);
  const lines = rank(text)
    .slice(0, LOOKED_AT)
    .flatMap((hit) => readLine(message, claim, hit));
  const supporting = bestLines(lines.filter((line) => line.partings.length === 0 && line.coverage >= SUPPORTS));
  const differing = bestLines(lines.filter((line) => line.partings.length > 0 && line.coverage >= SAME_MATTER));
  const shown = [...supporting, ...differing];
  return {
    start: claim.start,
    end: claim.end,
    text,
    outcome: supporting.length > 0 ? 'supported' : differing.length > 0 ? 'told-differently' : 'not-found',
    excerpts: shown.map(({ saying }) => excerptFor(claim, saying)),
    differences: shown.flatMap((line, excerpt) => differencesOf(message, line, excerpt)),
  };
}

function readLine(message: string, claim: Statement, { article, sentence }: SentenceHit): Line[] {
  const span = article.sentences[sentence];
  if (span === undefined) return [];
  const saying = readSaying(article, span);
  const partings = partingsFromClaim(message, claim, saying);
  return [{ saying, partings, coverage: coverageOf(message, claim, saying, sentence, partings) }];
}

/** The best line of each article, best first. */
function bestLines(lines: readonly Line[]): Line[] {
  const best = new Map<string, Line>();
  for (const line of lines) {
    const { id } = line.saying.article;
    if (line.coverage > (best.get(id)?.coverage ?? 0)) best.set(id, line);
  }
  return [...best.values()]
    .sort((a, b) => b.coverage - a.coverage || byDate(a.saying.article, b.saying.article))
    .slice(0, MOST_LINES);
}

/** The line, with the words that it shares with the claim emphasised. */
function excerptFor(claim: Statement, { article, start, end, words }: Saying): Excerpt {
  const emphasis: [number, number][] = [];
  for (const word of words) {
    if (!word.content || !claim.content.has(word.key)) continue;
    const last = emphasis.at(-1);
    const gap = last === undefined ? null : article.text.slice(start + last[1], word.start);
    if (last !== undefined && gap?.trim() === '') last[1] = word.end - start;
    else emphasis.push([word.start - start, word.end - start]);
  }
  return excerptAt(article, { start, end }, emphasis);
}

function differencesOf(message: string, { partings, saying }: Line, excerpt: number): ClaimDifference[] {
  const cut = (text: string, span: Span | null) =>
    span === null ? null : { start: span.start, end: span.end, text: text.slice(span.start, span.end) };
  return partings.map(({ what, ofClaim, ofSource }) => ({
    what,
    claim: cut(message, ofClaim),
    source: cut(saying.article.text, ofSource),
    excerpt,
  }));
}
