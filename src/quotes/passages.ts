import type { Excerpt } from '../corpus/excerpt.js';
import type { QuoteGroup } from './group.js';
import type { Quote } from './quote.js';

/** Statements that stand together first in one stretch of an article, which is shown once for all of them. */
export type Passage = readonly QuoteGroup[];

/** Puts statements of one speaker that are shown by the same stretch of text together, at the place of the first. */
export function gatherPassages(groups: readonly QuoteGroup[]): Passage[] {
  const passages = new Map<string, QuoteGroup[]>();
  for (const group of groups) {
    const first = group.wordings[0]?.quotes[0];
    const key = first ? `${placeOf(first.excerpt)} ${group.speaker ?? ''}` : '';
    const known = passages.get(key);
    if (known) known.push(group);
    else passages.set(key, [group]);
  }
  return [...passages.values()];
}

/** Quotes by the stretch that each stands in, the stretches in the order of the first quote of each. */
export function byStretch(quotes: readonly Quote[]): Quote[][] {
  const stretches = new Map<string, Quote[]>();
  for (const quote of quotes) {
    const known = stretches.get(placeOf(quote.excerpt));
    if (known) known.push(quote);
    else stretches.set(placeOf(quote.excerpt), [quote]);
  }
  return [...stretches.values()];
}

/** Sorted and disjoint ranges within a stretch for quotes that may lie in one another. */
export function rangesWithin(quotes: readonly Quote[]): [number, number][] {
  const ranges = quotes
    .map(({ start, end, excerpt }): [number, number] => [Math.max(0, start - excerpt.start), end - excerpt.start])
    .sort(([a], [b]) => a - b);
  const joined: [number, number][] = [];
  for (const [start, end] of ranges) {
    const last = joined.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else joined.push([start, end]);
  }
  return joined;
}

function placeOf({ article, start, end }: Excerpt): string {
  return `${article.id} ${start} ${end}`;
}
