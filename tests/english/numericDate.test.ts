import { describe, expect, it } from 'vitest';
import { readNumericDate } from '../../src/english/numericDate.js';

describe('a date in figures', () => {
  it.each([
    ['2026/06/05', '2026-06-05'],
    ['2026.6.5', '2026-06-05'],
    ['2026-6-5', '2026-06-05'],
    ['20260605', '2026-06-05'],
    ['20/06/2026', '2026-06-20'],
    ['06/20/2026', '2026-06-20'],
    ['20.6.2026', '2026-06-20'],
    [' 06-06-2026 ', '2026-06-06'],
  ])('%j is one day, whoever reads it', (text, day) => {
    expect(readNumericDate(text)).toBe(day);
  });

  it.each(['05/06/2026', '5.6.2026', '12-01-2026'])('%j is two', (text) => {
    expect(readNumericDate(text)).toBe('ambiguous');
  });

  it.each(['', '2026', '31/02/2026', '2026/13/01', '20/6.2026', '202665', 'in 20/06/2026', '20/06/26'])(
    '%j is none',
    (text) => {
      expect(readNumericDate(text)).toBeNull();
    },
  );
});
