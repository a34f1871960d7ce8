import type { Outcome } from '../src/evaluation/evaluate.js';
import { drawTable } from '../src/terminal/table.js';

/** Answers whose confidence fell into one tenth of 0..1. */
export interface Bin {
  /** Half-open, the last closed: [from, to). */
  readonly from: number;
  readonly to: number;
  readonly n: number;
  /** Mean confidence; 0 when n is 0. */
  readonly predicted: number;
  /** Share whose best line does answer; 0 when n is 0. */
  readonly observed: number;
}

const BINS = 10;

/** Sorts outcomes into ten bins of confidence. */
export function reliabilityBins(outcomes: readonly Pick<Outcome, 'confidence' | 'bestAnswers'>[]): Bin[] {
  return Array.from({ length: BINS }, (_, bin) => {
    const those = outcomes.filter(({ confidence }) => Math.min(BINS - 1, Math.floor(confidence * BINS)) === bin);
    const n = those.length;
    const sum = those.reduce((total, { confidence }) => total + confidence, 0);
    const right = those.filter(({ bestAnswers }) => bestAnswers).length;
    return { from: bin / BINS, to: (bin + 1) / BINS, n, predicted: n ? sum / n : 0, observed: n ? right / n : 0 };
  });
}

/** Expected calibration error (Naeini et al. 2015): the gap of each bin, weighted by how many are in it. 0..1. */
export function calibrationError(bins: readonly Bin[]): number {
  const total = bins.reduce((sum, { n }) => sum + n, 0);
  return bins.reduce((sum, { n, predicted, observed }) => sum + (n / total) * Math.abs(predicted - observed), 0);
}

/** The reliability table, a row a bin. */
export function drawReliability(bins: readonly Bin[]): string {
  const rows = bins.map(({ from, to, n, predicted, observed }) => [
    `${from.toFixed(1)}–${to.toFixed(1)}`,
    String(n),
    n ? predicted.toFixed(2) : '–',
    n ? observed.toFixed(2) : '–',
  ]);
  return [
    drawTable([['confidence', 'n', 'predicted', 'observed'], ...rows]),
    `expected calibration error ${calibrationError(bins).toFixed(3)}`,
  ].join('\n');
}
