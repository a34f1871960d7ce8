import type { Outcome } from './evaluate.js';
import { MeasuredSet, type Measures } from './measures.js';
import { mulberry32 } from './mulberry32.js';

/** Sets drawn: so many that the ends of an interval are steady to about a tenth of its length. */
export const RESAMPLES = 2_000;
/** The same draws each time, so that the same set and the same answers give the same interval. */
const SEED = 1;
/** Of the differences of drawn sets, so many lie below the interval, and as many above. */
const TAIL = 0.025;

/** One measure without and with something, each 0..1; null where nothing could be measured. */
export interface MeasureChange {
  readonly without: number | null;
  readonly with: number | null;
  /** With minus without. */
  readonly difference: number | null;
  /** 95 % of it. */
  readonly interval: readonly [low: number, high: number] | null;
}

export type MeasureChanges = Readonly<Record<keyof Measures, MeasureChange>>;

/**
 * Compares two runs of one question set by a paired bootstrap (Efron & Tibshirani 1993, percentile interval): sets of as many questions are
 * drawn from it with replacement, both runs are measured on each, and the middle 95 % of the differences is the interval.
 * @param before @param after what came of the same questions, in the same order
 */
export function compareOutcomes(before: readonly Outcome[], after: readonly Outcome[]): MeasureChanges {
  const [first, second] = [new MeasuredSet(before), new MeasuredSet(after)];
  const drawn = drawCounts(before.length).map((counts) => [first.measure(counts), second.measure(counts)] as const);
  const [a, b] = [first.measure(), second.measure()];
  const changeOf = (name: keyof Measures): MeasureChange => ({
    without: a[name],
    with: b[name],
    difference: difference(a[name], b[name]),
    interval: middleOf(drawn.map(([one, other]) => difference(one[name], other[name]))),
  });
  return {
    rightFirst: changeOf('rightFirst'),
    rightInThree: changeOf('rightInThree'),
    wronglyRefused: changeOf('wronglyRefused'),
    unanswerableAnswered: changeOf('unanswerableAnswered'),
    areaUnderCurve: changeOf('areaUnderCurve'),
  };
}

/** How often each of so many questions is in each drawn set. */
function drawCounts(size: number): Uint16Array[] {
  const random = mulberry32(SEED);
  return Array.from({ length: RESAMPLES }, () => {
    const counts = new Uint16Array(size);
    for (let drawn = 0; drawn < size; drawn++) {
      const i = Math.floor(random() * size);
      counts[i] = (counts[i] ?? 0) + 1;
    }
    return counts;
  });
}

function difference(without: number | null, withIt: number | null): number | null {
  return without === null || withIt === null ? null : withIt - without;
}

/** The middle 95 %; null of nothing. A drawn set without a question that measures it is left out. */
function middleOf(differences: readonly (number | null)[]): readonly [number, number] | null {
  const sorted = differences.filter((one) => one !== null).sort((a, b) => a - b);
  const [low, high] = [sorted[Math.floor(TAIL * sorted.length)], sorted[Math.ceil((1 - TAIL) * sorted.length) - 1]];
  return low === undefined || high === undefined ? null : [low, high];
}
