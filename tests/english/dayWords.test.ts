import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findDayWords } from '../../src/english/dayWords.js';

/** What is found in a text: the words themselves, and what they say. */
function read(text: string): [words: string, said: object][] {
  return findDayWords(text, { start: 0, end: text.length }).map(({ start, end, ...said }) => [
    text.slice(start, end),
    said,
  ]);
}

describe('findDayWords', () => {
  it('reads a day with its month and, where it is written, its year', () => {
    expect(read('The ferry sank on March 3, 2031, and was raised on 14 June.')).toEqual([
      ['March 3, 2031', { kind: 'dayOfMonth', month: 3, day: 3, year: 2031 }],
      ['14 June', { kind: 'dayOfMonth', month: 6, day: 14, year: null }],
    ]);
    expect(read('The log ends at 2031-03-03.')).toEqual([['2031-03-03', { kind: 'full', date: '2031-03-03' }]]);
  });

  it('keeps a month a month and a year a year', () => {
    expect(read('The pier closed in September 2030 and had been weak since 2027.')).toEqual([
      ['September 2030', { kind: 'month', month: 9, year: 2030, modifier: '' }],
      ['2027', { kind: 'year', year: 2027 }],
    ]);
  });

  it('reads weekdays with what is said of them', () => {
    expect(read('The crew met on Tuesday and will sail next Friday.')).toEqual([
      ['Tuesday', { kind: 'weekday', weekday: 2, modifier: '' }],
      ['next Friday', { kind: 'weekday', weekday: 5, modifier: 'next' }],
    ]);
  });

  it('counts what is said from the day of the article, and marks what counts from another', () => {
    expect(read('It rained yesterday, and two days ago, and last month.')).toEqual([
      ['yesterday', { kind: 'relativeDay', days: -1 }],
      ['two days ago', { kind: 'relativeDay', days: -2 }],
      ['last month', { kind: 'relativeMonth', months: -1 }],
    ]);
    expect(read('The strike had begun a day earlier.')).toEqual([['a day earlier', { kind: 'fromOther', days: -1 }]]);
  });

  it.each([
    'Shops were full on Black Friday.',
    'The choir sings every Sunday.',
    'She writes for the Ostrin Sunday Times.',
    'They may march to the harbour.',
    'The yard employs 2030 people.',
    'The log ends at 2031-02-30.',
  ])('takes nothing for a day that is none: %s', (text) => {
    expect(read(text)).toEqual([]);
  });

  it('looks inside its span only', () => {
    const text = 'On Monday it rained. On Tuesday it cleared. On Friday it froze.';
    const span = { start: text.indexOf('On Tuesday'), end: text.indexOf(' On Friday') };
    expect(findDayWords(text, span)).toEqual([
      { start: text.indexOf('Tuesday'), end: text.indexOf(' it cleared'), kind: 'weekday', weekday: 2, modifier: '' },
    ]);
  });

  it('finds disjoint words in order, inside the span, in any text', () => {
    const word = fc.constantFrom(
      ...[
        'on',
        'in',
        'last',
        'next',
        'the',
        'of',
        ',',
        'Friday',
        'March',
        'may',
        'Oct.',
        '3',
        '19th',
        '2030',
        '2031-03-03',
      ],
      ...['yesterday', 'six days ago', 'the day before', 'month', 'year', 'Times'],
    );
    const text = fc.oneof(
      fc.string(),
      fc.array(word).map((words) => words.join(' ')),
    );
    fc.assert(
      fc.property(text, fc.nat(10), (stretch, lead) => {
        const span = { start: lead, end: lead + stretch.length };
        let end = span.start;
        for (const found of findDayWords(`${'x'.repeat(lead)}${stretch} Friday`, span)) {
          expect(found.start).toBeGreaterThanOrEqual(end);
          expect(found.end).toBeGreaterThan(found.start);
          end = found.end;
        }
        expect(end).toBeLessThanOrEqual(span.end);
      }),
    );
  });
});
