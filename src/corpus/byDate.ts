import type { Article } from './article.js';

/** By publication day, undated last; then by id, so that the order is always the same. */
export function byDate(a: Article, b: Article): number {
  const [dayA, dayB] = [a.published.date ?? '9999', b.published.date ?? '9999'];
  if (dayA !== dayB) return dayA < dayB ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
