import { describe, expect, it } from 'vitest';
import { cosine, toUnit } from '../../../src/search/meaning/sentenceVector.js';

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
