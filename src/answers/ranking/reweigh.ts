import type { Ranked } from './rank.js';

/**
 * Orders the best few anew, each with something added to its score; those below them keep their places.
 * @param bonuses one a candidate, as many as are to be weighed anew
 */
export function reweigh(ranked: readonly Ranked[], bonuses: readonly number[]): Ranked[] {
  const weighed = ranked
    .slice(0, bonuses.length)
    .map((one, i) => ({ ...one, score: one.score + (bonuses[i] ?? 0) }))
    .sort((a, b) => b.score - a.score || a.passage - b.passage);
  return [...weighed, ...ranked.slice(bonuses.length)];
}
