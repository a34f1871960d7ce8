import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cluster } from '../../src/statements/cluster.js';

/** Numbers belong together when they are near, the nearer the more. */
const near = (a: number, b: number) => (Math.abs(a - b) <= 1 ? 2 - Math.abs(a - b) : null);
const KEYS = ['these', 'all', 'share'];

describe('grouping', () => {
  it('puts together what belongs together, in the order of the first members', () => {
    expect(cluster([10, 1, 10.5, 2], () => KEYS, near)).toEqual([
      [10, 10.5],
      [1, 2],
    ]);
  });

  it('makes no group of a chain in which only neighbours are alike', () => {
    expect(cluster([1, 1.5, 2.4, 2.9], () => KEYS, near)).toEqual([
      [1, 1.5],
      [2.4, 2.9],
    ]);
  });

  it('keeps apart what has nothing in common, however alike it may seem', () => {
    expect(cluster([1, 2], (n) => [`${n} one`, `${n} two`, `${n} three`], near)).toEqual([[1], [2]]);
  });

  it('loses nothing and doubles nothing', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 20 }), (items) => {
        const sorted = (all: number[]) => [...all].sort((a, b) => a - b);
        expect(sorted(cluster(items, () => KEYS, near).flat())).toEqual(sorted(items));
      }),
    );
  });
});
