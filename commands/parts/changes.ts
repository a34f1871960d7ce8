import type { Article } from '../../src/corpus/article.js';
import { publishedInWords } from './dates.js';

/** An article that was added, its day and how that is known: `Added “Ferry sinks”, 5 March 2024 (stated).` */
export function addedInWords({ title, published }: Article): string {
  const how = published.date === null ? 'without a date; say one in the file if you know it' : published.basis;
  return `Added “${title}”, ${publishedInWords(published)} (${how}).`;
}
