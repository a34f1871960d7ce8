import { createArchive, openArchive } from '../src/archive.js';
import type { Article } from '../src/corpus/article.js';
import { createArticle } from '../src/corpus/articles.js';
import { readSideBySide } from '../src/corpus/sideBySide.js';
import { openDatabase } from '../src/search/postgres/database.js';
import { importArticles } from '../src/search/postgres/importArticles.js';
import { drawTable } from '../src/terminal/table.js';
import { makeSyntheticCorpus } from './syntheticCorpus.js';
import { drawMilliseconds, median, percentile, timed } from './timing.js';

/** What a corpus in a database came to, in milliseconds unless it says otherwise. */
export interface PostgresTimes {
  readonly passages: number;
  readonly importMs: number;
  readonly databaseMegabytes: number;
  /** From nothing to the first question. */
  readonly openMs: number;
  /** Questions asked for the first time: what they need is fetched. */
  readonly first: { readonly p50: number; readonly p99: number };
  /** The same questions again: what they need is remembered. */
  readonly again: { readonly p50: number; readonly p99: number };
  /** The same questions of the same articles in memory. */
  readonly inMemory: { readonly p50: number; readonly p99: number };
  /** Questions whose answer was another than in memory. */
  readonly different: number;
}

const TABLES = ['migration', 'corpus', 'chunk', 'article', 'posting'];

/**
 * Fills a database with made-up articles, in place of what Dateline has there, and asks questions of it by words alone.
 */
export async function measurePostgres(
  address: string,
  passages: number,
  questionCount: number,
): Promise<PostgresTimes> {
  const { articles: inputs, questions } = makeSyntheticCorpus(passages, questionCount);
  const database = openDatabase(address, { patient: true });
  for (const table of TABLES) await database.query(`DROP TABLE IF EXISTS dateline_${table}`);
  const articles: Article[] = [...readSideBySide(inputs.map((input) => createArticle(input))).articles];
  const { milliseconds: importMs } = await timed(() => importArticles(database, articles));
  await database.query('VACUUM ANALYZE dateline_article');
  await database.query('VACUUM ANALYZE dateline_posting');
  const [size] = await database.query<{ bytes: string }>(
    `SELECT sum(pg_total_relation_size(oid)) AS bytes FROM pg_class WHERE relkind = 'r' AND relname LIKE 'dateline%'`,
  );
  await database.close();

  const expected = new Map<string, string>();
  const memory = await createArchive(inputs, { reader: false });
  const memoryTimes: number[] = [];
  for (const question of questions) {
    const { result, milliseconds } = await timed(() => memory.ask(question));
    expected.set(question, JSON.stringify(result));
    memoryTimes.push(milliseconds);
  }
  await memory.close();

  const { result: archive, milliseconds: openMs } = await timed(() => openArchive(address, { reader: false }));
  const rounds: number[][] = [];
  let different = 0;
  for (let round = 0; round < 2; round++) {
    const times: number[] = [];
    for (const question of questions) {
      const { result, milliseconds } = await timed(() => archive.ask(question));
      const wanted = expected.get(question);
      if (round === 0 && wanted !== undefined && wanted !== JSON.stringify(result)) different++;
      times.push(milliseconds);
    }
    rounds.push(times);
  }
  await archive.close();
  return {
    passages: articles.reduce((sum, { sentences }) => sum + sentences.length, 0),
    importMs,
    databaseMegabytes: Number(size?.bytes ?? 0) / 1e6,
    openMs,
    first: summary(rounds[0] ?? []),
    again: summary(rounds[1] ?? []),
    inMemory: summary(memoryTimes),
    different,
  };
}

/** As a table, for people. */
export function drawPostgresTimes(times: PostgresTimes): string {
  const row = (name: string, { p50, p99 }: { p50: number; p99: number }) => [
    name,
    drawMilliseconds(p50),
    drawMilliseconds(p99),
  ];
  return [
    `${times.passages} passages: imported in ${(times.importMs / 1000).toFixed(0)} s, ${times.databaseMegabytes.toFixed(0)} MB there; opened in ${drawMilliseconds(times.openMs)}`,
    drawTable([
      ['an answer', 'p50', 'p99'],
      row('in PostgreSQL, asked first', times.first),
      row('in PostgreSQL, asked again', times.again),
      row('in memory', times.inMemory),
    ]),
    `${times.different} answers differ from those in memory`,
  ].join('\n');
}

function summary(times: readonly number[]): { p50: number; p99: number } {
  return { p50: median(times), p99: percentile(times, 0.99) };
}
