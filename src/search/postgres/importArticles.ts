import { createHash } from 'node:crypto';
import type { Article, Problem } from '../../corpus/article.js';
import {
  FORMAT,
  indexChunk,
  MOST_ARTICLES,
  MOST_SENTENCES,
  packLengths,
  packOccurrences,
  splitArticle,
} from './chunkContents.js';
import type { Database, Queryable } from './database.js';
import { migrate } from './migrate.js';

/** What an import did; also what it has done so far. */
export interface ImportProgress {
  /** Articles that were handed in. */
  readonly all: number;
  readonly added: number;
  readonly changed: number;
  /** In the database already, just so. */
  readonly unchanged: number;
}

/** How articles are put in; every part may be left out. */
export interface ImportOptions {
  /** Told after each chunk. */
  readonly onProgress?: (progress: ImportProgress) => void;
  readonly articlesInChunk?: number;
}

/** What came of an import. */
export interface Imported extends ImportProgress {
  readonly problems: readonly Problem[];
}

/** "dateline" on a telephone's keys, plus one. */
const IMPORT_LOCK = 32835464;
/** Rows sent at once: enough that the server is not asked for each, few enough for a message of some megabytes. */
const ROWS_AT_ONCE = 4_000;

interface StoredArticle {
  readonly id: string;
  readonly hash: string;
  readonly chunk: number;
}

interface StoredChunk {
  readonly chunk: number;
  readonly ordinal: number;
  readonly articles: number;
  readonly sentences: number;
}

/** An article to write, as it is stored. */
interface Row {
  readonly article: Article;
  readonly id: string;
  readonly hash: string;
}

/**
 * Puts articles into a database, or what changed of them. Each chunk is written in one transaction, so that an import that was cut
 * short goes on where it stopped. What is there and not handed in stays.
 * @param articles as `readCorpus` gives them: read side by side
 * @throws Error when another import is running
 */
export async function importArticles(
  database: Database,
  articles: readonly Article[],
  { onProgress = () => undefined, articlesInChunk = MOST_ARTICLES }: ImportOptions = {},
): Promise<Imported> {
  await migrate(database);
  const stored = await readStored(database);
  const problems: Problem[] = [];
  const rows = articles.filter((article) => isShortEnough(article, problems)).map(rowOf);
  const fresh = rows.filter(({ id }) => !stored.has(id));
  const changed = rows.filter(({ id, hash }) => stored.has(id) && stored.get(id)?.hash !== hash);
  const count = { all: articles.length, added: 0, changed: 0, unchanged: rows.length - fresh.length - changed.length };

  const replaced = new Map<number, Map<string, Row>>();
  for (const row of changed) {
    const chunk = stored.get(row.id)?.chunk ?? 0;
    const ofChunk = replaced.get(chunk) ?? new Map<string, Row>();
    replaced.set(chunk, ofChunk.set(row.id, row));
  }
  for (const [chunk, news] of replaced) {
    await database.transaction(async (connection) => {
      await lock(connection);
      const [old] = await readChunks(connection, chunk);
      if (!old) throw new Error('another import changed the same articles: start it again');
      const kept = (await readArticles(connection, chunk)).map(
        (article) => news.get(JSON.stringify(article.id)) ?? rowOf(article),
      );
      await removeChunk(connection, chunk);
      // An article that grew may not fit into the old chunk any more: then what is left over goes into another of its ordinal.
      for (const part of chunksOf(kept, articlesInChunk)) await writeChunk(connection, old.ordinal, part);
    });
    count.changed += news.size;
    onProgress({ ...count });
  }

  const [last] = (await readChunks(database, null)).slice(-1);
  const isOpen = last !== undefined && last.articles < articlesInChunk && fresh.length > 0;
  let ordinal = isOpen ? last.ordinal : (last?.ordinal ?? -1) + 1;
  const begun = isOpen ? (await readArticles(database, last.chunk)).map(rowOf) : [];
  for (const [i, part] of chunksOf([...begun, ...fresh], articlesInChunk).entries()) {
    await database.transaction(async (connection) => {
      await lock(connection);
      if (i === 0 && isOpen) await removeChunk(connection, last.chunk);
      await writeChunk(connection, ordinal, part);
    });
    ordinal++;
    count.added += part.length - (i === 0 ? begun.length : 0);
    onProgress({ ...count });
  }
  return { ...count, problems };
}

function isShortEnough(article: Article, problems: Problem[]): boolean {
  if (article.sentences.length < MOST_SENTENCES) return true;
  const message = `It has ${article.sentences.length} sentences, more than fit, and is left out; cut it into several.`;
  problems.push({ file: article.file ?? article.id, line: null, message });
  return false;
}

function rowOf(article: Article): Row {
  const hash = createHash('sha256')
    .update(`${FORMAT} ${JSON.stringify(article)}`)
    .digest('base64');
  return { article, id: JSON.stringify(article.id), hash };
}

/** Runs of articles that each fit into a chunk. */
function chunksOf(rows: readonly Row[], most: number): Row[][] {
  const chunks: Row[][] = [];
  let sentences = 0;
  for (const row of rows) {
    const current = chunks.at(-1);
    sentences += row.article.sentences.length;
    if (current && current.length < most && sentences <= MOST_SENTENCES) current.push(row);
    else {
      chunks.push([row]);
      sentences = row.article.sentences.length;
    }
  }
  return chunks;
}

/** Ends with the transaction. */
async function lock(connection: Queryable): Promise<void> {
  const [row] = await connection.query<{ locked: boolean }>('SELECT pg_try_advisory_xact_lock($1) AS locked', [
    IMPORT_LOCK,
  ]);
  if (!row?.locked)
    throw new Error('another import into this database is running: let it end, and start this one again');
}

async function readStored(database: Queryable): Promise<ReadonlyMap<string, StoredArticle>> {
  const rows = await database.query<StoredArticle>('SELECT id, hash, chunk FROM dateline_article');
  return new Map(rows.map((row) => [row.id, row]));
}

/** In their order. @param chunk null for all */
function readChunks(connection: Queryable, chunk: number | null): Promise<readonly StoredChunk[]> {
  const where = chunk === null ? '' : 'WHERE chunk = $1';
  return connection.query<StoredChunk>(
    `SELECT chunk, ordinal, articles, octet_length(lengths) / 4 AS sentences FROM dateline_chunk ${where} ORDER BY ordinal, chunk`,
    chunk === null ? [] : [chunk],
  );
}

async function readArticles(connection: Queryable, chunk: number): Promise<Article[]> {
  const rows = await connection.query<{ head: string; contents: string }>(
    'SELECT head, contents FROM dateline_article WHERE chunk = $1 ORDER BY place',
    [chunk],
  );
  return rows.map(({ head, contents }) => ({ ...JSON.parse(head), ...JSON.parse(contents) }) as Article);
}

async function removeChunk(connection: Queryable, chunk: number): Promise<void> {
  for (const table of ['dateline_posting', 'dateline_article', 'dateline_chunk']) {
    await connection.query(`DELETE FROM ${table} WHERE chunk = $1`, [chunk]);
  }
}

async function writeChunk(connection: Queryable, ordinal: number, rows: readonly Row[]): Promise<void> {
  const { terms, sentenceLengths, articleLengths, acronyms, problems } = indexChunk(rows.map(({ article }) => article));
  const [row] = await connection.query<{ chunk: number }>(
    'UPDATE dateline_corpus SET edition = edition + 1, next_chunk = next_chunk + 1 RETURNING next_chunk - 1 AS chunk',
  );
  const chunk = row?.chunk ?? 0;
  await connection.query(
    'INSERT INTO dateline_chunk (chunk, ordinal, format, articles, lengths, acronyms, problems) VALUES ($1, $2, $3, $4, $5, $6, $7)',
    [
      chunk,
      ordinal,
      FORMAT,
      rows.length,
      packLengths(sentenceLengths),
      JSON.stringify(acronyms),
      JSON.stringify(problems),
    ],
  );
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE / 10) {
    const part = rows.slice(from, from + ROWS_AT_ONCE / 10);
    const split = part.map(({ article }) => splitArticle(article));
    await connection.query(
      `INSERT INTO dateline_article (chunk, place, id, hash, head, sentences, terms, contents)
       SELECT $1, * FROM unnest($2::int[], $3::text[], $4::text[], $5::text[], $6::int[], $7::int[], $8::text[])`,
      [
        chunk,
        part.map((_, i) => from + i),
        part.map(({ id }) => id),
        part.map(({ hash }) => hash),
        split.map(({ head }) => JSON.stringify(head)),
        part.map(({ article }) => article.sentences.length),
        part.map((_, i) => articleLengths[from + i] ?? 0),
        split.map(({ rest }) => JSON.stringify(rest)),
      ],
    );
  }
  for (let from = 0; from < terms.length; from += ROWS_AT_ONCE) {
    const part = terms.slice(from, from + ROWS_AT_ONCE);
    // The bytes of all rows in one value, as an array of bytes would be sent as twice the text.
    const sentences = joined(part.map((term) => packOccurrences(term.sentences)));
    const articles = joined(part.map((term) => packOccurrences(term.articles)));
    await connection.query(
      `INSERT INTO dateline_posting (chunk, term, rank, surface, sentence_count, article_count, inner_count, capital_count, names, sentences, articles)
       SELECT $1, term, rank, surface, sentence_count, article_count, inner_count, capital_count, names,
         substring($9::bytea FROM sentences_from FOR 3 * sentence_count), substring($11::bytea FROM articles_from FOR 3 * article_count)
       FROM unnest($2::text[], $3::int[], $4::text[], $5::int[], $6::int[], $7::int[], $8::int[], $10::int[], $12::int[], $13::text[])
         AS row (term, rank, surface, sentence_count, article_count, inner_count, capital_count, sentences_from, articles_from, names)`,
      [
        chunk,
        part.map(({ term }) => term),
        part.map(({ rank }) => rank),
        part.map(({ surface }) => surface),
        part.map((term) => term.sentences.length),
        part.map((term) => term.articles.length),
        part.map(({ inner }) => inner),
        part.map(({ capitals }) => capitals),
        sentences.bytes,
        sentences.starts,
        articles.bytes,
        articles.starts,
        part.map(({ names }) => (names === null ? null : JSON.stringify(names))),
      ],
    );
  }
}

/** Bytes one after the other, and where each begins, from 1 as SQL counts. */
function joined(pieces: readonly Uint8Array[]): { bytes: Uint8Array; starts: number[] } {
  const starts: number[] = [];
  let length = 0;
  for (const piece of pieces) {
    starts.push(length + 1);
    length += piece.length;
  }
  const bytes = new Uint8Array(length);
  for (const [i, piece] of pieces.entries()) bytes.set(piece, (starts[i] ?? 1) - 1);
  return { bytes, starts };
}
