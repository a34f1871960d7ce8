import { describe, expect, it } from 'vitest';
import { waitBeforeTry } from '../../src/discord/backoff.js';

describe('the wait before a further try', () => {
  it('doubles from a second to four minutes', () => {
    expect([1, 2, 3, 8, 9, 500].map((failed) => waitBeforeTry(failed, 0))).toEqual([
      1_000, 2_000, 4_000, 128_000, 240_000, 240_000,
    ]);
  });

  it('leaves up to half of it to chance', () => {
    expect(waitBeforeTry(3, 1)).toBe(2_000);
    expect(waitBeforeTry(3, 0.5)).toBe(3_000);
  });
});
