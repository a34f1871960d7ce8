import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { batchPairs } from '../../../src/search/reader/batches.js';

const CAPACITY = 20;

describe('pairs put into batches', () => {
  it('are all there, in their order, and fit', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 3, max: CAPACITY })), (lengths) => {
        const pairs = lengths.map((length) => ({ ids: Array<number>(length).fill(0), candidateAt: 1 }));
        const batches = batchPairs(pairs, CAPACITY);
        expect(batches.flatMap((batch) => batch.pairs)).toEqual(pairs);
        for (const { pairs: together, pieces } of batches) {
          expect(pieces).toBe(together.reduce((sum, { ids }) => sum + ids.length, 0));
          expect(pieces).toBeLessThanOrEqual(CAPACITY);
        }
      }),
    );
  });

  it('share a batch as long as there is room', () => {
    const pairs = [8, 12, 1].map((length) => ({ ids: Array<number>(length).fill(0), candidateAt: 1 }));
    expect(batchPairs(pairs, CAPACITY).map(({ pieces }) => pieces)).toEqual([20, 1]);
  });
});
