import type { ArticleHead, Problem } from '../../corpus/article.js';
import type { Acronym } from '../acronyms.js';
import type { VocabularyWord } from '../invertedIndex.js';
import { isMostlyCapitalized } from '../invertedIndexBuilder.js';
import { FORMAT, unpackLengths } from './chunkContents.js';
import { type Database, DatabaseError } from './database.js';

/** What is known of a term in a whole corpus. */
export interface TermCounts {
  /** Sentences that hold it. */
  readonly sentences: number;
  /** Articles that do, titles counted. */
  readonly articles: number;
  readonly isName: boolean;
}

/** A chunk, and where its articles and sentences begin among all. */
export interface ChunkPlace {
  readonly chunk: number;
  readonly firstArticle: number;
  readonly firstPassage: number;
}

/** What a process holds of a corpus in a database while it answers from it: all but postings and texts. */
export interface CorpusStatistics {
  /** Which state of the corpus it is. */
  readonly edition: number;
  readonly heads: readonly ArticleHead[];
  /** First passage of each article; one more at the end. */
  readonly firstPassage: Uint32Array;
  readonly articleLengths: Uint32Array;
  readonly sentenceLengths: Uint32Array;
  /** The terms of sentences, by first meeting. */
  readonly vocabulary: readonly VocabularyWord[];
  /** Those of sentences and titles. */
  readonly terms: ReadonlyMap<string, TermCounts>;
  /** In the order of their articles. */
  readonly chunks: readonly ChunkPlace[];
  readonly acronyms: readonly Acronym[];
  readonly problems: readonly Problem[];
}

interface ChunkRow {
  readonly chunk: number;
  readonly format: number;
  readonly articles: number;
  readonly lengths: Uint8Array;
  readonly acronyms: string;
  readonly problems: string;
}

interface HeadRow {
  readonly head: string;
  readonly sentences: number;
  readonly terms: number;
}

interface TermRow {
  readonly term: string;
  readonly surface: string;
  readonly sentences: number;
  readonly articles: number;
  readonly inner: number;
  readonly capitals: number;
  readonly titles: boolean;
}

/** The state of a corpus changes with each chunk that is imported. */
export async function readEdition(database: Pick<Database, 'query'>): Promise<number> {
  const [row] = await database.query<{ edition: number }>('SELECT edition FROM dateline_corpus');
  return row?.edition ?? 0;
}

/** Of ten million sentences it takes ten seconds; a server that has not answered by then never will. */
const WITHIN_MS = 10 * 60_000;

/**
 * Reads what a process holds of a corpus, as it is at one moment.
 * @throws DatabaseError when there is none, or when another version of Dateline imported it
 */
export async function readStatistics(database: Database): Promise<CorpusStatistics> {
  return database.transaction(async (connection) => {
    await connection.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY');
    // Once for each edition, by nobody who asks: it may take longer than an answer.
    await connection.query('SET LOCAL statement_timeout = 0');
    const edition = await readEdition(connection);
    const chunkRows = await connection.query<ChunkRow>(
      'SELECT chunk, format, articles, lengths, acronyms, problems FROM dateline_chunk ORDER BY ordinal, chunk',
      [],
      WITHIN_MS,
    );
    if (chunkRows.some(({ format }) => format !== FORMAT)) {
      throw new DatabaseError(
        'The articles in PostgreSQL were imported by another version of Dateline: run “dateline import” with this one.',
      );
    }
    const headRows = await connection.query<HeadRow>(
      `SELECT head, article.sentences, article.terms FROM dateline_article article JOIN dateline_chunk USING (chunk)
       ORDER BY ordinal, chunk, place`,
      [],
      WITHIN_MS,
    );
    const termRows = await connection.query<TermRow>(
      `SELECT term, (array_agg(surface ORDER BY rank IS NULL, ordinal, chunk))[1] AS surface,
         sum(sentence_count)::int AS sentences, sum(article_count)::int AS articles,
         sum(inner_count)::int AS inner, sum(capital_count)::int AS capitals, bool_and(rank IS NULL) AS titles
       FROM dateline_posting JOIN dateline_chunk USING (chunk)
       GROUP BY term
       ORDER BY min(CASE WHEN rank IS NULL THEN NULL ELSE (ordinal::bigint << 44) + (chunk::bigint << 22) + rank END)`,
      [],
      WITHIN_MS,
    );
    return {
      edition,
      ...articlesOf(chunkRows, headRows),
      vocabulary: termRows.filter(({ titles }) => !titles).map(({ term, surface }) => ({ term, surface })),
      terms: new Map(
        termRows.map(({ term, sentences, articles, inner, capitals }) => [
          term,
          { sentences, articles, isName: isMostlyCapitalized(inner, capitals) },
        ]),
      ),
      acronyms: acronymsIn(chunkRows),
      problems: chunkRows.flatMap(({ problems }) => JSON.parse(problems) as Problem[]),
    };
  });
}

function articlesOf(chunkRows: readonly ChunkRow[], headRows: readonly HeadRow[]) {
  const firstPassage = new Uint32Array(headRows.length + 1);
  for (const [i, { sentences }] of headRows.entries()) firstPassage[i + 1] = (firstPassage[i] ?? 0) + sentences;
  const sentenceLengths = new Uint32Array(firstPassage.at(-1) ?? 0);
  const chunks: ChunkPlace[] = [];
  let article = 0;
  for (const { chunk, articles, lengths } of chunkRows) {
    const first = firstPassage[article] ?? 0;
    chunks.push({ chunk, firstArticle: article, firstPassage: first });
    sentenceLengths.set(unpackLengths(lengths), first);
    article += articles;
  }
  return {
    heads: headRows.map(({ head }) => JSON.parse(head) as ArticleHead),
    articleLengths: Uint32Array.from(headRows, ({ terms }) => terms),
    firstPassage,
    sentenceLengths,
    chunks,
  };
}

/** Each meaning of each short form once, as `acronymsOf` gives them for articles in memory. */
function acronymsIn(chunkRows: readonly ChunkRow[]): Acronym[] {
  const all = chunkRows.flatMap(({ acronyms }) => JSON.parse(acronyms) as Acronym[]);
  return [...new Map(all.map((acronym) => [`${acronym.short} ${acronym.long.toLowerCase()}`, acronym])).values()];
}
