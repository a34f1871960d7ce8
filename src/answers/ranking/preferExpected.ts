import { expectationMet } from '../fit/expectation.js';
import type { Reading } from '../fit/reading.js';
import type { Ranked } from './rank.js';
import { reweigh } from './reweigh.js';

/** Reading who says what takes time, so only so many are weighed by what the question expects … */
const WEIGHED_ANEW = 16;
/** … which counts about as much as half of the question's words. Chosen, not fitted: of .7, 1, 1.5 and 2.5 the stronger did better on typed questions. */
const EXPECTATION_WEIGHT = 2;

/** Of the best few, those with just what the question expects come before those without. */
export function preferExpected(ranked: readonly Ranked[], reading: Reading): Ranked[] {
  const best = ranked.slice(0, WEIGHED_ANEW);
  return reweigh(
    ranked,
    best.map(({ run }) => EXPECTATION_WEIGHT * expectationMet(run, reading)),
  );
}
