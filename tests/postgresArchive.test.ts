import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { makeSyntheticCorpus } from '../bench/syntheticCorpus.js';
import { type Archive, holdInMemory, type LoadedKnowledge, loadKnowledge, RequestError } from '../src/archive.js';
import type { Article } from '../src/corpus/article.js';
import { createArticle } from '../src/corpus/articles.js';
import { readCorpus } from '../src/corpus/folder.js';
import { readSideBySide } from '../src/corpus/sideBySide.js';
import { readQuestionSet } from '../src/evaluation/questionSet.js';
import { PostgresArchive } from '../src/postgresArchive.js';
import type { Database } from '../src/search/postgres/database.js';
import { importArticles } from '../src/search/postgres/importArticles.js';
import { emptied, openPglite } from './search/postgres/servers.js';

const LONG_MS = 60_000;

let knowledge: LoadedKnowledge;
let server: Database;
beforeAll(async () => {
  [knowledge, server] = await Promise.all([loadKnowledge(null), openPglite()]);
}, LONG_MS);
afterAll(() => server.close());

/** Opens what a database has, and tells of the parts that it opens in memory. */
async function overDatabase(database: Database): Promise<{ archive: PostgresArchive; parts: (readonly Article[])[] }> {
  const parts: (readonly Article[])[] = [];
  const archive = await PostgresArchive.open(database, {
    minConfidence: undefined,
    knowledge,
    scorers: { embeddings: null, reader: null },
    log: { warn: () => undefined, info: () => undefined },
    openPart: (articles) => {
      parts.push(articles);
      return holdInMemory(articles, knowledge, { reader: false });
    },
    readAhead: async () => undefined,
  });
  return { archive, parts };
}

describe('the four articles in a database, in several chunks', () => {
  let articles: readonly Article[];
  let memory: Archive;
  let database: Database;
  let stored: PostgresArchive;
  beforeAll(async () => {
    ({ articles } = await readCorpus('seeds'));
    memory = holdInMemory(articles, knowledge, { reader: false });
    database = await emptied(server);
    await importArticles(database, articles, { articlesInChunk: 3 });
    stored = (await overDatabase(database)).archive;
  }, LONG_MS);
  afterAll(() => stored.close());

  it.each(['event', 'casual', 'aside'])(
    'answer every question of the set “%s” as they do in memory',
    async (set) => {
      const file = `${set}.jsonl`;
      const questions = readQuestionSet(readFileSync(new URL(`eval/${file}`, import.meta.url), 'utf8'), file);
      const ofSeeds = questions.filter((row) => row.articles === undefined);
      const wrong: string[] = [];
      for (const { q } of ofSeeds) {
        if (JSON.stringify(await stored.ask(q)) !== JSON.stringify(await memory.ask(q))) wrong.push(q);
      }
      expect(wrong).toEqual([]);
    },
    LONG_MS,
  );

  it(
    'are listed, quoted, dated and compared as in memory',
    async () => {
      expect(await stored.articles()).toEqual(await memory.articles());
      expect(stored.size).toEqual(memory.size);
      expect(await stored.sources()).toEqual(await memory.sources());
      const asked = { speaker: 'Lavrov' };
      expect(await stored.statements(asked)).toEqual(await memory.statements(asked));
      expect(await stored.mentions('Putin')).toEqual(await memory.mentions('Putin'));
      expect(await stored.timeline()).toEqual(await memory.timeline());
      expect(await stored.compare('the visit')).toEqual(await memory.compare('the visit'));
      const claim = 'Lavrov met Kim on Friday.';
      expect(await stored.check(claim)).toEqual(await memory.check(claim));
    },
    LONG_MS,
  );

  it('are shown one by one', async () => {
    const [first] = articles;
    expect((await stored.article(first?.id ?? ''))?.text).toBe(first?.text);
    expect(await stored.article('nobody’s')).toBeNull();
    expect((await stored.catalogue()).map(({ id }) => id)).toEqual((await memory.articles()).map(({ id }) => id));
    const [sentence] = first?.sentences ?? [];
    if (!first || !sentence) throw new Error('no article');
    expect(await stored.context(first.id, sentence)).toEqual(await memory.context(first.id, sentence));
  });
});

describe('a corpus too big to be held whole', () => {
  const { articles: inputs, questions } = makeSyntheticCorpus(6_000, 40, 3);
  const articles = readSideBySide(inputs.map((input) => createArticle(input))).articles;
  let memory: Archive;
  let stored: PostgresArchive;
  let parts: (readonly Article[])[];
  beforeAll(async () => {
    memory = holdInMemory(articles, knowledge, { reader: false });
    const database = await emptied(server);
    await importArticles(database, articles, { articlesInChunk: 70 });
    ({ archive: stored, parts } = await overDatabase(database));
  }, LONG_MS);
  beforeEach(() => {
    parts.length = 0;
  });
  afterAll(() => stored.close());

  it(
    'answers as in memory, names misspelt and days asked for as well',
    async () => {
      const misspelt = questions.slice(0, 10).map((question) => question.replace(/(.)(.)(?=\S*$)/, '$2$1'));
      for (const question of [
        ...questions,
        ...misspelt,
        'what was reported on 3 March 2023',
        'summary',
        'news on 5 May 2023',
      ]) {
        expect(await stored.ask(question), question).toEqual(await memory.ask(question));
      }
    },
    LONG_MS,
  );

  it(
    'compares what some hundred articles say that have most to do with the topic',
    async () => {
      const { articles: compared } = await stored.compare(questions[0]?.replace('what about ', '') ?? '');
      expect(parts).toHaveLength(1);
      expect(parts[0]?.length).toBeLessThanOrEqual(120);
      expect(compared.length).toBeGreaterThan(0);
    },
    LONG_MS,
  );

  it(
    'fetches a part once for who turns its pages',
    async () => {
      const topic = questions[1]?.replace('what about ', '') ?? '';
      await stored.compare(topic);
      await stored.compare(topic);
      expect(parts).toHaveLength(1);
    },
    LONG_MS,
  );

  it('has no timeline of everything', async () => {
    await expect(stored.timeline()).rejects.toThrow(RequestError);
  });
});

describe('a database that gets more articles while it answers', () => {
  let database: Database;
  let stored: PostgresArchive;
  const ferry = createArticle({ id: 'ferry', text: 'The ferry ran aground off Norwick on Tuesday.' });
  const tug = (captain: string) =>
    createArticle({ id: 'tug', text: `The captain of the tug is ${captain}, a Norwick sailor.` });
  beforeEach(async () => {
    database = await emptied(server);
    await importArticles(database, [ferry]);
    stored = (await overDatabase(database)).archive;
  }, LONG_MS);
  afterEach(async () => {
    vi.restoreAllMocks();
    await stored.close();
  });

  it('answers from them a little later, without a restart', async () => {
    await importArticles(database, [ferry, tug('Gail Starling')]);
    const now = performance.now();
    vi.spyOn(performance, 'now').mockImplementation(() => now + 6_000);
    await stored.ask('who is the captain of the tug');
    await vi.waitFor(() => expect(stored.size.articles).toBe(2));
    expect(JSON.stringify(await stored.ask('who is the captain of the tug'))).toContain('Gail Starling');
  });

  it('answers from the changed ones at once where the old ones are gone', async () => {
    await importArticles(database, [tug('Gail Starling')]);
    const answer = await stored.ask('where did the ferry run aground');
    expect(JSON.stringify(answer)).toContain('Norwick');
    expect(stored.size.articles).toBe(2);
  });
});
