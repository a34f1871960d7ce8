import type { Excerpt } from '../corpus/excerpt.js';
import { joinRanges } from '../english/span.js';
import type { QuoteGroup } from './group.js';
import type { Quote } from './quote.js';

/** Statements that stand together first in one stretch of an article, which is shown once for all of them. */
export type Passage = readonly QuoteGroup[];

/** Puts statements of one speaker that are shown by the same stretch of text together, at the place of the first. */
export function gatherPassages(groups: readonly QuoteGroup[]): Passage[] {
  return groupsBy(groups, ({ speaker, wordings: [wording] }) => {
    const first = wording?.quotes[0];
    return first ? `${placeOf(first.excerpt)} ${speaker ?? ''}` : '';
  });
}

/** Quotes by the stretch that each stands in, the stretches in the order of the first quote of each. */
export function byStretch(quotes: readonly Quote[]): Quote[][] {
  return groupsBy(quotes, ({ excerpt }) => placeOf(excerpt));
}

/** Items of one key together, at the place of the first of them. */
function groupsBy<T>(items: readonly T[], keyOf: (item: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const known = groups.get(keyOf(item));
    if (known) known.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return [...groups.values()];
}

/** Sorted and disjoint ranges within a stretch for quotes that may lie in one another. */
export function rangesWithin(quotes: readonly Quote[]): [number, number][] {
  return joinRanges(quotes.map(({ start, end, excerpt }) => [Math.max(0, start - excerpt.start), end - excerpt.start]));
}

function placeOf({ article, start, end }: Excerpt): string {
  return `${article.id} ${start} ${end}`;
}
