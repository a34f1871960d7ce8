import type { Article } from '../../src/corpus/article.js';
import { inferDates } from '../../src/corpus/inferDates.js';
import { type EventContext, eventContextOf } from '../../src/events/eventContext.js';
import type { RankSentences } from '../../src/events/relevantSentences.js';
import { PassageIndex } from '../../src/search/passages.js';
import { readSeeds } from './seeds.js';

/** The four articles as an archive has them: undated ones dated from the others where that is sure. */
export const seeds: readonly Article[] = inferDates(readSeeds());

/** What the events of some articles are read with. */
export function contextOf(articles: readonly Article[], rank?: RankSentences): EventContext {
  const context = eventContextOf(new PassageIndex(articles));
  return rank ? { ...context, rank, closest: (sentence, most) => rank(sentence).slice(0, most) } : context;
}

export const seedContext: EventContext = contextOf(seeds);

/** The number that a seed article's file begins with. */
export function numberOf({ id }: { id: string }): string {
  return id.slice(0, 3);
}

/** The text of a seed article. */
export function textOf(id: string): string {
  return seeds.find((article) => article.id === id)?.text ?? '';
}
