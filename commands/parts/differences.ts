import type { ClaimDifference } from '../../src/events/check/check.js';

/** What a difference is called at the head of its line. */
export const DIFFERENCE_WORDS: Readonly<Record<ClaimDifference['what'], string>> = {
  number: 'Number',
  day: 'Day',
  name: 'Name',
  wording: 'Wording',
  negation: 'Yes or no',
};
