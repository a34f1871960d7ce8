import type { Span } from '../corpus/article.js';
import type { Excerpt } from '../corpus/excerpt.js';
import type { Difference } from './compare.js';
import type { RankSentences } from './topic.js';

/** What the articles have on a claim. Never whether it is true. */
export type ClaimOutcome = 'supported' | 'not-found' | 'told-differently';

/** One claim of a message: `message.slice(start, end) === text`. */
export interface CheckedClaim extends Span {
  readonly text: string;
  readonly outcome: ClaimOutcome;
  /** The lines that support it or tell it differently, best first; empty when not found. */
  readonly excerpts: readonly Excerpt[];
  /** For each of `excerpts` of a claim told differently: the claim's words, and the article's. Else empty. */
  readonly differences: readonly ClaimDifference[];
}

/** Where an article parts from a claim. Shown, never judged. */
export interface ClaimDifference {
  readonly what: Difference['what'] | 'negation';
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

/** Cuts a message into claims and shows what the articles say to each. */
export function checkMessage(message: string, _rank: RankSentences): MessageCheck {
  return { message, claims: [] };
}
