import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createArticle } from '../../../src/corpus/articles.js';
import { buildTimeline, type TimelineEntry } from '../../../src/events/timeline/timeline.js';
import { contextOf, numberOf, seedContext, seeds, textOf } from '../rankSeeds.js';

const entries = buildTimeline(seeds, {}, seedContext);

function emphasised({ excerpt }: TimelineEntry): string {
  return excerpt.emphasis.map(([start, end]) => excerpt.text.slice(start, end)).join(' ');
}

function entryWith(words: string): TimelineEntry {
  const entry = entries.find((each) => emphasised(each).includes(words));
  if (entry === undefined) throw new Error(`no entry with "${words}"`);
  return entry;
}

function build(texts: Record<string, { text: string; published: string }>): TimelineEntry[] {
  const articles = Object.entries(texts).map(([id, { text, published }]) => createArticle({ id, text, published }));
  return buildTimeline(articles, {}, contextOf([]));
}

describe('on the four articles', () => {
  it('stands in the order in which things happened', () => {
    const dates = entries.map(({ when }) => when.date);
    expect(dates).toEqual([...dates].sort());
    expect(dates[0]).toBe('2018');
    expect(dates.at(-1)).toBe('2023-10-22');
  });

  it.each([
    ['last visited the isolated country', '2018', 'year'],
    ['submarine in July', '2023-07', 'month'],
    ['Russian Far East in September', '2023-09', 'month'],
    ['met with North Korea', '2023-10-19', 'day'],
    ['visit to North Korea since Wednesday', '2023-10-18', 'day'],
  ])('dates "%s" %s, as precisely as its source', (words, date, precision) => {
    expect(entryWith(words).when).toEqual({ date, precision });
  });

  it('is one entry for what four articles tell, whether as "September" or as "last month"', () => {
    const { excerpt } = entryWith('Russian Far East in September');
    const sources = [excerpt.article, ...excerpt.alsoIn.map(({ article }) => article)];
    expect(sources.map(numberOf).sort()).toEqual(['000', '002', '003', '004']);
  });

  it('marks what was still to come as expected, and nothing else', () => {
    expect(entries.filter(({ expected }) => expected).map((entry) => [entry.when.date, entry.words.text])).toEqual([
      ['2023-10-22', 'Sunday'],
    ]);
  });

  it('shows that 004 has the condemnation on Wednesday and the others on Thursday', () => {
    const { when, excerpt, differing } = entryWith('slammed U.S. policy');
    expect([numberOf(excerpt.article), when.date]).toEqual(['002', '2023-10-19']);
    expect(differing.map((other) => [numberOf(other.excerpt.article), other.when.date, other.words.text])).toEqual([
      ['004', '2023-10-18', 'Wednesday'],
    ]);
  });

  it('shows that the arrival is "since Wednesday" in 003 and "a day earlier" in 004', () => {
    const { words, differing } = entryWith('since Wednesday');
    expect(words.text).toBe('Wednesday');
    expect(differing.map((other) => [numberOf(other.excerpt.article), other.words.text, other.when.date])).toEqual([
      ['004', 'a day earlier', '2023-10-17'],
    ]);
  });

  it('tells the meeting with Kim apart from what else happened that day', () => {
    const { excerpt } = entryWith('met with North Korea');
    expect([numberOf(excerpt.article), excerpt.alsoIn, entryWith('met with North Korea').differing]).toEqual([
      '000',
      [],
      [],
    ]);
  });

  it('does not take "the first time since 2000" for something that happened in 2000', () => {
    expect(entries.some(({ when }) => when.date === '2000')).toBe(false);
  });

  it('is word for word, the dating words included', () => {
    for (const entry of entries) {
      const { excerpt, words, differing } = entry;
      for (const each of [excerpt, ...excerpt.alsoIn.map((also) => also.excerpt), ...differing.map((d) => d.excerpt)]) {
        expect(textOf(each.article.id).slice(each.start, each.end)).toBe(each.text);
      }
      expect(textOf(excerpt.article.id).slice(words.start, words.end)).toBe(words.text);
      expect(words.start).toBeGreaterThanOrEqual(excerpt.start);
      expect(words.end).toBeLessThanOrEqual(excerpt.end);
    }
  });
});

describe('a range', () => {
  it('keeps what lies in it, months and years that reach into it included', () => {
    const dates = (from?: string, to?: string) =>
      buildTimeline(seeds, { from, to }, seedContext).map(({ when }) => when.date);
    expect(new Set(dates('2023-10-20'))).toEqual(new Set(['2023', '2023-10-22']));
    expect(dates('2018-05-01', '2018-05-31')).toEqual(['2018']);
    expect(new Set(dates('2023-09-15', '2023-09-15'))).toEqual(new Set(['2023', '2023-09']));
    expect(dates('2024-01-01')).toEqual([]);
  });
});

describe('a topic', () => {
  it('keeps what has to do with it, and the other sources of that', () => {
    const onSubmarine = buildTimeline(seeds, { topic: 'submarine port call' }, seedContext);
    expect(onSubmarine.map(({ when }) => when.date)).toEqual(['2023-07']);
    expect(onSubmarine[0]?.excerpt.alsoIn.map(({ article, wireCopy }) => [numberOf(article), wireCopy])).toEqual([
      ['000', true],
    ]);
  });

  it('is empty when the articles date nothing about it', () => {
    expect(buildTimeline(seeds, { topic: 'football' }, seedContext)).toEqual([]);
  });
});

it('keeps happenings of different days apart when they only resemble each other', () => {
  const timeline = build({
    a: { text: 'The bank in Arden raised its main rate on Monday by one point.', published: '2024-03-05' },
    b: { text: 'The bank in Bramley closed its oldest branch on Tuesday for good.', published: '2024-03-06' },
  });
  expect(timeline.map(({ when, differing }) => [when.date, differing.length])).toEqual([
    ['2024-03-04', 0],
    ['2024-03-05', 0],
  ]);
});

it('does not call it a differing day when something recurs day after day', () => {
  const line = (day: string) => `The health office of Arden reported more cases of the valley fever on ${day}.`;
  const timeline = build({
    a: { text: line('Monday'), published: '2024-03-04' },
    b: { text: line('Tuesday'), published: '2024-03-05' },
    c: { text: line('Wednesday'), published: '2024-03-06' },
  });
  expect(timeline.map(({ when, differing }) => [when.date, differing])).toEqual([
    ['2024-03-04', []],
    ['2024-03-05', []],
    ['2024-03-06', []],
  ]);
});

it('counts a copied "Wednesday" from its first print', () => {
  const text =
    'The chief of the school police in Arden was suspended on Wednesday after weeks of anger over the response.';
  const timeline = build({ a: { text, published: '2022-06-23' }, b: { text, published: '2022-07-07' } });
  expect(timeline.map(({ when, excerpt, differing }) => [when.date, excerpt.alsoIn.length, differing.length])).toEqual([
    ['2022-06-22', 1, 0],
  ]);
});

it('crashes on no text, and stays word for word', () => {
  const words = fc.constantFrom(
    'on',
    'Thursday',
    'last',
    'month',
    'Oct. 19',
    '"',
    ',',
    'while',
    '2018',
    'Kim',
    'met',
    '. ',
    '—',
    '\n\n',
    'who',
    '🙂',
  );
  const text = fc
    .array(fc.oneof(words, fc.string({ maxLength: 12 })), { minLength: 3, maxLength: 40 })
    .map((all) => all.join(' '));
  fc.assert(
    fc.property(text, (body) => {
      let article: ReturnType<typeof createArticle>;
      try {
        article = createArticle({ id: 'x', text: body, published: '2023-10-20' });
      } catch {
        return; // no text to answer from
      }
      for (const { excerpt } of buildTimeline([article], {}, contextOf([]))) {
        expect(body.slice(excerpt.start, excerpt.end)).toBe(excerpt.text);
      }
    }),
  );
});
