import type { ProseToken } from '../english/proseTokens.js';
import type { Span } from '../english/span.js';
import type { Attribution } from './attributions.js';
import type { Speaker } from './quote.js';
import type { Segment } from './segments.js';

/** Somebody's words where they stand, with whoever says them. */
export interface FoundQuote {
  readonly segment: Segment;
  /** Which segment of the article that is, counted from 0. */
  readonly at: number;
  readonly attribution: Attribution;
  readonly speaker: Speaker | null;
}

/** What is shown around the parts of one quotation is no longer than so many characters; what goes on has its own. */
const LONGEST_AROUND = 1_500;

/**
 * One quotation in several parts: `"…," she said. "…"`, and over paragraphs that open anew until one closes. The parts of each
 * are put together, in order; a quotation that stands alone is a list of one.
 */
export function joinParts(found: readonly FoundQuote[]): FoundQuote[][] {
  const runs: FoundQuote[][] = [];
  for (const quote of found) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run && last && goesOn(last, quote)) run.push(quote);
    else runs.push([quote]);
  }
  return runs.map(withOneSpeaker);
}

/** The sentences around the parts of a quotation: one stretch for all of them where it is not too long. */
export function stretchesOf(run: readonly FoundQuote[]): Span[] {
  const stretches: { start: number; end: number }[] = [];
  return run.map(({ segment }) => {
    const last = stretches.at(-1);
    if (last && segment.end - last.start <= LONGEST_AROUND) {
      last.end = Math.max(last.end, segment.end);
      return last;
    }
    const stretch = { start: segment.start, end: segment.end };
    stretches.push(stretch);
    return stretch;
  });
}

/** Whether a quotation goes on from the one before it, past no more than who says so. */
function goesOn(before: FoundQuote, after: FoundQuote): boolean {
  if (!before.attribution.direct || !after.attribution.direct) return false;
  if (before.at === after.at) {
    return before.attribution.verb !== null && before.attribution.verb === after.attribution.verb;
  }
  const first = after.segment.tokens[0];
  const last = before.segment.tokens.findLast((token) => token.quotation !== null);
  if (after.at !== before.at + 1 || !first || !last || !holds(first, after) || !holds(last, before)) return false;
  if (before.segment.paragraph !== after.segment.paragraph)
    return isOpen(last) && last === before.segment.tokens.at(-1);
  return (
    after.attribution.subject === null || (before.attribution.subject === null && before.segment.tokens[0] === last)
  );
}

/** Whether a token is the quotation that was found. */
function holds({ quotation, start, end }: ProseToken, { attribution: { span } }: FoundQuote): boolean {
  return quotation !== null && start <= span.start && span.end <= end;
}

/** Whether no mark closes a quotation. */
function isOpen({ quotation }: ProseToken): boolean {
  return quotation !== null && quotation.inner.end === quotation.end;
}

/** What is said before the text tells who speaks is theirs whom it names then. */
function withOneSpeaker(run: readonly FoundQuote[]): FoundQuote[] {
  const named = run.findIndex(({ attribution }) => attribution.subject !== null);
  const speaker = run[named]?.speaker;
  return run.map((quote, i) => (speaker && i < named ? { ...quote, speaker } : quote));
}
