import { describe, expect, it } from 'vitest';
import { calibrationError, drawReliability, reliabilityBins } from '../../bench/reliability.js';

const outcomes = [
  { confidence: 0, bestAnswers: false },
  { confidence: 0.05, bestAnswers: true },
  { confidence: 0.92, bestAnswers: true },
  { confidence: 1, bestAnswers: true },
];

describe('the reliability table', () => {
  it('sorts answers into ten bins, certainty into the last', () => {
    const bins = reliabilityBins(outcomes);
    expect(bins).toHaveLength(10);
    expect(bins.map(({ n }) => n)).toEqual([2, 0, 0, 0, 0, 0, 0, 0, 0, 2]);
    expect(bins[0]).toMatchObject({ from: 0, to: 0.1, predicted: 0.025, observed: 0.5 });
    expect(bins[9]).toMatchObject({ from: 0.9, to: 1, predicted: 0.96, observed: 1 });
  });

  it('weighs the gap between predicted and observed by the answers in each bin', () => {
    expect(calibrationError(reliabilityBins(outcomes))).toBeCloseTo((0.475 + 0.04) / 2);
  });

  it('leaves empty bins blank', () => {
    expect(drawReliability(reliabilityBins(outcomes)).split('\n')[2]).toMatch(/^0\.1–0\.2 +0 +– +–$/);
  });
});
