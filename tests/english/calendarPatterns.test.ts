import { describe, expect, it } from 'vitest';
import { MONTHS, WEEKDAYS } from '../../src/english/calendar.js';
import {
  ANY_MONTH,
  LOWER_MONTH,
  LOWER_WEEKDAY,
  MONTH,
  MONTH_BUT_MAY,
  SHORT_MONTH,
  SURE_MONTH,
  TYPED_MONTH,
  WEEKDAY,
} from '../../src/english/calendarPatterns.js';

/** Those of the words that a pattern takes whole, just as they are written. */
const matched = (pattern: string, words: readonly string[]): string[] =>
  words.filter((word) => new RegExp(`^(?:${pattern})$`).test(word));

const lower = (words: readonly string[]): string[] => words.map((word) => word.toLowerCase());

describe('the patterns of weekdays', () => {
  it('know all seven, in lower case or as print has them, and never the other way', () => {
    const printed = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
    const words = [...WEEKDAYS, ...printed];
    expect(matched(LOWER_WEEKDAY, words)).toEqual([...WEEKDAYS]);
    expect(matched(WEEKDAY, words)).toEqual(printed);
  });

  it('take no short form, as "sun" and "sat" are words too', () => {
    expect(matched(`${LOWER_WEEKDAY}|${WEEKDAY}`, ['sun', 'sat', 'Sun', 'Sat', 'Wed'])).toEqual([]);
  });
});

describe('the patterns of months', () => {
  it('know all twelve, with their capital or in lower case', () => {
    const words = [...MONTHS, ...lower(MONTHS)];
    expect(matched(MONTH, words)).toEqual([...MONTHS]);
    expect(matched(LOWER_MONTH, words)).toEqual(lower(MONTHS));
  });

  it('take a month as people type it, but "march" and "may" with their capital only', () => {
    expect(matched(TYPED_MONTH, MONTHS)).toEqual([...MONTHS]);
    expect(matched(TYPED_MONTH, ['october', 'june', 'march', 'may', 'OCTOBER'])).toEqual(['october', 'june']);
  });

  it('know the short forms, "Sept" as well as "Sep"', () => {
    expect(matched(SHORT_MONTH, ['Jan', 'Sep', 'Sept', 'Dec', 'May', 'Octo'])).toEqual(['Jan', 'Sep', 'Sept', 'Dec']);
    expect(matched(ANY_MONTH, ['May', 'October', 'Oct', 'Monday'])).toEqual(['May', 'October', 'Oct']);
  });

  it('leave out May where it would be taken for the verb', () => {
    expect(matched(MONTH_BUT_MAY, ['May', 'March', 'Mar', 'October', 'Oct'])).toEqual([
      'March',
      'Mar',
      'October',
      'Oct',
    ]);
  });

  it('leave out what is a name too where a month must be sure', () => {
    expect(matched(SURE_MONTH, ['May', 'Mar', 'Apr', 'Jun', 'Jul', 'June', 'October', 'Sept'])).toEqual([
      'June',
      'October',
      'Sept',
    ]);
  });
});
