import type { ArticleHead } from './article.js';

/** The days on which a corpus was written, each 'YYYY-MM-DD'. */
export interface CoveredSpan {
  readonly first: string;
  readonly last: string;
}

/** The first and the last day of publication; null where no article is dated. */
export function coveredSpan(articles: readonly Pick<ArticleHead, 'published'>[]): CoveredSpan | null {
  let first: string | null = null;
  let last: string | null = null;
  for (const { published } of articles) {
    if (published.date === null) continue;
    if (first === null || published.date < first) first = published.date;
    if (last === null || published.date > last) last = published.date;
  }
  return first === null || last === null ? null : { first, last };
}

/** The days of publication, and how many articles each has. */
export function coveredDays(articles: readonly ArticleHead[]): Map<string, number> {
  const days = new Map<string, number>();
  for (const { published } of articles) {
    if (published.date !== null) days.set(published.date, (days.get(published.date) ?? 0) + 1);
  }
  return days;
}
