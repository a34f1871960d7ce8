import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Archive, openArchive } from '../../../src/archive.js';
import { createArticle } from '../../../src/corpus/articles.js';
import { type Database, DatabaseError, openDatabase } from '../../../src/search/postgres/database.js';
import { importArticles } from '../../../src/search/postgres/importArticles.js';
import { PASSWORD, type PostgresServer, startPostgres, whyNoServer } from './servers.js';

const QUESTION = 'where did the ferry run aground';
const LONG_MS = 60_000;
const ferry = createArticle({ id: 'ferry', text: 'The ferry ran aground off Norwick on Tuesday.' });

/** What somebody gets who asks, and after how long. */
async function outcomeOf(archive: Archive): Promise<{ said: string; milliseconds: number }> {
  const start = performance.now();
  const said = await archive.ask(QUESTION).then(
    (answer) => answer.excerpts[0]?.text ?? 'nothing',
    (error: unknown) => String(error),
  );
  return { said, milliseconds: performance.now() - start };
}

const missing = whyNoServer();

describe('an address that nobody answers at', () => {
  it('is told of in a sentence without the password', async () => {
    const opening = openArchive(`postgres://reader:${PASSWORD}@127.0.0.1:1/news`, { reader: false });
    await expect(opening).rejects.toThrow('PostgreSQL (127.0.0.1:1/news) cannot be asked: no server answers there.');
    await expect(opening).rejects.toThrow(DatabaseError);
    await expect(opening).rejects.not.toThrow(PASSWORD);
  });
});

describe.skipIf(missing !== null)(`a real server${missing ? ` (skipped: ${missing})` : ''}`, () => {
  let server: PostgresServer;
  let archive: Archive;
  let database: Database;
  beforeAll(async () => {
    server = await startPostgres();
    database = openDatabase(server.address, { patient: true });
    await importArticles(database, [ferry]);
  }, LONG_MS);
  beforeEach(async () => {
    archive = await openArchive(server.address, { reader: false });
  });
  afterEach(() => archive.close());
  afterAll(async () => {
    await database.close();
    await server.remove();
  });

  it('answers', async () => {
    expect((await outcomeOf(archive)).said).toContain('off Norwick');
  });

  it(
    'that stops is told of soon, and asked again once it is back',
    async () => {
      await archive.ask(QUESTION);
      await server.stop();
      // What a process remembers it still answers; another one has to ask.
      const other = openArchive(server.address, { reader: false });
      await expect(other).rejects.toThrow('no server answers there');
      const { milliseconds } = await outcomeOf(archive);
      expect(milliseconds).toBeLessThan(3_000);
      await server.start();
      expect((await outcomeOf(archive)).said).toContain('off Norwick');
    },
    LONG_MS,
  );

  it(
    'that stops before the first question lets that question fail in a sentence, and the next one not',
    async () => {
      await server.stop();
      const failed = await outcomeOf(archive);
      expect(failed.said).toMatch(/^DatabaseError: PostgreSQL \(127\.0\.0\.1:\d+\/news\) cannot be asked: /);
      expect(failed.said).not.toContain(PASSWORD);
      expect(failed.milliseconds).toBeLessThan(3_000);
      await server.start();
      expect((await outcomeOf(archive)).said).toContain('off Norwick');
    },
    LONG_MS,
  );

  it('that has no connection left says so, and answers when it has one', async () => {
    await server.letIn(0);
    await expect(openArchive(server.address, { reader: false })).rejects.toThrow('it has no connection left');
    await server.letIn(8);
    const later = await openArchive(server.address, { reader: false });
    expect((await outcomeOf(later)).said).toContain('Norwick');
    await later.close();
  });

  it(
    'that is too slow is given up in time',
    async () => {
      let unlock: (() => void) | undefined;
      const lock = database.transaction(async (connection) => {
        await connection.query('LOCK TABLE dateline_posting IN ACCESS EXCLUSIVE MODE');
        await new Promise<void>((resolve) => {
          unlock = resolve;
        });
      });
      await vi.waitFor(() => expect(unlock).toBeDefined(), { timeout: 10_000 });
      const { said, milliseconds } = await outcomeOf(archive);
      expect(said).toContain('it took too long');
      expect(milliseconds).toBeLessThan(3_500);
      unlock?.();
      await lock;
      expect((await outcomeOf(archive)).said).toContain('Norwick');
    },
    LONG_MS,
  );

  it('is read through a copy, and directly while that does not answer', async () => {
    const dead = `postgres://reader:${PASSWORD}@127.0.0.1:1/news`;
    const told: string[] = [];
    const log = { warn: (text: string) => void told.push(text), info: () => undefined };
    const other = await openArchive(server.address, { reader: false, replica: dead, log });
    expect((await outcomeOf(other)).said).toContain('Norwick');
    await other.close();
    expect(told.join()).toContain('127.0.0.1:1/news');
    expect(told.join()).not.toContain(PASSWORD);
  });
});
