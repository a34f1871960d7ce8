import { describe, expect, it } from 'vitest';
import { dayInWords, monthNumber } from '../../src/english/calendar.js';

describe('a date in words', () => {
  it.each([
    ['2023-10-20', '20 October 2023'],
    ['2023-10-05', '5 October 2023'],
    ['2023-09', 'September 2023'],
    ['2018', '2018'],
  ])('%s is %s, no more precise than it is', (date, words) => {
    expect(dayInWords(date)).toBe(words);
  });
});

it('a month is known by its name or the start of it, in any case', () => {
  expect(['October', 'oct', 'OCT.', 'Sept.', 'ma', 'Octopus'].map(monthNumber)).toEqual([10, 10, 10, 9, null, null]);
});
