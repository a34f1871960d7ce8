import type { CoveredSpan } from '../../corpus/coveredSpan.js';
import { addDays } from '../../english/calendar.js';
import type { When } from './happening.js';

/** Where a happening lies from what the articles report on: `background` is older, `outlook` is still to come after the last of them. */
export type Reach = 'background' | 'covered' | 'outlook';

/**
 * Days before the first article that its reporting still reaches back to. A month, because "last month" and a month without its year
 * are how news tells of what led up to it; what is further back is told with a year, as what went before.
 */
const RUN_UP = 31;

/** A month or a year that reaches into the span is covered. */
export function reachOf({ date }: When, span: CoveredSpan | null): Reach {
  if (span === null) return 'covered';
  if (date < addDays(span.first, -RUN_UP).slice(0, date.length)) return 'background';
  return date > span.last.slice(0, date.length) ? 'outlook' : 'covered';
}
