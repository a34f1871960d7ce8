import { type DayMention, findDays } from '../english/days.js';
import type { Span } from '../english/span.js';
import type { Article } from './article.js';

/** How far back the day is looked for that "a day earlier" counts from, in characters: some ten paragraphs. */
const CONTEXT_REACH = 3000;

/** The days named inside a span of an article, resolved against its date; what is unsure is left out. */
export function resolveDays(article: Article, span: Span): DayMention[] {
  const date = article.dateline?.date ?? article.published.date;
  const first = article.sentences[0]?.start ?? 0;
  const start = Math.max(first, span.start - CONTEXT_REACH);
  return findDays(article.text, span, date === null ? null : { date }, { start, end: Math.max(start, span.start) });
}
