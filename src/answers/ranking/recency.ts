import type { Article } from '../../corpus/article.js';

/** News fades to 1/e in so many days: "this week" may be asked months after, but it seldom means years ago. Chosen, not fitted. */
const FADING_DAYS = 365;
/** An article without a date is neither new nor old. */
const UNDATED_RECENCY = 0.5;

const DAY = 86_400_000;

function dayOf({ published }: Article): number | null {
  return published.date === null ? null : Date.parse(published.date) / DAY;
}

/**
 * How near each article's day is to the newest one's, falling exponentially (Li & Croft 2003). The newest of those that
 * may answer, as no clock tells when the question's "this week" was.
 * @returns a function to 0..1, for the articles given
 */
export function recencyAmong(articles: readonly Article[]): (article: Article) => number {
  const newest = articles.reduce((most, article) => Math.max(most, dayOf(article) ?? most), Number.NEGATIVE_INFINITY);
  return (article) => {
    const day = dayOf(article);
    return day === null ? UNDATED_RECENCY : Math.exp((day - newest) / FADING_DAYS);
  };
}
