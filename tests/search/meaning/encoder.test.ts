import { describe, expect, it } from 'vitest';
import { cosine, relativeLikeness, toUnit } from '../../../src/search/meaning/encoder.js';

describe('sentence vectors', () => {
  it('are scaled to length 1', () => {
    const [x = 0, y = 0] = toUnit(Float32Array.of(3, 4)) ?? [];
    expect([x, y]).toEqual([expect.closeTo(0.6), expect.closeTo(0.8)]);
  });

  it('are null when they point nowhere, and then like nothing', () => {
    expect(toUnit(Float32Array.of(0, 0))).toBeNull();
    expect(cosine(null, toUnit(Float32Array.of(1, 0)))).toBe(0);
  });
});

describe('relative likeness', () => {
  it('is 1 for the most alike and 0 for the least, wherever a model puts them', () => {
    expect(relativeLikeness([0.9, 0.7, 0.8])).toEqual([expect.closeTo(1), 0, expect.closeTo(0.5)]);
    expect(relativeLikeness([-0.1, 0.3])).toEqual([0, 1]);
  });

  it('is 0 for all when none stands out', () => {
    expect(relativeLikeness([0.5, 0.5])).toEqual([0, 0]);
    expect(relativeLikeness([])).toEqual([]);
  });
});
