import { describe, expect, it } from 'vitest';
import {
  type ClaimedDay,
  claimedDays,
  type DayMatch,
  isWrittenAlike,
  matchDay,
} from '../../../src/events/check/claimDays.js';

function days(message: string): string[] {
  return claimedDays(message, { start: 0, end: message.length }).map(({ text }) => text);
}

/** How the one day in a message stands to a date. */
function match(message: string, date: string): DayMatch {
  const [day, ...more] = claimedDays(message, { start: 0, end: message.length });
  if (day === undefined || more.length > 0) throw new Error(`${days(message).length} days in "${message}"`);
  return matchDay(day, date);
}

describe('a message', () => {
  it.each([
    ['The ferry sank on 2024-03-05', '2024-03-05'],
    ['The ferry sank on 5 March 2024', '5 March 2024'],
    ['The ferry sank on March 5th, 2024', 'March 5th, 2024'],
    ['The ferry sank on Tuesday', 'Tuesday'],
    ['The ferry sank in March', 'March'],
  ])('"%s" names the day "%s", where it stands', (message, text) => {
    expect(days(message)).toEqual([text]);
    const [day] = claimedDays(message, { start: 0, end: message.length });
    expect(message.slice(day?.start, day?.end)).toBe(text);
  });

  it('names no day with words that only look like one', () => {
    expect(days('They sat in the sun and may march again, 2,024 of them')).toEqual([]);
  });
});

describe('a day that a message names', () => {
  it.each(['on 5 March 2024', 'on 5 March', 'on Tuesday', 'in March', 'in 2024', 'on 2024-03-05'])(
    '"%s" can be 5 March 2024, a Tuesday',
    (said) => {
      expect(match(`The ferry sank ${said}`, '2024-03-05')).toBe('same');
    },
  );

  it.each(['on 6 March 2024', 'on 5 April', 'on 5 March 2023', 'on Wednesday', 'in 2023'])(
    '"%s" is another',
    (said) => {
      expect(match(`The ferry sank ${said}`, '2024-03-05')).toBe('other');
    },
  );

  it('stays unclear where the article is less precise', () => {
    expect(match('The ferry sank on 5 March', '2024-03')).toBe('unclear');
    expect(match('The ferry sank on Tuesday', '2024')).toBe('unclear');
    expect(match('The ferry sank on 5 March', '2024-04')).toBe('other');
  });

  it.each([
    ['on Friday, October 28', 'on 28 October', true],
    ['on October 28, 2022', 'on 28 October', true],
    ['on 28 October', 'on 28 October 2022', false],
    ['on 27 October', 'on 28 October', false],
    ['in October', 'on 28 October', false],
  ])('as “%s” says all of “%s”: %s', (other, claimed, isSaid) => {
    const [[ofOther], [ofClaim]] = [other, claimed].map((text) =>
      claimedDays(text, { start: 0, end: text.length }).slice(-1),
    ) as [[ClaimedDay], [ClaimedDay]];
    expect(isWrittenAlike(ofClaim, ofOther)).toBe(isSaid);
  });
});
