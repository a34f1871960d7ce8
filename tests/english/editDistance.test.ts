import { describe, expect, it } from 'vitest';
import { editDistance } from '../../src/english/editDistance.js';

describe('the distance of two words', () => {
  it.each([
    ['kim', 'kim', 0],
    ['kim', 'kmi', 1],
    ['kim', 'im', 1],
    ['kim', 'kimm', 1],
    ['kim', 'tim', 1],
    ['kitten', 'sitting', 3],
    ['ca', 'abc', 3],
    ['', 'abc', 3],
    ['abc', '', 3],
  ])('from %s to %s is %i', (a, b, distance) => {
    expect(editDistance(a, b)).toBe(distance);
    expect(editDistance(b, a)).toBe(distance);
  });
});
