import type { ArticleSpan } from '../../commands/parts/reply.js';

/**
 * Where a page shows an article with a stretch of it marked: `https://…/?article=ID&start=12&end=80`.
 * @param event the one that the article is of; null where there is only one
 */
export function articleLink(page: string, { article, start, end }: ArticleSpan, event: string | null = null): string {
  const query = new URLSearchParams(event === null ? { article } : { article, of: event });
  if (end > start) {
    query.set('start', String(start));
    query.set('end', String(end));
  }
  return `${page}/?${query}`;
}

/** The event that such a link's article is of; null where it names none. */
export function eventOfArticle(query: URLSearchParams): string | null {
  return query.get('of') || null;
}

/** Reads such a link back, whatever page it leads to; null when it names no article. */
export function readArticleLink(query: URLSearchParams): ArticleSpan | null {
  const article = query.get('article');
  if (!article) return null;
  const [start, end] = [offset(query.get('start')), offset(query.get('end'))];
  return start < end ? { article, start, end } : { article, start: 0, end: 0 };
}

function offset(written: string | null): number {
  const number = Number(written ?? 0);
  return Number.isSafeInteger(number) && number >= 0 ? number : 0;
}
