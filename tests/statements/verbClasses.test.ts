import { describe, expect, it } from 'vitest';
import { termOf } from '../../src/english/analyzer.js';
import { areOpposite, deedOf, deedOfPhrase, sameDeed } from '../../src/statements/verbClasses.js';

const deed = (word: string) => deedOf(termOf(word));

describe('a deed', () => {
  it.each([
    ['slammed', 'condemned'],
    ['bought', 'acquired'],
    ['delivery', 'shipped'],
    ['arrested', 'detained'],
  ])('is one, be it "%s" or "%s"', (one, other) => {
    expect(deed(one)).toBe(deed(other));
  });

  it('may have a verb of two words, of which neither tells it alone', () => {
    expect(deedOfPhrase(termOf('stepped'), 'down')).toBe(deed('resigned'));
    expect(deedOfPhrase(termOf('stepped'), 'on')).toBeNull();
    expect(deed('stepped')).not.toBe(deed('resigned'));
  });

  it('is another for another word', () => {
    expect(deed('praised')).not.toBe(deed('condemned'));
    expect(deed('bridge')).toBe(termOf('bridge'));
  });

  it('is found by its other words, and by no word for its opposite', () => {
    const others = sameDeed(termOf('condemn'));
    expect(others).toContain(termOf('denounce'));
    expect(others).not.toContain(termOf('condemn'));
    expect(others).not.toContain(termOf('praise'));
    expect(sameDeed(termOf('bridge'))).toEqual([]);
  });
});

describe('two deeds', () => {
  it('exclude each other whichever stands first', () => {
    expect(areOpposite(deed('rose'), deed('fell'))).toBe(true);
    expect(areOpposite(deed('lost'), deed('won'))).toBe(true);
  });

  it('do not when they are one, or have nothing to do with each other', () => {
    expect(areOpposite(deed('rise'), deed('climb'))).toBe(false);
    expect(areOpposite(deed('rise'), deed('arrive'))).toBe(false);
  });
});
