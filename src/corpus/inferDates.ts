import type { Article } from './article.js';

/** Dates undated articles from other coverage. */
export function inferDates(articles: readonly Article[]): readonly Article[] {
  return articles;
}
