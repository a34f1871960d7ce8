import { byDate } from '../../corpus/byDate.js';
import { type Excerpt, excerptAt } from '../../corpus/excerpt.js';
import type { Span } from '../../english/span.js';
import type { Clause } from '../../statements/clauses.js';
import type { Statement } from '../../statements/statement.js';
import { finish, type Steps } from '../../steps.js';
import type { EventContext } from '../eventContext.js';
import { type ClaimLine, readClaimLine } from './claimLine.js';
import type { ClaimMismatch } from './claimMismatches.js';
import { readBeside, splitClaims } from './claims.js';

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
  /** The nearest lines when not found, to be shown as such; else empty. */
  readonly closest: readonly Excerpt[];
  /** Where lines part from the claim. */
  readonly differences: readonly ClaimDifference[];
}

/** Where an article parts from a claim. Shown, never judged. */
export interface ClaimDifference {
  readonly what: ClaimMismatch['what'];
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
/** A line with less of a claim's words is not close to it. */
const CLOSE = 0.5;
const MOST_CLOSEST = 2;
/** Lines shown for each claim, of either sort. */
const MOST_LINES = 3;

/**
 * Cuts a message into claims and shows what the articles say to each.
 */
export function checkMessage(message: string, context: EventContext): MessageCheck {
  return finish(checkMessageInSteps(message, context));
}

/** As {@link checkMessage}, a claim or a line a step. */
export function* checkMessageInSteps(message: string, context: EventContext): Steps<MessageCheck> {
  const claims: CheckedClaim[] = [];
  for (const claim of splitClaims(message)) claims.push(yield* checkClaim(message, claim, context));
  return { message, claims };
}

function* checkClaim(message: string, asWritten: Statement, { rank, clauses }: EventContext): Steps<CheckedClaim> {
  const text = message.slice(asWritten.start, asWritten.end);
  const hits = rank(text).slice(0, LOOKED_AT);
  const texts = new Set(hits.map(({ article }) => article.text));
  yield;
  const claim = readBeside(message, asWritten, [...texts]);
  const lines: ClaimLine[] = [];
  for (const { article, sentence } of hits) {
    for (const clause of clauses.clausesOf(article, sentence)) lines.push(readClaimLine(message, claim, clause));
    yield;
  }
  const supporting = bestLines(lines.filter(({ outcome }) => outcome === 'supports'));
  const isSupported = supporting.length > 0;
  const differing = bestLines(
    lines.filter(({ outcome, mismatches }) => outcome === 'differs' && !(isSupported && isElse(mismatches))),
  );
  const shown = [...supporting, ...differing];
  return {
    start: claim.start,
    end: claim.end,
    text,
    outcome: isSupported ? 'supported' : differing.length > 0 ? 'told-differently' : 'not-found',
    excerpts: shown.map(({ clause }) => excerptFor(claim, clause)),
    closest: shown.length > 0 ? [] : closestLines(lines).map(({ clause }) => excerptFor(claim, clause)),
    differences: shown.flatMap((line, excerpt) => differencesOf(message, line, excerpt)),
  };
}

/** Where a line supports a claim, another line with other names in it is about something else. */
function isElse(mismatches: readonly ClaimMismatch[]): boolean {
  return mismatches.some(({ what }) => what === 'name' || what === 'wording');
}

/** The best line of each article, best first. */
function bestLines(lines: readonly ClaimLine[], most = MOST_LINES): ClaimLine[] {
  const best = new Map<string, ClaimLine>();
  for (const line of lines) {
    const { id } = line.clause.article;
    if (line.share > (best.get(id)?.share ?? 0)) best.set(id, line);
  }
  return [...best.values()]
    .sort((a, b) => b.share - a.share || byDate(a.clause.article, b.clause.article))
    .slice(0, most);
}

function closestLines(lines: readonly ClaimLine[]): ClaimLine[] {
  return bestLines(
    lines.filter(({ share }) => share >= CLOSE),
    MOST_CLOSEST,
  );
}

/** The line, with the words that it shares with the claim emphasised. */
function excerptFor(claim: Statement, { article, sentence, ...clause }: Clause): Excerpt {
  const { start, end } = article.sentences[sentence] ?? clause;
  const emphasis: [number, number][] = [];
  for (const word of clause.words) {
    if (!word.content || !claim.content.has(word.key)) continue;
    const last = emphasis.at(-1);
    const gap = last === undefined ? null : article.text.slice(start + last[1], word.start);
    if (last !== undefined && gap?.trim() === '') last[1] = word.end - start;
    else emphasis.push([word.start - start, word.end - start]);
  }
  return excerptAt(article, { start, end }, emphasis);
}

function differencesOf(message: string, { mismatches, clause }: ClaimLine, excerpt: number): ClaimDifference[] {
  const cut = (text: string, span: Span | null) =>
    span === null ? null : { start: span.start, end: span.end, text: text.slice(span.start, span.end) };
  return mismatches.map(({ what, ofClaim, ofSource }) => ({
    what,
    claim: cut(message, ofClaim),
    source: cut(clause.article.text, ofSource),
    excerpt,
  }));
}
