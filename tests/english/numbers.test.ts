import { describe, expect, it } from 'vitest';
import { COUNTING_WORDS, NUMBER_WORDS, numberOf, scaleOf, tensOf } from '../../src/english/numbers.js';

/** Those of the words that a pattern takes whole. */
const matched = (pattern: string, words: readonly string[]): string[] =>
  words.filter((word) => new RegExp(`^(?:${pattern})$`).test(word));

describe('numberOf', () => {
  it('reads figures, whole and with a fraction', () => {
    expect(['0', '7', '1250', '3.5'].map(numberOf)).toEqual([0, 7, 1250, 3.5]);
  });

  it('reads words up to twenty', () => {
    expect(['zero', 'one', 'seven', 'thirteen', 'twenty'].map(numberOf)).toEqual([0, 1, 7, 13, 20]);
  });

  it('takes nothing for a number that is none', () => {
    expect(['harbour', '19th', '2030s', '10:30', ''].map(numberOf)).toEqual([null, null, null, null, null]);
  });
});

describe('tensOf', () => {
  it('reads the tens that a one may follow, in any case', () => {
    expect(['twenty', 'Forty', 'NINETY'].map(tensOf)).toEqual([20, 40, 90]);
    expect(['ten', 'fourteen', 'hundred'].map(tensOf)).toEqual([undefined, undefined, undefined]);
  });
});

describe('scaleOf', () => {
  it('reads what a number is multiplied by, one or many, in any case', () => {
    expect(['dozen', 'Hundreds', 'thousand', 'MILLIONS', 'billion', 'trillion'].map(scaleOf)).toEqual([
      12, 100, 1_000, 1_000_000, 1_000_000_000, 1_000_000_000_000,
    ]);
    expect(['twenty', 'boats'].map(scaleOf)).toEqual([undefined, undefined]);
  });
});

describe('the patterns of number words', () => {
  const counting = ['two', 'twelve', 'fifteen', 'ninety', 'dozen', 'dozens', 'thousands', 'both', 'no'];
  const other = ['half', 'third', 'double', 'first'];

  it('tell what counts from what says which one or what part', () => {
    expect(matched(COUNTING_WORDS, [...counting, ...other, 'boats'])).toEqual(counting);
    expect(matched(NUMBER_WORDS, [...counting, ...other, 'boats'])).toEqual([...counting, ...other]);
  });
});
