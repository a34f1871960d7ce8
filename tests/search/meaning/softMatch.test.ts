import { describe, expect, it } from 'vitest';
import { isExact, strengthOf, WordComparer } from '../../../src/search/meaning/softMatch.js';
import { WordVectors } from '../../../src/search/meaning/wordVectors.js';

describe('how surely one word stands for another', () => {
  it('is the square of the cosine, and nothing for words hardly alike', () => {
    expect(strengthOf(0.8)).toBeCloseTo(0.64);
    expect(strengthOf(0.2)).toBe(0);
    expect(strengthOf(-0.9)).toBe(0);
  });

  it('is nothing for a figure, a month, a number or a point of the compass: these stand for themselves', () => {
    for (const word of ['2018', 'b52', 'north', 'july', 'eleven']) expect(isExact(word)).toBe(true);
    expect(isExact('jet')).toBe(false);
  });

  it('is told by the ranks of the words, -1 for those that no other word stands for', () => {
    const vectors = new WordVectors({
      dimensions: 2,
      words: ['jet', 'plane', 'july'],
      rows: Int8Array.of(127, 0, 127, 127, 127, 10),
    });
    const comparer = new WordComparer(vectors);
    expect([comparer.rank('jet'), comparer.rank('july'), comparer.rank('zyzzyva')]).toEqual([0, -1, -1]);
    expect(comparer.strength(0, 1)).toBeCloseTo(0.5, 1);
    expect(comparer.strength(0, 0)).toBe(1);
    expect(comparer.strength(0, -1)).toBe(0);
  });
});
