import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resolveDays } from '../../src/corpus/articleDays.js';
import { createArticle } from '../../src/corpus/articles.js';
import { findDays } from '../../src/english/days.js';
import { readSeed } from '../corpus/seeds.js';

/** A Friday. */
const REFERENCE = { date: '2023-10-20' };

function read(text: string, reference: { date: string } | null = REFERENCE): Record<string, string> {
  const days = findDays(text, { start: 0, end: text.length }, reference);
  return Object.fromEntries(days.map((day) => [day.text, day.date]));
}

function daysOf(number: Parameters<typeof readSeed>[0], words: string): Record<string, string> {
  const article = readSeed(number);
  const sentence = article.sentences.find(({ start, end }) => article.text.slice(start, end).includes(words));
  if (!sentence) throw new Error(`no sentence of ${number} says “${words}”`);
  return Object.fromEntries(resolveDays(article, sentence).map(({ text, date }) => [text, date]));
}

describe('days at the head of a sentence, and beside another', () => {
  it.each([
    ['Last Friday, the minister resigned.', { 'Last Friday': '2023-10-13' }],
    ['He resigned last Friday.', { 'last Friday': '2023-10-13' }],
    ['The poll was published on Thursday, the day before the election.', { Thursday: '2023-10-19' }],
    ['The ferry sailed on Tuesday, a day later than planned.', { Tuesday: '2023-10-17' }],
    ['He left on Tuesday and came back a day later.', { Tuesday: '2023-10-17', 'a day later': '2023-10-18' }],
  ])('“%s”', (text, days) => {
    expect(read(text)).toEqual(days);
  });
});

describe('resolveDays on the real articles', () => {
  it('counts from the dateline: “on Thursday” in 000, published on a Friday, is 19 October', () => {
    expect(daysOf('000', 'met with North Korea')).toEqual({ Thursday: '2023-10-19' });
    expect(daysOf('002', 'slammed')).toEqual({ Thursday: '2023-10-19' });
  });

  it('keeps a month a month and a year a year', () => {
    expect(daysOf('000', 'last month')).toEqual({ 'last month': '2023-09' });
    expect(daysOf('000', 'port call')).toEqual({ July: '2023-07' });
    expect(daysOf('000', 'weapons tests')).toEqual({ 'this year': '2023' });
    expect(daysOf('000', 'B-52')).toEqual({ 2000: '2000' });
    expect(daysOf('004', 'in 2018')).toEqual({ 2018: '2018' });
    expect(daysOf('004', 'rare visit')).toEqual({ September: '2023-09' });
  });

  it('looks ahead when the clause does: the bomber “would take part … on Sunday”', () => {
    expect(daysOf('000', 'would take part')).toEqual({ Sunday: '2023-10-22' });
  });

  it('looks back past a day of saying: Sung Kim “said on Tuesday that …”', () => {
    expect(daysOf('004', 'Sung Kim')).toEqual({ Tuesday: '2023-10-17' });
  });

  it('counts “a day earlier” from the one day named before it', () => {
    expect(daysOf('004', 'a day earlier')).toEqual({ 'a day earlier': '2023-10-17' });
  });

  it('leaves “Earlier in the day” and “last week” alone', () => {
    expect(daysOf('000', 'Earlier in the day')).toEqual({});
    expect(daysOf('004', '1,000 containers')).toEqual({});
  });

  it('says nothing relative about an undated article', () => {
    const article = readSeed('003');
    expect(article.sentences.flatMap((sentence) => resolveDays(article, sentence))).toEqual([]);
  });
});

describe('findDays', () => {
  it.each([
    ['He came on 2023-10-19.', '2023-10-19', '2023-10-19'],
    ['He came on 19 October 2023.', '19 October 2023', '2023-10-19'],
    ['He came on October 19, 2023, by train.', 'October 19, 2023', '2023-10-19'],
    ['He came in October 1983.', 'October 1983', '1983-10'],
    ['He came in 1983.', '1983', '1983'],
  ])('reads a date that needs no reference: %s', (text, words, date) => {
    expect(read(text, null)).toEqual({ [words]: date });
  });

  it.each([
    ['He came on Oct 19.', 'Oct 19', '2023-10-19'],
    ['He came on the 19th of October.', '19th of October', '2023-10-19'],
    ['He came on Thursday, October 19.', 'Thursday, October 19', '2023-10-19'],
    ['He came on Dec. 24.', 'Dec. 24', null],
    ['They vote in the Nov. 7 election.', 'Nov. 7', '2023-11-07'],
    ['He came yesterday.', 'yesterday', '2023-10-19'],
    ['He comes today.', 'today', '2023-10-20'],
    ['“Tomorrow, it ends,” he said.', 'Tomorrow', '2023-10-21'],
    ['The talks tomorrow were called off.', 'tomorrow', '2023-10-21'],
    ['He comes tomorrow.', 'tomorrow', '2023-10-21'],
    ['He came two days ago.', 'two days ago', '2023-10-18'],
    ['He came on Friday.', 'Friday', '2023-10-20'],
    ['He came last Saturday.', 'last Saturday', '2023-10-14'],
    ['He comes next Tuesday.', 'next Tuesday', '2023-10-24'],
    ['He is expected to come on Tuesday.', 'Tuesday', '2023-10-24'],
    ['On Sunday, he will come.', 'Sunday', '2023-10-22'],
    ["They met ahead of Sunday's vote.", 'Sunday', '2023-10-22'],
    ['He said on Thursday that he would come.', 'Thursday', '2023-10-19'],
    ['He would have come on Monday.', 'Monday', '2023-10-16'],
    ['He came in September.', 'September', '2023-09'],
    ['He came in November.', 'November', '2022-11'],
    ['He will come in November.', 'November', '2023-11'],
    ['He came last December.', 'last December', '2022-12'],
    ['He came in May.', 'May', '2023-05'],
    ['He came last year.', 'last year', '2022'],
    ['what happened on thursday', 'thursday', '2023-10-19'],
    ['what happened in october', 'october', '2023-10'],
  ])('reads against a Friday in October: %s', (text, words, date) => {
    expect(read(text)).toEqual(date === null ? {} : { [words]: date });
  });

  it.each([
    'He may march on.',
    'The 10 may have left.',
    'The Sunday Times said so.',
    'It opens every Sunday, and on Thursdays.',
    'Shops open late on Black Friday.',
    'He came on Thursday last week.',
    "It is today's world.",
    'They live in 2000 cities and built 1990 houses.',
    'It was so in the 1990s.',
    'He could not be reached Thursday.',
    'It is closed until Monday.',
    'He came last June.',
    'His answer was "Tomorrow." Tomorrow never came.',
    'He said “tomorrow”.',
    'Tomorrow never came.',
    'But tomorrow was too late.',
    'He came last Thursday.',
    'He came a day earlier.',
    'It was due on 30 February 2023, or 2023-02-30.',
  ])('leaves alone what is unsure: %s', (text) => {
    expect(read(text)).toEqual({});
  });

  it.each([
    ['He stayed from May 2 to 5.', { 'May 2': '2023-05-02' }],
    ['He stayed May 2-5.', { 'May 2': '2023-05-02' }],
    ['He stayed from 2 to 5 May.', { '2': '2023-05-02', '5 May': '2023-05-05' }],
    ['He stayed from the 2nd to 5 May.', { '2nd': '2023-05-02', '5 May': '2023-05-05' }],
    ['He stayed between 2 and 5 May.', { '2': '2023-05-02', '5 May': '2023-05-05' }],
    ['He stayed from 2-15 May 2021.', { '2': '2021-05-02', '15 May 2021': '2021-05-15' }],
    ['He stayed on 12–14 September.', { '12': '2023-09-12', '14 September': '2023-09-14' }],
    ['He stayed May 2-15, 2021.', { 'May 2': '2021-05-02' }],
    ['He won 12-5 on 5 May.', { '5 May': '2023-05-05' }],
    ['He grew from 20 to 5 May.', { '5 May': '2023-05-05' }],
    ['He left on 12 May and 14 May.', { '12 May': '2023-05-12', '14 May': '2023-05-14' }],
    ['He stayed from 2 May to 5 June.', { '2 May': '2023-05-02', '5 June': '2023-06-05' }],
    ['He stayed from March to May.', { March: '2023-03', May: '2023-05' }],
    ['He stayed from Monday to Friday.', {}],
  ])('reads of a range what is written out: %s', (text, days) => {
    expect(read(text)).toEqual(days);
  });

  it.each([
    ['He came on Jan. 29.', 'Jan. 29', '2023-01-29'],
    ['He came on Jan 29.', 'Jan 29', '2023-01-29'],
    ['He came on Aug. 4.', 'Aug. 4', '2023-08-04'],
    ['He came on Sept. 12.', 'Sept. 12', '2023-09-12'],
    ['He came on Feb. 3, 2022.', 'Feb. 3, 2022', '2022-02-03'],
  ])('reads a month that is cut short: %s', (text, words, date) => {
    expect(read(text)).toEqual({ [words]: date });
  });

  it.each([
    ['It began at 8 a.m. Monday.', 'Monday', '2023-10-16'],
    ['It began at 8am on Monday.', 'Monday', '2023-10-16'],
    ['It began Monday at 8 a.m.', 'Monday', '2023-10-16'],
    ['It began at 10:30 p.m. Wednesday.', 'Wednesday', '2023-10-18'],
    ['It began at noon Tuesday.', 'Tuesday', '2023-10-17'],
  ])('reads a weekday beside its time: %s', (text, words, date) => {
    expect(read(text)).toEqual({ [words]: date });
  });

  it.each([
    'He left two weeks later.',
    'He left a week later on Monday.',
    'He came two weeks ago on Sunday.',
    'He came on Monday two weeks ago.',
    'He came on Tuesday a week later.',
    'He came two weeks after Monday.',
    'He comes a week on Tuesday.',
  ])('takes no weekday that weeks are counted from or to: %s', (text) => {
    expect(read(text)).toEqual({});
  });

  it.each([
    ['It opened in 2019 and closed in August of that year.', { 2019: '2019', August: '2019-08' }],
    ['It opened in 2019. It closed in March of that year.', { 2019: '2019', March: '2019-03' }],
    ['In 2019 it opened, and in June of the same year it shut.', { 2019: '2019', June: '2019-06' }],
    ['It opened in 2019 and closed in August of the following year.', { 2019: '2019' }],
    ['It closed in August of that year.', {}],
    ['It closed in May of the same year.', {}],
  ])('gives a month the year that is named before, and none where none is: %s', (text, days) => {
    expect(read(text)).toEqual(days);
  });

  it.each([
    'They may sail at dawn.',
    'A march to the harbour began.',
    'The crew rested and may sing.',
    'He wrote a letter to May.',
    'He was seen with April.',
  ])('takes no month from a verb or a name: %s', (text) => {
    expect(read(text)).toEqual({});
  });

  it.each([
    ['what happened in may', 'may', '2023-05'],
    ['what happened in march', 'march', '2023-03'],
    ['who has sailed since may', 'may', '2023-05'],
  ])('reads a month that is typed in small letters: %s', (text, words, date) => {
    expect(read(text)).toEqual({ [words]: date });
  });

  it('takes the year at the end of a stretch for both of its days', () => {
    expect(read('It sails between 26 March and 1 April 2021.')).toEqual({
      '26 March': '2021-03-26',
      '1 April 2021': '2021-04-01',
    });
    expect(read('It sailed from December 30 to January 2, 2022.')).toEqual({
      'December 30': '2021-12-30',
      'January 2, 2022': '2022-01-02',
    });
  });

  it.each([
    ['It will sail next Saturday.', {}],
    ['It will sail next Monday.', { 'next Monday': '2023-10-23' }],
    ['The figures are expected to show prices rose in September.', {}],
    ['The port is expected to open in August.', {}],
    ['The port is expected to open in March.', { March: '2024-03' }],
    ['In June, the port announced it would close.', { June: '2023-06' }],
    ['Forty ferries sank in the last year.', {}],
    ['Forty ferries sank last year.', { 'last year': '2022' }],
    ['You can watch the race, beginning at noon on Monday.', {}],
    ['The old plan in September pleased nobody.', { September: '2023-09' }],
  ])('takes no day of another year or week for the one that is meant: %s', (text, days) => {
    expect(read(text)).toEqual(days);
  });

  it('finds several days in one span, in order', () => {
    expect(read('From 2005 to 2009, and in July and August, then on Monday.')).toEqual({
      2005: '2005',
      2009: '2009',
      July: '2023-07',
      August: '2023-08',
      Monday: '2023-10-16',
    });
  });

  it('crosses the ends of years and leap days', () => {
    expect(read('He came on Sunday.', { date: '2024-01-02' })).toEqual({ Sunday: '2023-12-31' });
    expect(read('He came last month.', { date: '2024-01-02' })).toEqual({ 'last month': '2023-12' });
    expect(read('He came yesterday.', { date: '2024-03-01' })).toEqual({ yesterday: '2024-02-29' });
  });

  it('slices its mentions from the text and dates them as calendar days, months or years', () => {
    const words = fc.constantFrom(
      'on',
      'Thursday',
      'last',
      'month',
      'in',
      'July',
      '2018',
      'Oct.',
      '19',
      'will',
      'a day earlier',
      'May',
      ',',
      '.',
    );
    fc.assert(
      fc.property(fc.array(words, { minLength: 1 }), (parts) => {
        const text = `He came ${parts.join(' ')}`;
        const article = createArticle({ id: 'a', text, published: '2023-10-20' });
        let end = 0;
        for (const day of resolveDays(article, { start: 0, end: text.length })) {
          expect(text.slice(day.start, day.end)).toBe(day.text);
          expect(day.start).toBeGreaterThanOrEqual(end);
          expect(day.date).toMatch(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/);
          end = day.end;
        }
      }),
    );
  });

  it('gives the same day in every time zone', () => {
    const zone = process.env.TZ;
    try {
      for (const TZ of ['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'UTC']) {
        process.env.TZ = TZ;
        expect(read('He came on Thursday, and yesterday.')).toEqual({
          Thursday: '2023-10-19',
          yesterday: '2023-10-19',
        });
      }
    } finally {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    }
  });
});
