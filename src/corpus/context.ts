import type { Span } from '../english/span.js';
import type { Article } from './article.js';
import { type Excerpt, excerptAt } from './excerpt.js';

/** Paragraphs shown before and after, and how long the whole may get: what a phone shows without much scrolling. */
const PARAGRAPHS_AROUND = 1;
const LONGEST_CONTEXT = 1500;

/**
 * A span with the body paragraphs around it, the span itself emphasised. Headings and furniture end it, as the text
 * beyond them belongs elsewhere.
 * @returns null when the span is not in the body of the article
 */
export function contextOf(article: Article, span: Span): Excerpt | null {
  const body = article.paragraphs.filter(({ kind }) => kind === 'body');
  const first = body.findIndex((paragraph) => paragraph.end > span.start);
  const last = body.findLastIndex((paragraph) => paragraph.start < span.end);
  const from = body[first];
  const to = body[last];
  if (!from || !to || last < first) return null;
  let start = Math.min(span.start, from.start);
  let end = Math.max(span.end, to.end);
  const before = body[first - PARAGRAPHS_AROUND];
  const after = body[last + PARAGRAPHS_AROUND];
  if (before && areNeighbours(article, before, from) && end - before.start <= LONGEST_CONTEXT) start = before.start;
  if (after && areNeighbours(article, to, after) && after.end - start <= LONGEST_CONTEXT) end = after.end;
  return excerptAt(article, { start, end }, [[span.start - start, span.end - start]]);
}

function areNeighbours({ paragraphs }: Article, a: Span, b: Span): boolean {
  return (
    paragraphs.findIndex(({ start }) => start === b.start) - paragraphs.findIndex(({ start }) => start === a.start) ===
    1
  );
}
