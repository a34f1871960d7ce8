import { describe, expect, it } from 'vitest';
import { logOddsOf } from '../../../../src/search/reader/remote/logOdds.js';

const scored = (...scores: number[]) => scores.map((score, index) => ({ index, score }));

describe('scores of a server', () => {
  it('are logits as they are when one of them is no probability', () => {
    expect(logOddsOf(scored(-4.5, 0.5, 2), 3)).toEqual([-4.5, 0.5, 2]);
  });

  it('become log odds when all of them are probabilities', () => {
    const [likely = 0, even = 0, unlikely = 0] = logOddsOf(scored(0.9, 0.5, 0.1), 3) ?? [];
    expect(likely).toBeCloseTo(Math.log(9));
    expect(even).toBe(0);
    expect(unlikely).toBeCloseTo(-Math.log(9));
  });

  it('are odds of 999 to 1 when a probability is 1, and of 1 to 999 when it is 0', () => {
    expect(logOddsOf(scored(1, 0), 2)).toEqual([expect.closeTo(Math.log(999)), expect.closeTo(-Math.log(999))]);
  });

  it('are put in the order of the lines by their indices', () => {
    expect(
      logOddsOf(
        [
          { index: 2, score: 5 },
          { index: 0, score: 1 },
          { index: 1, score: -3 },
        ],
        3,
      ),
    ).toEqual([1, -3, 5]);
  });

  it.each([
    ['one is missing', scored(1, 2)],
    ['one stands twice', [...scored(1, 2), { index: 1, score: 3 }]],
    ['one stands twice beside all of them', [...scored(1, 2, 3), { index: 1, score: 3 }]],
    ['one is of a line that was not sent', [...scored(1, 2), { index: 7, score: 3 }]],
    ['one is below the first', [...scored(1, 2), { index: -1, score: 3 }]],
    ['one is no number', scored(1, Number.NaN, 3)],
    ['one has no end', scored(1, Number.POSITIVE_INFINITY, 3)],
  ])('say nothing when %s', (_what, scores) => {
    expect(logOddsOf(scores, 3)).toBeNull();
  });
});
