import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { isCourtesy } from '../../src/answers/question/courtesy.js';
import { type Archive, createArchive, openArchive, RequestError } from '../../src/archive.js';
import type { Article, ArticleInput } from '../../src/corpus/article.js';
import type { Excerpt } from '../../src/corpus/excerpt.js';

const WORDS = [
  ...['Kim', 'Lavrov', 'Kim Jong Un', 'the', 'met', 'meets', 'said', 'a bomber', 'nuclear', 'on Thursday', 'in July'],
  ...[
    'last month',
    'B-52',
    'U.S.',
    'US',
    "O'Brien's",
    '1,000',
    'café',
    'he',
    'She',
    'according to',
    'AFP',
    'before the 20th',
  ],
];
const MARKS = [
  '. ',
  '.\n\n',
  '? ',
  '! ',
  ', ',
  ': ',
  ' "',
  '" ',
  '“',
  '”',
  ' — ',
  '…',
  '\r\n',
  '\n',
  '\u00a0',
  '(',
  ')',
  '\u0000',
];

/** What articles and questions are made of, and what breaks readers of them. */
const piece = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...WORDS.map((word) => `${word} `)) },
  { weight: 3, arbitrary: fc.constantFrom(...MARKS) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
);
const prose = (maxLength: number) => fc.array(piece, { maxLength }).map((pieces) => pieces.join(''));

const day = fc.constantFrom(undefined, '2023-10-18', '2023-10-19', '1999-12-31', '2024-02-29');
const input = fc.record({
  text: prose(60).map((text) => `Then Kim met ${text}`),
  title: fc.option(prose(6), { nil: undefined }),
  outlet: fc.constantFrom(undefined, 'AFP', 'Complete News World'),
  published: day,
});
const inputs = fc
  .array(input, { minLength: 1, maxLength: 4 })
  .map((articles): ArticleInput[] => articles.map((article, i) => ({ id: `a${i}`, ...article })));
const question = prose(10).map((text) => `who met ${text}`);

/** Checks what is promised of every excerpt: it is the article's own words, with the article's own date. */
function expectVerbatim(excerpt: Excerpt, articles: readonly Article[]): void {
  const article = articles.find(({ id }) => id === excerpt.article.id);
  expect(article?.text.slice(excerpt.start, excerpt.end)).toBe(excerpt.text);
  expect(excerpt.text.length).toBeGreaterThan(0);
  expect(excerpt.article.published).toEqual(article?.published);
  let last = 0;
  for (const [start, end] of excerpt.emphasis) {
    expect(start).toBeGreaterThanOrEqual(last);
    expect(end).toBeGreaterThan(start);
    last = end;
  }
  expect(last).toBeLessThanOrEqual(excerpt.text.length);
  for (const said of excerpt.days) expect(article?.text.slice(said.start, said.end)).toBe(said.text);
  for (const also of excerpt.alsoIn) {
    expect(also.article.id).not.toBe(excerpt.article.id);
    expectVerbatim(also.excerpt, articles);
  }
}

/** What is promised of every answer. */
async function expectHonest(archive: Archive, asked: string): Promise<void> {
  const articles = await archive.articles();
  const answer = await archive.ask(asked);
  expect(answer.confidence).toBeGreaterThanOrEqual(0);
  expect(answer.confidence).toBeLessThanOrEqual(1);
  expect(answer.excerpts.length > 0).toBe(answer.status !== 'not-found');
  if (answer.status !== 'not-found') expect(answer.closest).toEqual([]);
  for (const excerpt of [...answer.excerpts, ...answer.closest]) expectVerbatim(excerpt, articles);
  expect(await archive.ask(asked)).toEqual(answer);
}

describe('whatever is asked', () => {
  let seeds: Archive;
  beforeAll(async () => {
    seeds = await openArchive('seeds');
  });

  it('of the four articles, is answered in their own words and the same every time', async () => {
    await fc.assert(
      fc.asyncProperty(question, (asked) => expectHonest(seeds, asked)),
      { numRuns: 150 },
    );
  });

  it('is answered, or refused as no question, and nothing else happens', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), async (asked) => {
        try {
          expect(['answered', 'unsure', 'not-found']).toContain((await seeds.ask(asked)).status);
        } catch (error) {
          expect(error).toBeInstanceOf(RequestError);
          expect(isCourtesy(asked) || !/[\p{L}\p{N}]/u.test(asked), asked).toBe(true);
        }
      }),
      { numRuns: 150 },
    );
  });
});

it('whatever the articles say, they are quoted in their own words and with their own date', async () => {
  await fc.assert(
    fc.asyncProperty(inputs, question, async (articles, asked) => {
      const archive = await createArchive(articles, { minConfidence: 0 });
      await expectHonest(archive, asked);
      await archive.close();
    }),
    { numRuns: 60 },
  );
}, 60_000);
