import { describe, expect, it } from 'vitest';
import type { Article } from '../../src/corpus/article.js';
import { resolveDays } from '../../src/corpus/articleDays.js';
import { createArticle } from '../../src/corpus/articles.js';
import { nearestDay } from '../../src/corpus/datelineYear.js';
import { inferDates } from '../../src/corpus/inferDates.js';

/** One story, as a wire told it; `day` stands where it names one. */
const story = (day: string): string =>
  `The harbour bridge of Ostrin collapsed into the Vessel river ${day}, and ferries took over its traffic. ` +
  'Engineers of the Vessel authority blamed a cracked pillar.';
const SPORT = 'Norwick won the regional curling cup on Sunday, and the crowd sang until midnight.';

let count = 0;
const article = (text: string, published?: string): Article => createArticle({ id: `a${count++}`, text, published });

/** The date that the first article has among the others. */
function dateAmong(text: string, ...others: readonly Article[]): string | null {
  const [first] = inferDates([article(text), ...others]);
  expect(first?.published.basis).toBe(first?.published.date ? 'inferred' : 'unknown');
  return first?.published.date ?? null;
}

describe('a dateline without a year', () => {
  it('is of the year of other coverage of the same', () => {
    const other = article(story('on Thursday'), '2023-10-20');
    expect(dateAmong(`OSTRIN, Oct 19: ${story('on Thursday')}`, other)).toBe('2023-10-19');
    expect(dateAmong(`OSTRIN, October 19 (Reuters) - ${story('early in the day')}`, other)).toBe('2023-10-19');
    expect(dateAmong(`OSTRIN, Oct 20: ${story('on Thursday')}`, other)).toBe('2023-10-20');
  });

  it('dates the article when it stands below a headline', () => {
    const text = `Bridge of Ostrin collapses into river\n\nOSTRIN, Oct 19: ${story('on Thursday')}`;
    expect(dateAmong(text, article(story('on Thursday'), '2023-10-20'))).toBe('2023-10-19');
  });

  it('is then what the days of its text count from', () => {
    const text = `OSTRIN, Oct 19: ${story('on Wednesday')}`;
    const [dated] = inferDates([article(text), article(story('on Wednesday'), '2023-10-19')]);
    const days = dated?.sentences.flatMap((sentence) => resolveDays(dated, sentence));
    expect(dated?.dateline?.date).toBe('2023-10-19');
    expect(days?.map(({ date }) => date)).toEqual(['2023-10-18']);
  });

  it('is of the year before when others tell of it on the first of January, and the other way round', () => {
    expect(dateAmong(`OSTRIN, Dec 31: ${story('on Sunday')}`, article(story('on Sunday'), '2024-01-01'))).toBe(
      '2023-12-31',
    );
    expect(dateAmong(`OSTRIN, Jan 1: ${story('on Sunday')}`, article(story('on Sunday'), '2023-12-31'))).toBe(
      '2024-01-01',
    );
  });

  it('of the 29th of February is of a leap year, or of none', () => {
    const text = `OSTRIN, Feb 29: ${story('on Thursday')}`;
    expect(dateAmong(text, article(story('on Thursday'), '2024-03-01'))).toBe('2024-02-29');
    expect(dateAmong(text, article(story('on Thursday'), '2023-03-01'))).toBeNull();
  });

  it('dates nothing without other coverage of the same', () => {
    expect(dateAmong(`OSTRIN, Oct 19: ${story('on Thursday')}`)).toBeNull();
    expect(dateAmong(`OSTRIN, Oct 19: ${story('on Thursday')}`, article(SPORT, '2023-10-20'))).toBeNull();
  });

  it('dates nothing when the same was told at another time of the year', () => {
    expect(
      dateAmong(`OSTRIN, March 3: ${story('on Thursday')}`, article(story('on Thursday'), '2023-10-20')),
    ).toBeNull();
  });

  it('of a day that is in no calendar dates nothing', () => {
    expect(
      dateAmong(`OSTRIN, Oct 32: ${story('on Thursday')}`, article(story('on Thursday'), '2023-10-20')),
    ).toBeNull();
  });
});

describe('of two years in which the same was told', () => {
  const twice = [article(story('on Thursday'), '2022-10-20'), article(story('on Thursday'), '2023-10-20')];

  it('the one is taken in which the weekday is the dateline’s, or the day before', () => {
    expect(dateAmong(`OSTRIN, Oct 19: ${story('on Thursday')}`, ...twice)).toBe('2023-10-19');
    expect(dateAmong(`OSTRIN, Oct 19: ${story('on Tuesday')}`, ...twice)).toBe('2022-10-19');
  });

  it('the one is taken in which a weekday belongs to its day', () => {
    const text = `OSTRIN, Oct 19: ${story('in the morning')} It will be closed from Tuesday, October 24.`;
    expect(dateAmong(text, ...twice)).toBe('2023-10-19');
    expect(dateAmong(text.replace('Tuesday, October 24', 'Monday (Oct 24)'), ...twice)).toBe('2022-10-19');
  });

  it('neither is taken when both may be', () => {
    expect(dateAmong(`OSTRIN, Oct 19: ${story('in the morning')}`, ...twice)).toBeNull();
    expect(dateAmong(`OSTRIN, Oct 19: ${story('on Wednesday')}`, ...twice)).toBeNull();
  });
});

describe('a weekday that is against the year of other coverage', () => {
  const other = article(story('on Thursday'), '2023-10-20');

  it('leaves the article undated', () => {
    expect(dateAmong(`OSTRIN, Oct 19: ${story('in the morning')}`, other)).toBe('2023-10-19');
    expect(dateAmong(`OSTRIN, Oct 19: ${story('on Monday')}`, other)).toBeNull();
    expect(dateAmong(`OSTRIN, Oct 19: ${story('in the morning')} It opened on Friday (Oct 19).`, other)).toBeNull();
  });

  it('is none where it is to come, or months away', () => {
    const late = (words: string): string => `OSTRIN, Oct 19: ${story('in the morning')} ${words}`;
    expect(dateAmong(late('It will reopen on Monday.'), other)).toBe('2023-10-19');
    expect(dateAmong(late('It had opened on Tuesday, March 7.'), other)).toBe('2023-10-19');
  });
});

describe('a year that the text writes', () => {
  const text = (days: string): string => `OSTRIN, Oct 19: The bridge of Ostrin collapsed ${days}`;

  it('beside a day near the dateline’s or beside its month is the dateline’s when a weekday belongs to its day in it', () => {
    expect(dateAmong(text('on Thursday (Oct 19). It was checked on October 2, 2023.'))).toBe('2023-10-19');
    expect(dateAmong(text('on Thursday, October 19. The worst month was October 2023.'))).toBe('2023-10-19');
    expect(
      dateAmong('OSTRIN, Jan 2: The bridge collapsed on Monday, January 1. It was checked on December 20, 2023.'),
    ).toBe('2024-01-02');
  });

  it('is none when the weekday is of another year, or alone', () => {
    expect(dateAmong(text('on Thursday (Oct 19). It was checked on October 2, 2022.'))).toBeNull();
    expect(dateAmong(text('on Thursday. It was checked on October 2, 2023.'))).toBeNull();
  });

  it('is none when it is of another time of the year', () => {
    expect(dateAmong(text('on Thursday (Oct 19). It was built in March 2023.'))).toBeNull();
  });
});

describe('nearestDay', () => {
  it('is the day in the year that brings it nearest, as far as it may be away', () => {
    expect(nearestDay({ month: 12, day: 31, year: null }, '2024-01-02', 2)).toBe('2023-12-31');
    expect(nearestDay({ month: 12, day: 31, year: null }, '2024-01-03', 2)).toBeNull();
  });
});
