import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Article } from '../../../src/corpus/article.js';
import { createArticle } from '../../../src/corpus/articles.js';
import type { Database } from '../../../src/search/postgres/database.js';
import { type ImportProgress, importArticles } from '../../../src/search/postgres/importArticles.js';
import { migrate } from '../../../src/search/postgres/migrate.js';
import { readStatistics } from '../../../src/search/postgres/statistics.js';
import { emptied, openPglite } from './servers.js';

const LONG_MS = 60_000;
const article = (id: string, text = `The ferry ${id} ran aground off Norwick on Tuesday. Nobody was hurt.`): Article =>
  createArticle({ id, text, published: '2024-05-02' });
const fleet = ['aurora', 'boreas', 'circe', 'doris', 'electra'].map((id) => article(id));

let server: Database;
let database: Database;
beforeAll(async () => {
  server = await openPglite();
}, LONG_MS);
beforeEach(async () => {
  database = await emptied(server);
});
afterAll(() => server.close());

/** The ids of the chunks' articles. */
async function chunks(): Promise<string[][]> {
  const rows = await database.query<{ ids: string[] }>(
    `SELECT array_agg(id ORDER BY place) AS ids FROM dateline_article JOIN dateline_chunk USING (chunk)
     GROUP BY ordinal, chunk ORDER BY ordinal, chunk`,
  );
  return rows.map(({ ids }) => ids.map((id) => JSON.parse(id)));
}

const idsOf = (articles: readonly Article[]): string[] => articles.map(({ id }) => id);

describe('an import', () => {
  it('skips what is in already', async () => {
    await importArticles(database, fleet);
    const { edition } = await readStatistics(database);
    expect(await importArticles(database, fleet)).toMatchObject({ all: 5, added: 0, changed: 0, unchanged: 5 });
    expect((await readStatistics(database)).edition).toBe(edition);
  });

  it('that was cut short goes on where it stopped', async () => {
    const seen: ImportProgress[] = [];
    const cut = importArticles(database, fleet, {
      articlesInChunk: 2,
      onProgress: (progress) => {
        seen.push(progress);
        if (progress.added === 4) throw new Error('the machine failed');
      },
    });
    await expect(cut).rejects.toThrow('the machine failed');
    expect(seen.map(({ added }) => added)).toEqual([2, 4]);
    expect(await importArticles(database, fleet, { articlesInChunk: 2 })).toMatchObject({ added: 1, unchanged: 4 });
    expect(await chunks()).toEqual([['aurora', 'boreas'], ['circe', 'doris'], ['electra']]);
  });

  it('fills the last chunk before it begins another', async () => {
    await importArticles(database, fleet.slice(0, 3), { articlesInChunk: 2 });
    await importArticles(database, fleet, { articlesInChunk: 2 });
    expect(await chunks()).toEqual([['aurora', 'boreas'], ['circe', 'doris'], ['electra']]);
  });

  it('puts a changed article into the place of the old one, and forgets the old one’s words', async () => {
    await importArticles(database, fleet, { articlesInChunk: 2 });
    const changed = article('boreas', 'The tug Boreas has a new captain, Gail Starling.');
    expect(await importArticles(database, [changed], { articlesInChunk: 2 })).toMatchObject({ all: 1, changed: 1 });
    expect((await chunks()).flat()).toEqual(idsOf(fleet));
    const { terms, heads } = await readStatistics(database);
    expect(terms.get('ferri')?.sentences).toBe(4);
    expect(terms.get('starl')).toEqual({ sentences: 1, articles: 1, isName: true });
    expect(idsOf(heads as Article[])).toEqual(idsOf(fleet));
  });

  it('keeps what PostgreSQL’s text cannot hold: a zero byte, half a character', async () => {
    const odd = article('odd\u0000id', 'The sign\u0000 read \ud83d and nothing else. It was taken down.');
    await importArticles(database, [odd]);
    const [row] = await database.query<{ head: string; contents: string }>(
      'SELECT head, contents FROM dateline_article',
    );
    expect({ ...JSON.parse(row?.head ?? ''), ...JSON.parse(row?.contents ?? '') }).toEqual(odd);
  });

  it('leaves no article of a chunk half written', async () => {
    const failing: Database = {
      ...database,
      transaction: (work) =>
        database.transaction((connection) =>
          work({
            query: (text, values) => {
              if (text.includes('INSERT INTO dateline_posting')) throw new Error('the disk is full');
              return connection.query(text, values);
            },
          }),
        ),
    };
    await migrate(database);
    await expect(importArticles(failing, fleet)).rejects.toThrow('the disk is full');
    expect(await chunks()).toEqual([]);
    expect(await importArticles(database, fleet)).toMatchObject({ added: 5 });
  });
});

describe('the tables', () => {
  it('are made once, however often that is asked for', async () => {
    await migrate(database);
    await migrate(database);
    expect(await database.query('SELECT name FROM dateline_migration')).toEqual([{ name: '0001-articles.sql' }]);
  });

  it('of another version’s import are not read', async () => {
    await importArticles(database, fleet);
    await database.query('UPDATE dateline_chunk SET format = format + 1');
    await expect(readStatistics(database)).rejects.toThrow('run “dateline import” with this one');
  });
});
