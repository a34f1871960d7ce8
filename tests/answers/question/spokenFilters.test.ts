import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  filterable,
  readSpokenFilters as readFiltersAmong,
  type SpokenFilters,
} from '../../../src/answers/question/spokenFilters.js';
import type { Article } from '../../../src/corpus/article.js';
import { isCalendarDay } from '../../../src/english/calendar.js';
import { articleOf } from '../articles.js';

const articles = [
  articleOf({ id: 'a', outlet: 'DW', agencies: ['AFP'], published: '2023-10-20' }),
  articleOf({ id: 'b', outlet: 'Complete News World', agencies: ['APA'], published: '2023-10-18' }),
  articleOf({ id: 'c', agencies: ['Reuters', 'AFP'], published: '2023-10-19' }),
  articleOf({ id: 'd' }),
];

const readSpokenFilters = (question: string, among: readonly Article[]): SpokenFilters =>
  readFiltersAmong(question, filterable(among));

const filterOf = (question: string) => readSpokenFilters(question, articles).filter;
/** What is left to look for, with the blanks closed. */
const restOf = (question: string): string => readSpokenFilters(question, articles).rest.replace(/\s+/g, ' ').trim();

describe('a source', () => {
  it.each([
    ['who met Kim according to AFP', 'AFP'],
    ['According to Reuters, who met Kim?', 'Reuters'],
    ['according to the AFP report, who met Kim?', 'AFP'],
    ['as per DW who met Kim', 'DW'],
    ['who met Kim, as reported by Reuters?', 'Reuters'],
    ['who met Kim via AFP', 'AFP'],
    ['what did Reuters report about Kim', 'Reuters'],
    ['What does DW say about Kim?', 'DW'],
    ['what has AFP written about Kim', 'AFP'],
    ['how does Complete News World describe the talks', 'Complete News World'],
    ['did AFP mention Kim?', 'AFP'],
    ["AFP's report on Kim", 'AFP'],
    ['AFP’s story about Kim', 'AFP'],
    ['who met Kim in the Reuters article', 'Reuters'],
    ['DW: who met Kim', 'DW'],
    ['dw – who met Kim', 'DW'],
    ['AFP on Kim', 'AFP'],
    ['who met Kim (AFP)', 'AFP'],
    ['who met Kim, Reuters?', 'Reuters'],
    ['who met Kim — DW', 'DW'],
    ['who met kim according to complete  news world', 'Complete News World'],
  ])('is read from “%s”', (question, source) => {
    expect(filterOf(question)).toEqual({ source });
    expect(restOf(question)).not.toContain(source);
  });

  it.each([
    ['who met Kim according to Reutres', 'Reuters'],
    ['according to Reuter who met Kim', 'Reuters'],
  ])('is read from “%s” though it is misspelt', (question, source) => {
    expect(filterOf(question)).toEqual({ source });
  });

  it.each([
    'what happened according to the Kremlin',
    'according to Lavrov, who met Kim?',
    'who met Kim according to AFX',
    'who met Kim',
    'what did Kim say about Lavrov',
    'did the AFPs arrive',
    'did they begin AFP training',
    '',
  ])('is not read from “%s”', (question) => {
    expect(readSpokenFilters(question, articles)).toEqual({ rest: question, filter: {}, days: [] });
  });

  it.each([
    ['what did harbour times say about Kim', 'harbourtimes.co.uk', 'Kim'],
    ['who met Kim according to the week', 'theweek.com', 'who met Kim'],
    ['Per harbourtimes.co.uk who met Kim', 'harbourtimes.co.uk', 'who met Kim'],
  ])('that is known by its site alone is read from “%s”', (question, source, rest) => {
    const sites = ['harbourtimes.co.uk', 'theweek.com'].map((outlet) => articleOf({ id: outlet, outlet }));
    const said = readSpokenFilters(question, sites);
    expect(said.filter).toEqual({ source });
    expect(said.rest.replace(/\s+/g, ' ').trim()).toBe(rest);
  });

  const common = [
    articleOf({ id: 't', outlet: 'Time', published: '2023-10-20' }),
    articleOf({ id: 'g', outlet: 'The Guardian', published: '2023-10-20' }),
    articleOf({ id: 'b', outlet: 'BBC News', published: '2023-10-20' }),
    articleOf({ id: 'c', outlet: 'Complete News World', published: '2023-10-20' }),
  ];

  it.each([
    'Who arrived in time',
    'who was saved by time',
    'who met Kim in the guardian position',
    'Who came from time to time?',
  ])('whose name is a common word is not read from “%s”', (question) => {
    expect(readSpokenFilters(question, common)).toEqual({ rest: question, filter: {}, days: [] });
  });

  it.each([
    ['Who arrived in Time', 'Time', 'Who arrived'],
    ['who arrived in time in Time?', 'Time', 'who arrived in time ?'],
    ['who arrived in the time article', 'Time', 'who arrived'],
    ['who arrived, according to time', 'Time', 'who arrived,'],
    ['what did time report about Kim', 'Time', 'Kim'],
    ['who met Kim in the Guardian', 'The Guardian', 'who met Kim'],
    ['who met Kim from BBC news', 'BBC News', 'who met Kim'],
    ['who met kim in complete news world', 'Complete News World', 'who met kim'],
  ])('whose name is a common word is read from “%s” all the same', (question, source, rest) => {
    const filters = readSpokenFilters(question, common);
    expect(filters.filter).toEqual({ source });
    expect(filters.rest.replace(/\s+/g, ' ').trim()).toBe(rest);
  });

  it('takes no word of the question with it', () => {
    expect(restOf('who met Kim in the Reuters report')).toBe('who met Kim');
  });

  it('that the articles are not from is none', () => {
    const question = 'who met Kim according to AFP';
    expect(readSpokenFilters(question, [])).toEqual({ rest: question, filter: {}, days: [] });
  });

  it('leaves the topic to look for', () => {
    expect(restOf('who met Kim according to AFP')).toBe('who met Kim');
    expect(restOf('what did Reuters report about Kim')).toContain('Kim');
    expect(restOf('what did Reuters report about Kim')).not.toMatch(/report|about/);
    expect(restOf('DW: who met Kim')).toBe('who met Kim');
    expect(restOf('who met Kim (AFP)')).toBe('who met Kim');
  });

  it('with signs in its name is no pattern', () => {
    const odd = [articleOf({ id: 'x', outlet: 'News (24).*', published: '2023-10-20' })];
    expect(readSpokenFilters('News (24).*: who met Kim', odd).filter).toEqual({ source: 'News (24).*' });
    expect(readSpokenFilters('Newsroom 24xx: who met Kim', odd).filter).toEqual({});
  });
});

describe('a day of printing', () => {
  it.each([
    ['what was reported on 18 October', { after: '2023-10-18', before: '2023-10-18' }],
    ['what did the news of October 18, 2023 say', { after: '2023-10-18', before: '2023-10-18' }],
    ['articles before 20 October', { before: '2023-10-19' }],
    ['articles before the 20th', { before: '2023-10-19' }],
    ['stories published prior to 20 October about Kim', { before: '2023-10-19' }],
    ['articles until 20 October', { before: '2023-10-20' }],
    ['articles published by 20 October', { before: '2023-10-20' }],
    ['articles up to the 19th', { before: '2023-10-19' }],
    ['stories on or before 19 October', { before: '2023-10-19' }],
    ['articles after 18 October', { after: '2023-10-19' }],
    ['stories later than the 18th', { after: '2023-10-19' }],
    ['what was published since 20 October', { after: '2023-10-20' }],
    ['reports from 19 October', { after: '2023-10-19', before: '2023-10-19' }],
    ['articles on or after 19 October', { after: '2023-10-19' }],
    ['articles between the 18th and the 19th', { after: '2023-10-18', before: '2023-10-19' }],
    ['stories from 18 October to 20 October about Kim', { after: '2023-10-18', before: '2023-10-20' }],
    ['reports between 19 October and the 18th', { after: '2023-10-18', before: '2023-10-19' }],
    ['articles from 18 to 19 October', { after: '2023-10-18', before: '2023-10-19' }],
    ['articles between 18 and 19 October', { after: '2023-10-18', before: '2023-10-19' }],
    ['stories from the 18th to 20 October 2023', { after: '2023-10-18', before: '2023-10-20' }],
    ['articles between 18 and the 19th', { after: '2023-10-18', before: '2023-10-19' }],
    ['articles from October 18 to 19 about Kim', { after: '2023-10-18', before: '2023-10-19' }],
    ['articles before 2023-10-20', { before: '2023-10-19' }],
  ])('is read from “%s”', (question, filter) => {
    expect(filterOf(question)).toEqual(filter);
    expect(restOf(question)).not.toMatch(/\d/);
    expect(readSpokenFilters(question, articles).days).toEqual([]);
  });

  it('counts from the corpus’s last day, not from today', () => {
    const old = [articleOf({ id: 'o', published: '1999-12-31' })];
    expect(readSpokenFilters('articles before 30 December', old).filter).toEqual({ before: '1999-12-29' });
  });

  it('and a source may be said at once', () => {
    expect(filterOf('articles by AFP before 20 October')).toEqual({ source: 'AFP', before: '2023-10-19' });
  });

  it.each([
    ['articles from 25 to 3 October', { after: '2023-10-03', before: '2023-10-03' }],
    ['articles from 18 countries on 19 October', { after: '2023-10-19', before: '2023-10-19' }],
    ['articles from October 18 to 20 countries', { after: '2023-10-18', before: '2023-10-18' }],
    ['articles from 0 to 3 October', { after: '2023-10-03', before: '2023-10-03' }],
  ])('in “%s” is one day, as the other number is none', (question, filter) => {
    expect(filterOf(question)).toEqual(filter);
  });

  it.each([
    ['what did AFP report on 19 October', { after: '2023-10-19', before: '2023-10-19' }],
    ['What did AFP write about Kim on 19 October?', { after: '2023-10-19', before: '2023-10-19' }],
    ['what did AFP publish before 20 October', { before: '2023-10-19' }],
    ['what did AFP report between 18 and 19 October', { after: '2023-10-18', before: '2023-10-19' }],
    ["AFP's report of 19 October on Kim", { after: '2023-10-19', before: '2023-10-19' }],
    ['the AFP story from the 19th', { after: '2023-10-19', before: '2023-10-19' }],
  ])('is read from “%s”, where the word for printing is also the source’s', (question, filter) => {
    expect(filterOf(question)).toEqual({ source: 'AFP', ...filter });
    expect(readSpokenFilters(question, articles).days).toEqual([]);
  });

  it.each([
    'according to the AFP report, who met Kim on 19 October?',
    'What did AFP say happened on 19 October?',
    'who met Kim on 19 October in the AFP report',
  ])('is not read from “%s”', (question) => {
    expect(filterOf(question)).toEqual({ source: 'AFP' });
    expect(readSpokenFilters(question, articles).days).toEqual(['2023-10-19']);
  });

  it('is not read when no article has a date to count from', () => {
    const undated = [articleOf({ id: 'd' })];
    const question = 'articles before the 20th';
    expect(readSpokenFilters(question, undated)).toEqual({ rest: question, filter: {}, days: [] });
  });
});

describe('a day of the event', () => {
  it.each([
    ['what happened on 18 October?', '2023-10-18'],
    ['who met Kim on October 19, 2023', '2023-10-19'],
    ['who met Kim on the 19th?', '2023-10-19'],
    ['who met Kim on 2023-10-19', '2023-10-19'],
  ])('in “%s” is looked for, and leaves no article out', (question, day) => {
    expect(readSpokenFilters(question, articles)).toEqual({ rest: expect.any(String), filter: {}, days: [day] });
    expect(restOf(question)).not.toMatch(/\d/);
  });

  it.each(['who met Kim on Thursday', 'what was agreed last month', 'what happened in July', 'what happened in 2018'])(
    'that is not one sure day, as in “%s”, stays a word to look for',
    (question) => {
      expect(readSpokenFilters(question, articles)).toEqual({ rest: question, filter: {}, days: [] });
    },
  );

  it.each([
    'Who was the 45th president?',
    'what is the 38th parallel',
    'what did the 20th Party Congress decide',
    'who won the 12th prize of the 18th century',
  ])('is not “%s”', (question) => {
    expect(readSpokenFilters(question, articles)).toEqual({ rest: question, filter: {}, days: [] });
  });

  it('that the month has not is none', () => {
    const september = [articleOf({ id: 's', published: '2023-09-20' })];
    const question = 'what was reported on the 31st';
    expect(readSpokenFilters(question, september)).toEqual({ rest: question, filter: {}, days: [] });
  });
});

describe('filters', () => {
  const piece = fc.oneof(
    fc.string(),
    fc.constantFrom(
      ...['according to ', 'AFP', 'Reuters', 'DW:', ' reported ', 'what did ', ' say about ', 'before ', 'since '],
      ...[
        'the 20th',
        'the 99th',
        '31 February',
        '18 October',
        '2023-10-19',
        ' articles ',
        '(',
        ')',
        "'s report ",
        '?',
        ' ',
      ],
    ),
  );
  const question = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''));

  it('blank words out and never add or move one: what is left is as long as the question', () => {
    fc.assert(
      fc.property(question, (text) => {
        const { rest } = readSpokenFilters(text, articles);
        expect(rest).toHaveLength(text.length);
        for (let i = 0; i < text.length; i++) expect([text[i], ' ']).toContain(rest[i]);
      }),
    );
  });

  it('name only sources that there are and days of the calendar', () => {
    fc.assert(
      fc.property(question, (text) => {
        const { filter, days } = readSpokenFilters(text, articles);
        expect([undefined, 'AFP', 'Reuters', 'DW', 'APA', 'Complete News World']).toContain(filter.source);
        for (const day of [filter.after, filter.before, ...days]) {
          if (day !== undefined) expect(isCalendarDay(day), day).toBe(true);
        }
      }),
    );
  });
});
