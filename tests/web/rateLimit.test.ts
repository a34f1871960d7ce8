import { describe, expect, it } from 'vitest';
import { rateLimit } from '../../src/web/rateLimit.js';

describe('the rate limit', () => {
  it('lets a burst through, then as many as come with time, and says when to come back', () => {
    let now = 0;
    const take = rateLimit({ burst: 3, perSecond: 0.5, now: () => now });
    expect([take('a'), take('a'), take('a')]).toEqual([0, 0, 0]);
    expect(take('a')).toBe(2);
    now = 1_900;
    expect(take('a')).toBe(1);
    now = 2_000;
    expect(take('a')).toBe(0);
    expect(take('a')).toBe(2);
  });

  it('counts each address for itself, and what costs less for less', () => {
    const take = rateLimit({ burst: 1, perSecond: 1, now: () => 0 });
    expect(take('a')).toBe(0);
    expect(take('b', 0.5)).toBe(0);
    expect(take('b', 0.5)).toBe(0);
    expect(take('b', 0.5)).toBe(1);
  });

  it('never holds more than the burst, however long nobody asks', () => {
    let now = 0;
    const take = rateLimit({ burst: 2, perSecond: 1, now: () => now });
    take('a');
    now = 1e9;
    expect([take('a'), take('a'), take('a')]).toEqual([0, 0, 1]);
  });
});
