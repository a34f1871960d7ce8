import { describe, expect, it } from 'vitest';
import { slope } from '../../bench/hostile.js';
import { HOSTILE_TEXTS } from '../../bench/hostileTexts.js';

describe('the exponent of growth', () => {
  const lengths = [25, 50, 100, 200];

  it('is 1 of what grows with the length and 2 of what grows with its square, whatever the factor', () => {
    expect(slope(lengths, [5, 10, 20, 40])).toBeCloseTo(1);
    expect(slope(lengths, [3, 12, 48, 192])).toBeCloseTo(2);
  });

  it('is 0 of one time alone', () => {
    expect(slope([25], [5])).toBe(0);
  });
});

it('hostile texts are as long as they are asked to be, near enough', () => {
  for (const make of Object.values(HOSTILE_TEXTS)) {
    const { length } = make(1_000);
    expect(length).toBeGreaterThanOrEqual(1_000);
    expect(length).toBeLessThan(1_200);
  }
});
