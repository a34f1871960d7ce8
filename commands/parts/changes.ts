import type { Article } from '../../src/corpus/article.js';
import type { FeedRecord } from '../../src/feeding/feedMemory.js';
import { count } from './citation.js';
import { publishedInWords } from './dates.js';

/** An article that was added, its day and how that is known: `Added “Ferry sinks”, 5 March 2024 (stated).` */
export function addedInWords({ title, published }: Article): string {
  const how = published.date === null ? 'without a date; say one in the file if you know it' : published.basis;
  return `Added “${title}”, ${publishedInWords(published)} (${how}).`;
}

/** "2024-03-05 10:00 UTC". @param at ISO 8601, as logs have it */
export function momentInWords(at: string): string {
  return `${at.slice(0, 'YYYY-MM-DDTHH:MM'.length).replace('T', ' ')} UTC`;
}

/** How it goes with a feed: "asked at 2024-03-05 10:00 UTC, 3 articles so far". */
export function feedInWords({ askedAt, trouble, added }: FeedRecord): string {
  const asked = askedAt === null ? 'not asked yet' : `asked at ${momentInWords(askedAt)}`;
  return `${asked}, ${count(added, 'article')} so far${trouble === null ? '' : `; the last time: ${trouble.replace(/\.$/, '')}`}`;
}
