import { describe, expect, it } from 'vitest';
import { daysExplained, publishedInWords, spanInWords } from '../../../commands/parts/dates.js';

describe('a date in words', () => {
  it('says how an article’s date is known', () => {
    expect(publishedInWords({ date: '2023-10-20', basis: 'stated' })).toBe('20 October 2023');
    expect(publishedInWords({ date: '2023-10-19', basis: 'inferred' })).toBe('undated, inferred 19 October 2023');
    expect(publishedInWords({ date: '2023-10-19', basis: 'dateline' })).toBe('19 October 2023, from its dateline');
    expect(publishedInWords({ date: null, basis: 'unknown' })).toBe('undated');
  });

  it('explains each day once, and none that is clear by itself', () => {
    const thursday = { text: 'Thursday', date: '2023-10-19', start: 0, end: 8 };
    const plain = { text: '2018', date: '2018', start: 20, end: 24 };
    expect(daysExplained([thursday, thursday, plain])).toEqual(['“Thursday” = 19 October 2023']);
  });

  it('says which days a corpus spans', () => {
    expect(spanInWords('2023-10-18', '2023-10-20')).toBe('18 October 2023 to 20 October 2023');
    expect(spanInWords('2023-10-18', '2023-10-18')).toBe('18 October 2023');
    expect(spanInWords(null, null)).toBe('no dates');
  });
});
