import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createArticle } from '../../../src/corpus/articles.js';
import { type ComparedItem, type Comparison, compareSources } from '../../../src/events/compare/compare.js';
import { contextOf, numberOf, seedContext, textOf } from '../rankSeeds.js';

function itemWith({ items }: Comparison, words: string): ComparedItem {
  const item = items.find(({ excerpts }) =>
    excerpts.some(({ text, emphasis }) => emphasis.some(([start, end]) => text.slice(start, end).includes(words))),
  );
  if (item === undefined) throw new Error(`no item with "${words}"`);
  return item;
}

function sidesOf(item: ComparedItem, what: string): string[][] {
  return item.differences
    .filter((difference) => difference.what === what)
    .flatMap(({ sides }) => sides.map(({ article, text }) => [numberOf(article), text]));
}

function compareTexts(topic: string, texts: Record<string, string>): Comparison {
  const articles = Object.entries(texts).map(([id, text]) =>
    createArticle({ id, text, outlet: id, published: '2024-03-05' }),
  );
  return compareSources(topic, contextOf(articles));
}

describe('on the four articles', () => {
  it('finds that the day of the condemnation differs', () => {
    const item = itemWith(compareSources('US policy dangerous', seedContext), 'condemned US policy');
    expect(item.kind).toBe('differs');
    expect(sidesOf(item, 'day')).toEqual([
      ['004', 'Wednesday'],
      ['002', 'Thursday'],
    ]);
  });

  it('finds "nuclear elements" beside "nuclear components"', () => {
    const item = itemWith(compareSources('nuclear elements', seedContext), 'nuclear components');
    const words = sidesOf(item, 'wording');
    expect(words).toContainEqual(['003', 'nuclear components']);
    for (const number of ['000', '002', '004']) expect(words).toContainEqual([number, 'nuclear elements']);
  });

  it("finds 004's first line against its own quotation", () => {
    const item = itemWith(compareSources('military activity', seedContext), 'US, North Korea and Japan');
    const names = sidesOf(item, 'name');
    expect(names).toContainEqual(['004', 'US, North Korea and Japan']);
    expect(names).toContainEqual(['004', 'United States, Japan and South Korea']);
  });

  it.each([
    ['met Kim Jong Un', 'met with North Korea', '000'],
    ['energy needs', 'energy needs', '000'],
    ['containers of munitions', '1,000 containers', '004'],
    ['regular dialogue process', 'regular dialogue process', '003'],
  ])('asked about "%s", says that one article alone has it', (topic, words, number) => {
    const item = itemWith(compareSources(topic, seedContext), words);
    expect([item.kind, item.excerpts.map(({ article }) => numberOf(article))]).toEqual(['single', [number]]);
  });

  it('calls what only one wire says a wire, and what several tell in their own words independent', () => {
    expect(itemWith(compareSources('submarine', seedContext), 'port call').kind).toBe('wire');
    const summit = itemWith(compareSources('Kim Putin Far East', seedContext), 'Far East in September');
    expect([summit.kind, summit.excerpts.map(({ article }) => numberOf(article))]).toEqual([
      'independent',
      ['004', '003'],
    ]);
  });

  it('sets the sources side by side by date, and what differs first', () => {
    const { articles, items } = compareSources('nuclear', seedContext);
    const dates = articles.map(({ published }) => published.date ?? '9999');
    expect(dates).toEqual([...dates].sort());
    const order = ['differs', 'independent', 'wire', 'single'];
    const kinds = items.map(({ kind }) => order.indexOf(kind));
    expect(kinds).toEqual([...kinds].sort());
  });

  it('is word for word in every cell and every difference', () => {
    for (const topic of ['nuclear', 'Lavrov visit', 'US policy dangerous', 'Putin', 'Japan']) {
      for (const { excerpts, differences } of compareSources(topic, seedContext).items) {
        for (const { article, start, end, text } of [...excerpts, ...differences.flatMap(({ sides }) => sides)]) {
          expect(textOf(article.id).slice(start, end)).toBe(text);
        }
      }
    }
  });

  it('shows a line that only one source has once, though two of its clauses tell of the topic', () => {
    const { items } = compareSources('Lavrov Kim meeting', seedContext);
    const lines = items.filter(({ kind }) => kind === 'single').flatMap(({ excerpts }) => excerpts);
    expect(new Set(lines.map(({ text }) => text)).size).toBe(lines.length);
    const whole = lines.find(({ text }) => text.startsWith('Lavrov, who last visited'));
    expect(whole?.emphasis.map(([start, end]) => whole.text.slice(start, end))).toEqual([
      'Lavrov, who last visited the isolated country in 2018',
      'met with his North Korean counterpart, Choe Son Hui, in Pyongyang.',
    ]);
  });

  it('has nothing on what the articles do not mention', () => {
    expect(compareSources('football', seedContext)).toEqual({ topic: 'football', articles: [], items: [] });
  });
});

it('shows both prints of what one outlet alone has', () => {
  const print = (id: string, lead: string) =>
    createArticle({
      id,
      outlet: 'Norvik News',
      published: '2024-03-05',
      text: `${lead} The ferry Alma sank off Norvik in a storm.`,
    });
  const { items } = compareSources('ferry Alma', contextOf([print('a', 'Boats searched.'), print('b', 'Rain fell.')]));
  expect(items.map(({ kind, excerpts }) => [kind, excerpts.length])).toEqual([['single', 2]]);
});

it('shows figures that differ', () => {
  const { items } = compareTexts('flood', {
    one: 'The flood destroyed 40 houses in the valley town of Arden.',
    two: 'In the valley town of Arden, the flood destroyed at least 55 houses.',
  });
  expect(items[0]?.differences.map(({ what, sides }) => [what, sides.map(({ text }) => text)])).toEqual([
    ['number', ['40', '55']],
  ]);
});

it('shows a name that differs, but not a capital in its government’s place', () => {
  const text = (name: string) => `The convoy crossed the old bridge in ${name} before dawn with forty trucks.`;
  const { items } = compareTexts('convoy bridge', { one: text('Arden'), two: text('Bramley') });
  expect(items[0]?.differences.map(({ what, sides }) => [what, sides.map((side) => side.text)])).toEqual([
    ['name', ['Arden', 'Bramley']],
  ]);
  const same = (name: string) => `The old treaty on grain was signed by ${name} before the summer with a long delay.`;
  expect(compareTexts('treaty grain', { one: same('Moscow'), two: same('Russia') }).items[0]?.differences).toEqual([]);
});

it('crashes on no topic', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 60 }), (topic) => {
      for (const { excerpts } of compareSources(topic, seedContext).items) expect(excerpts.length).toBeGreaterThan(0);
    }),
  );
});
