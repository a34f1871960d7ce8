import type { TimelineEntry } from '../../src/events/timeline/timeline.js';
import type { QuotedText } from './reply.js';

/**
 * The part of an entry's sentence that its day belongs to, word for word, with "…" where the sentence has more; in bold the clause of
 * the day where the part has others too.
 */
export function shownText({ excerpt, shown }: Pick<TimelineEntry, 'excerpt' | 'shown'>): QuotedText {
  const start = Math.max(0, shown.start - excerpt.start);
  const end = Math.min(excerpt.text.length, shown.end - excerpt.start);
  const before = start > 0 ? '… ' : '';
  const behind = /[\p{L}\p{N}]/u.test(excerpt.text.slice(end)) ? ' …' : '';
  const emphasis = excerpt.emphasis
    .map(([from, to]) => [Math.max(from, start), Math.min(to, end)] as const)
    .filter(([from, to]) => from < to && to - from < (end - start) * MOST_BOLD)
    .map(([from, to]) => [from - start + before.length, to - start + before.length] as const);
  return { text: `${before}${excerpt.text.slice(start, end)}${behind}`, emphasis };
}

/** What is nearly all bold stresses nothing. */
const MOST_BOLD = 0.95;
