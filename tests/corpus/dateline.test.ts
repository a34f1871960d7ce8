import { describe, expect, it } from 'vitest';
import { findDateline, placeDateline } from '../../src/corpus/dateline.js';

const find = (text: string) => {
  const dateline = findDateline(text, { start: 0, end: text.length });
  return dateline && { place: dateline.place, agencies: dateline.agencies, text: text.slice(dateline.end) };
};
const dateOf = (text: string, published: string | null): string | null => {
  const dateline = findDateline(text, { start: 0, end: text.length });
  return dateline && placeDateline(dateline, published).date;
};

describe('findDateline', () => {
  it.each([
    ['SEOUL, Oct 19: Russian envoys met.', 'SEOUL', []],
    ['PYONGYANG (AFP) - Russian envoys met.', 'PYONGYANG', ['AFP']],
    ['KORTRIJK, Belgium — Russian envoys met.', 'KORTRIJK, Belgium', []],
    ['LAS VEGAS (AP) — Russian envoys met.', 'LAS VEGAS', ['AP']],
    ['MOSCOW, October 19, 2023 (Reuters) — Russian envoys met.', 'MOSCOW', ['Reuters']],
    ['Washington (AP) — Russian envoys met.', 'Washington', ['AP']],
    ['New York CNN — Russian envoys met.', 'New York', []],
  ])('cuts it off the text: %s', (text, place, agencies) => {
    expect(find(text)).toEqual({ place, agencies, text: 'Russian envoys met.' });
  });

  it.each([
    'NATO — which met on Monday — agreed.',
    'BREAKING: Lavrov met Kim.',
    'RELATED:Lavrov met Kim.',
    'CORRECTION: Lavrov met Kim.',
    'The US said: Lavrov met Kim.',
    'Lavrov met Kim (Reuters) in Pyongyang.',
  ])('finds none in %s', (text) => {
    expect(find(text)).toBeNull();
  });
});

describe('placeDateline', () => {
  it('takes the last such day that is not after the article', () => {
    expect(dateOf('SEOUL, Oct 19: He met them.', '2023-10-20')).toBe('2023-10-19');
    expect(dateOf('SEOUL, Dec 31: He met them.', '2024-01-01')).toBe('2023-12-31');
  });

  it('needs the year written out when the article has no date', () => {
    expect(dateOf('SEOUL, Oct 19: He met them.', null)).toBeNull();
    expect(dateOf('SEOUL, Oct 19, 2023: He met them.', null)).toBe('2023-10-19');
  });
});
