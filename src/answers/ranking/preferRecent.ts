import type { Ranked } from './rank.js';

/** What the newest article's lines have before those of an article of long ago, in the ranking's score. Chosen, not fitted (docs/RANKING.md). */
const RECENCY_WEIGHT = 3;

/**
 * For a question about what is new, lines of newer articles come first of those that were read: who read them knows no days. Their order
 * changes and not their scores, as an old line that answers is as sure an answer as before.
 * @param few how many of the best were read; those below them keep their places
 */
export function preferRecent(ranked: readonly Ranked[], few: number): Ranked[] {
  const weighed = ({ score, signals }: Ranked): number => score + RECENCY_WEIGHT * signals.recency;
  const best = ranked.slice(0, few).sort((a, b) => weighed(b) - weighed(a));
  return [...best, ...ranked.slice(few)];
}
