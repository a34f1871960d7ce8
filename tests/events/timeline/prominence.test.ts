import { expect, it } from 'vitest';
import { createArticle } from '../../../src/corpus/articles.js';
import type { Telling } from '../../../src/events/timeline/happening.js';
import { articlesNaming, Headlines, prominenceOf } from '../../../src/events/timeline/prominence.js';
import { tell } from './tell.js';

const headline = (title: string, published: string) =>
  createArticle({ id: title, title, text: 'The ferry sank off Brann.', published });
const NONE = new Headlines([]);

function weigh(telling: Telling, { sources = 1, headlines = NONE, reach = 'covered' as const } = {}): number {
  return prominenceOf([telling], { sources, when: telling.when, reach }, headlines, articlesNaming([telling]));
}

const opened = tell('Oda Lund opened the old bridge on Monday.');

it('is more with each source that tells it', () => {
  expect(weigh(opened, { sources: 2 })).toBeGreaterThan(weigh(opened));
  expect(weigh(opened, { sources: 4 })).toBeGreaterThan(weigh(opened, { sources: 2 }));
});

it('is more where a headline of its days says it, and not where a headline only has the names', () => {
  const said = new Headlines([headline('Lund opens old bridge', '2024-03-05')]);
  expect(weigh(opened, { headlines: said })).toBeGreaterThan(weigh(opened));
  expect(weigh(opened, { headlines: new Headlines([], said) })).toBe(weigh(opened, { headlines: said }));
  const named = new Headlines([headline('Oda Lund: a portrait', '2024-03-05')]);
  expect(weigh(opened, { headlines: named })).toBe(weigh(opened));
  const later = new Headlines([headline('Lund opens old bridge', '2024-06-05')]);
  expect(weigh(opened, { headlines: later })).toBe(weigh(opened));
});

it('is less for what was only said, for a month, for "today" and for a picture', () => {
  for (const less of [
    'Oda Lund said on Monday the bridge was old.',
    'Oda Lund opened the old bridge in February.',
    'Oda Lund opened the old bridge today.',
    'Per Holm/Brann Pictures Oda Lund opened the old bridge on Monday.',
  ])
    expect([less, weigh(tell(less)) < weigh(opened)]).toEqual([less, true]);
});

it('counts how many articles name a day', () => {
  const tellings = [opened, tell('Per Holm swam on Monday.'), tell('Per Holm ran on Sunday.')];
  expect([...articlesNaming(tellings)]).toEqual([
    ['2024-03-04', 2],
    ['2024-03-03', 1],
  ]);
});
