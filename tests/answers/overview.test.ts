import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Responder } from '../../src/answers/responder.js';
import type { Article } from '../../src/corpus/article.js';
import type { Excerpt } from '../../src/corpus/excerpt.js';
import { articleOf } from './articles.js';

const STRIKE = 'Harbour pilots in Bergen began a strike on Monday over pay and rest.';
const TALKS = 'Mayor Olsen invited both sides of the pilots’ strike for talks at the town hall.';
const END = 'After nine days a rise of four per cent brought the boats of the pilots back to sea.';
const DAM = 'Engineers closed a cracked gate of the Sira dam before the spring flood came down the valley.';

const events = [
  articleOf({
    id: 'strike',
    published: '2024-05-06',
    text: `${STRIKE} Gulls were seen on the roof of the old warehouse.`,
  }),
  articleOf({
    id: 'talks',
    published: '2024-05-09',
    text: `${TALKS} Coffee was served to everybody who came in from the rain.`,
  }),
  articleOf({
    id: 'end',
    published: '2024-05-15',
    text: `${END} A band played on the quay until the lamps were put out.`,
  }),
];
const dam = articleOf({
  id: 'dam',
  title: 'A dam',
  published: '2024-05-15',
  text: `${DAM} Sheep were moved to higher ground overnight.`,
});

function overview(asked: string, articles: readonly Article[], limit = 5) {
  const findings = new Responder(articles, 0).find(asked, limit);
  expect(findings.question.overview).toBe(true);
  return findings;
}

const linesOf = ({ excerpts }: { readonly excerpts: readonly Excerpt[] }): string[] => excerpts.map(({ text }) => text);

describe('an overview', () => {
  it('of everything has the opening of each article', () => {
    expect(linesOf(overview('summary', events)).toSorted()).toEqual([STRIKE, TALKS, END].toSorted());
  });

  it('of a topic has the lines about that', () => {
    const { excerpts, confidence } = overview('summary of the dam', [...events, dam]);
    expect(linesOf({ excerpts })).toEqual([DAM]);
    expect(confidence).toBeGreaterThan(0.5);
  });

  it('of a topic that no article tells of is empty, and not at all sure', () => {
    expect(overview('summary of the football cup', events)).toMatchObject({ excerpts: [], runs: [], confidence: 0 });
  });

  it('of no article at all is empty', () => {
    expect(overview('summary', [])).toMatchObject({ excerpts: [], confidence: 0 });
  });

  it('tells once what two articles tell in the same words', () => {
    const again = articleOf({ id: 'again', published: '2024-05-07', text: `${STRIKE} It went on.` });
    expect(linesOf(overview('summary', [...events, again])).filter((line) => line === STRIKE)).toHaveLength(1);
  });

  it('has the newest articles’ days, one after the other, before a second line of the same day', () => {
    const sameDay = (i: number): Article =>
      articleOf({
        id: `same${i}`,
        published: '2024-05-15',
        text: `${['Cranes', 'Tugs', 'Trains', 'Lorries'][i]} in Bergen stood still for the harbour pilots, ${['dockers', 'skippers', 'signalmen', 'hauliers'][i]} said.`,
      });
    const { excerpts } = overview('summary', [...events, ...[0, 1, 2, 3].map(sameDay)], 3);
    expect(new Set(excerpts.map(({ article }) => article.published.date)).size).toBe(3);
  });

  it('has five lines at most, and no more than are asked for', () => {
    const many = [
      'A bridge over the Glomma was closed for repairs.',
      'Two brothers from Halden bought an island with sheep.',
      'The poet Marsh was buried beside her mother yesterday.',
      'Thieves carried a bell out of Skien church at night.',
      'Larvik will cut its tax on boats from next January.',
      'An old tram was sold to a collector in Portugal.',
      'Miners found silver under a school playground again.',
    ].map((text, i) => articleOf({ id: `town${i}`, text }));
    expect(overview('summary', many, 25).excerpts).toHaveLength(5);
    expect(overview('summary', many, 2).excerpts).toHaveLength(2);
  });

  it('has no question, no scrap and no endless sentence', () => {
    const asks = 'Will the harbour pilots of Bergen ever return to their boats this spring?';
    const endless = `Pilots saw ${Array.from({ length: 60 }, (_, i) => `boat ${i}`).join(', ')} near Bergen.`;
    const text = `${asks} Pilots strike. ${endless} The town of Bergen waited for its harbour pilots all through May.`;
    const lines = linesOf(overview('summary', [articleOf({ id: 'mixed', text })]));
    expect(lines).toEqual([]);
    const shorter = text.replace(endless, '');
    expect(linesOf(overview('summary', [articleOf({ id: 'mixed', text: shorter })]))).toEqual([
      'The town of Bergen waited for its harbour pilots all through May.',
    ]);
  });

  it('has only articles that pass the filter', () => {
    const { excerpts } = new Responder(events, 0).find('summary', 5, { after: '2024-05-10' });
    expect(linesOf({ excerpts })).toEqual([END]);
  });

  it('is never as sure as can be, as another would have chosen other lines', () => {
    for (const asked of ['summary', 'summary of the strike']) {
      const { confidence } = overview(asked, events);
      expect(confidence).toBeGreaterThan(0.35);
      expect(confidence).toBeLessThan(1);
    }
  });
});

it('whatever the articles say, an overview has whole sentences of theirs, word for word, one an article', () => {
  const sentence = fc.constantFrom(
    `${STRIKE} `,
    `${TALKS} `,
    `${END} `,
    `${DAM} `,
    'Who knows? ',
    'He said “the boats of Bergen stay in the harbour until we are paid” on Friday.\n\n',
    'At 5 p.m. the U.S. envoy, Ms. Lund, left for Bergen with 1,200 tons of grain … ',
  );
  const input = fc.record({
    text: fc.array(fc.oneof(sentence, fc.string({ unit: 'binary', maxLength: 20 })), { minLength: 1, maxLength: 6 }),
    published: fc.constantFrom(undefined, '2024-05-06', '2024-05-09'),
  });
  const asked = fc.constantFrom('summary', 'latest on the strike', 'tldr of Bergen', 'olsen');
  fc.assert(
    fc.property(
      fc.array(input, { minLength: 1, maxLength: 4 }),
      asked,
      fc.integer({ min: 1, max: 25 }),
      (texts, question, limit) => {
        const articles = texts.map(({ text, published }, i) =>
          articleOf({ id: `a${i}`, text: `Then ${text.join('')}`, ...(published ? { published } : {}) }),
        );
        const { excerpts, confidence, question: understood } = new Responder(articles, 0).find(question, limit);
        if (!understood.overview) return;
        expect(confidence).toBeGreaterThanOrEqual(0);
        expect(confidence).toBeLessThanOrEqual(1);
        expect(new Set(excerpts.map(({ article }) => article.id)).size).toBe(excerpts.length);
        expect(excerpts.length).toBeLessThanOrEqual(Math.min(limit, 5));
        for (const { article, start, end, text } of excerpts) {
          const source = articles.find(({ id }) => id === article.id);
          expect(source?.text.slice(start, end)).toBe(text);
          expect(source?.sentences.some((one) => one.start === start && one.end === end)).toBe(true);
        }
      },
    ),
    { numRuns: 150 },
  );
});
