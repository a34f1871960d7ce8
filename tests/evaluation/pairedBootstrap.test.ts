import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../src/evaluation/evaluate.js';
import { compareOutcomes } from '../../src/evaluation/pairedBootstrap.js';
import { outcome, question } from './outcomes.js';

/** Answerable questions, the first so many of them with the right line first. */
function run(size: number, right: number): Outcome[] {
  return Array.from({ length: size }, (_, i) => outcome(question(`q${i}`, 'k', true), false, i < right ? 1 : 4));
}

describe('two runs of a set', () => {
  it('differ by what the second adds to the first', () => {
    const { rightFirst } = compareOutcomes(run(100, 40), run(100, 60));
    expect(rightFirst).toMatchObject({ without: 0.4, with: 0.6, difference: expect.closeTo(0.2) });
  });

  it('have an interval as a normal approximation has it, from pairs', () => {
    // Twenty of a hundred pairs change, all one way: the standard error is the root of .2 × .8 / 100, .04.
    const [low, high] = compareOutcomes(run(100, 40), run(100, 60)).rightFirst.interval ?? [0, 0];
    expect(low).toBeGreaterThan(0.2 - 1.96 * 0.04 - 0.02);
    expect(low).toBeLessThan(0.2 - 1.96 * 0.04 + 0.02);
    expect(high).toBeGreaterThan(0.2 + 1.96 * 0.04 - 0.02);
    expect(high).toBeLessThan(0.2 + 1.96 * 0.04 + 0.02);
  });

  it('have no difference, for sure, when they are the same', () => {
    const { rightInThree } = compareOutcomes(run(30, 11), run(30, 11));
    expect([rightInThree.difference, rightInThree.interval]).toEqual([0, [0, 0]]);
  });

  it('have the same interval each time', () => {
    expect(compareOutcomes(run(50, 20), run(50, 25))).toEqual(compareOutcomes(run(50, 20), run(50, 25)));
  });

  it('have no difference in what no question measures', () => {
    expect(compareOutcomes(run(10, 5), run(10, 6)).areaUnderCurve).toEqual({
      without: null,
      with: null,
      difference: null,
      interval: null,
    });
  });
});
