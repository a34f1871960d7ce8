import { describe, expect, it } from 'vitest';
import { similarityBy, softCoverage } from '../../bench/softCoverage.js';
import { WordVectors } from '../../src/search/meaning/wordVectors.js';

/** "jet" and "plane" 45° apart, "budget" at right angles to "jet"; "july" and "june" the same. */
const VECTORS = new WordVectors({
  dimensions: 2,
  words: ['jet', 'plane', 'budget', 'july', 'june'],
  rows: Int8Array.of(127, 0, 127, 127, 0, 127, 127, 10, 127, 10),
});
const similarity = similarityBy(VECTORS);

describe('how surely one word stands for another', () => {
  it('is 1 for a word and itself, known or not', () => {
    expect(similarity('jet', 'jet')).toBe(1);
    expect(similarity('zyzzyva', 'zyzzyva')).toBe(1);
  });

  it('never lets one month, figure or direction stand for another', () => {
    expect(similarity('july', 'june')).toBe(0);
  });
});

describe('soft coverage', () => {
  const asked = [
    { word: 'jet', weight: 3 },
    { word: 'budget', weight: 1 },
  ];

  it('counts the nearest word said for each asked word, by weight', () => {
    expect(softCoverage(asked, ['plane'], similarity)).toBeCloseTo((3 * 0.5 + 1 * 0.5) / 4);
    expect(softCoverage(asked, ['plane', 'jet'], similarity)).toBeCloseTo((3 * 1 + 1 * 0.5) / 4);
  });

  it('is 1 when every word is said and 0 when nothing is near', () => {
    expect(softCoverage(asked, ['budget', 'jet'], similarity)).toBe(1);
    expect(softCoverage(asked, ['zyzzyva'], similarity)).toBe(0);
    expect(softCoverage(asked, [], similarity)).toBe(0);
  });

  it('is 0 when nothing is asked', () => {
    expect(softCoverage([], ['jet'], similarity)).toBe(0);
  });
});
