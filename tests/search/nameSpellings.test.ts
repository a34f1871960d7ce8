import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { otherSpellings } from '../../src/search/nameSpellings.js';

describe('other spellings of a name', () => {
  it.each([
    ['philip', 'phillip'],
    ['phillip', 'philip'],
    ['sergei', 'sergey'],
    ['zelenskyy', 'zelenski'],
    ['zelenski', 'zelenskiy'],
    ['stefan', 'stephan'],
    ['catherin', 'katherin'],
  ])('of %s have %s', (name, other) => {
    expect(otherSpellings(name)).toContain(other);
  });

  it('are few, and never the name itself', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{1,12}$/), (name) => {
        const others = otherSpellings(name);
        expect(others).not.toContain(name);
        expect(others.length).toBeLessThanOrEqual(4 + 4 * name.length);
      }),
    );
  });
});
