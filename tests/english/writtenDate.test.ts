import { describe, expect, it } from 'vitest';
import { findWrittenDate, isOnlyTime, readWrittenDate } from '../../src/english/writtenDate.js';

describe('findWrittenDate', () => {
  it.each([
    ['2031-03-07', '2031-03-07'],
    ['2031-03-07T09:15:00Z', '2031-03-07'],
    ['2031-03-07T23:59:59-11:00', '2031-03-07'],
    ['7 March 2031', '2031-03-07'],
    ['7th of March 2031', '2031-03-07'],
    ['7 Mar. 2031', '2031-03-07'],
    ['March 7, 2031', '2031-03-07'],
    ['March 7th 2031', '2031-03-07'],
    ['Sept 30, 2031', '2031-09-30'],
    ['Fri, 7 Mar 2031', '2031-03-07'],
    ['Friday, March 7, 2031', '2031-03-07'],
    ['Thurs 6 March 2031', '2031-03-06'],
    ['29 February 2032', '2032-02-29'],
    ['march 7, 2031', '2031-03-07'],
  ])('reads "%s", and knows where it stands', (written, date) => {
    const text = `Updated: ${written} | Island Wire`;
    const found = findWrittenDate(text);
    expect(found?.date).toBe(date);
    expect(text.slice(found?.start, found?.end)).toBe(written);
  });

  it('reads a date with no-break spaces', () => {
    expect(findWrittenDate('7\u00a0March\u202f2031')?.date).toBe('2031-03-07');
  });

  it('takes the first of several', () => {
    expect(findWrittenDate('Posted 7 March 2031, changed 9 March 2031')?.date).toBe('2031-03-07');
  });

  it.each([
    '05/06/2031',
    '5.6.2031',
    'March 2031',
    '7 March',
    'Friday',
    '31 April 2031',
    '2031-02-30',
    '2031-13-01',
    '29 February 2031',
    '7 Smarch 2031',
    'Room 7, block 2031',
    '12031-03-071',
    '',
  ])('finds none in "%s"', (text) => {
    expect(findWrittenDate(text)).toBeNull();
  });
});

describe('isOnlyTime', () => {
  it.each(['', '09:15', '9.15am', 'at 10:05 GMT', '10:05 p.m.', '- 10:05 | +02:00', 'noon', '· 18h30 (CET)'])(
    'is true of "%s"',
    (text) => {
      expect(isOnlyTime(text)).toBe(true);
    },
  );

  it.each(['written by Oda Lund', '10:05 in Tarrow', 'at the harbour', '30 sailors', 'GMT and weather'])(
    'is false of "%s"',
    (text) => {
      expect(isOnlyTime(text)).toBe(false);
    },
  );
});

describe('readWrittenDate', () => {
  it.each([
    ['7 March 2031', '2031-03-07'],
    ['  Friday, March 7, 2031  ', '2031-03-07'],
    ['March 7, 2031 at 10:05 GMT', '2031-03-07'],
    ['2031-03-07T09:15:00Z', '2031-03-07'],
    ['2031-03-07 09:15', '2031-03-07'],
  ])('reads "%s" whole', (text, date) => {
    expect(readWrittenDate(text)).toBe(date);
  });

  it.each([
    'Published 7 March 2031',
    '7 March 2031 in Tarrow',
    '7 March 2031 rain fell',
    '7 March 2031 by Oda Lund',
    'The ferry sank on March 7, 2031.',
    '7 March 2031 to 9 March 2031',
    'yesterday',
    '31 April 2031',
    '',
  ])('is none of "%s"', (text) => {
    expect(readWrittenDate(text)).toBeNull();
  });
});
