import type { Article } from '../../src/corpus/article.js';
import { inferDates } from '../../src/corpus/inferDates.js';
import { type RankSentences, rankByIndex } from '../../src/events/relevantSentences.js';
import { PassageIndex } from '../../src/search/passages.js';
import { readSeeds } from './seeds.js';

/** The four articles as an archive has them: undated ones dated from the others where that is sure. */
export const seeds: readonly Article[] = inferDates(readSeeds());

export const rankSeeds: RankSentences = rankByIndex(new PassageIndex(seeds));

/** The number that a seed article's file begins with. */
export function numberOf({ id }: { id: string }): string {
  return id.slice(0, 3);
}

/** The text of a seed article. */
export function textOf(id: string): string {
  return seeds.find((article) => article.id === id)?.text ?? '';
}
