import fc from 'fast-check';
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

it('where more than so many edits are not told apart, the distance is the same up to that many, and above it else', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), maxLength: 9 });
  fc.assert(
    fc.property(word, word, fc.nat(5), (a, b, most) => {
      const whole = editDistance(a, b);
      const bounded = editDistance(a, b, most);
      expect(whole <= most ? bounded === whole : bounded > most).toBe(true);
    }),
    { numRuns: 2000 },
  );
});
