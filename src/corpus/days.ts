import type { Article, Span } from './article.js';

/** A day, month or year said in words, and what it means. */
export interface DayMention extends Span {
  /** As written: "on Thursday" is the mention "Thursday". */
  readonly text: string;
  /** 'YYYY-MM-DD', 'YYYY-MM' or 'YYYY': as precise as the source, no more. */
  readonly date: string;
}

/** The days named inside a span of an article, resolved against its date; what is unsure is left out. */
export function resolveDays(_article: Article, _span: Span): DayMention[] {
  return [];
}
