import { expect, it } from 'vitest';
import { reachOf } from '../../../src/events/timeline/reach.js';

const span = { first: '2024-03-01', last: '2024-03-20' };

it.each([
  ['2024-01-29', 'background'],
  ['2024-01-30', 'covered'],
  ['2023-12', 'background'],
  ['2024-01', 'covered'],
  ['2023', 'background'],
  ['2024', 'covered'],
  ['2024-03-20', 'covered'],
  ['2024-03-21', 'outlook'],
  ['2024-04', 'outlook'],
  ['2025', 'outlook'],
] as const)('takes %s for %s: a month before the first article is still its run-up', (date, reach) => {
  const precision = date.length === 4 ? 'year' : date.length === 7 ? 'month' : 'day';
  expect(reachOf({ date, precision }, span)).toBe(reach);
});

it('knows no background where no article is dated', () => {
  expect(reachOf({ date: '1850', precision: 'year' }, null)).toBe('covered');
});
