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
