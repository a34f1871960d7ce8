import { RequestError } from './answers/requestError.js';
import { readArticles } from './answers/retrieval.js';
import type { Archive, ArchiveOptions } from './archiveInterface.js';
import type { Article, ArticleInput, Corpus } from './corpus/article.js';
import { createArticle } from './corpus/articles.js';
import { readSideBySideInSteps } from './corpus/sideBySide.js';
import { CorpusArchive } from './corpusArchive.js';
import { openGrowingArchive } from './growingArchive.js';
import { type LoadedKnowledge, loadKnowledge } from './search/knowledge.js';
import { isDatabaseAddress } from './search/postgres/address.js';
import { finish, finishInSlices, type Steps } from './steps.js';

export type { Archive, ArchiveOptions, ArchiveSize } from './archiveInterface.js';
export type { ReaderChoice } from './scorers.js';
export { type LoadedKnowledge, loadKnowledge, RequestError };

/**
 * @param where a folder, a `.jsonl` file, or the address of a PostgreSQL database that has articles
 * @throws Error when it cannot be read at all
 */
export async function openArchive(where: string, options: ArchiveOptions = {}): Promise<Archive> {
  if (isDatabaseAddress(where)) {
    // The database's driver takes a while to load, which a folder should not pay.
    const { openPostgres } = await import('./openPostgres.js');
    return openPostgres(where, options, holdInMemory);
  }
  return (await openGrowingArchive(where, options)).archive;
}

/** @param articles as they were read, side by side */
export function holdInMemory(
  articles: readonly Article[],
  knowledge: LoadedKnowledge,
  options: ArchiveOptions,
): Archive {
  return new CorpusArchive({ articles, problems: [] }, knowledge, finish(readArticles(articles)), options);
}

/** @throws Error, naming the article, for two with one id, one without text, or a date that is no day of the calendar. */
export async function createArchive(inputs: readonly ArticleInput[], options: ArchiveOptions = {}): Promise<Archive> {
  const ids = new Set<string>();
  for (const { id } of inputs) {
    if (ids.has(id)) throw new Error(`Two articles have the id “${id}”.`);
    ids.add(id);
  }
  const corpus = await finishInSlices(readInputs(inputs), options.signal);
  const knowledge = options.knowledge ?? (await loadKnowledge(null, options.sharedKnowledge));
  // In slices, so that whatever else waits in the process gets its turn.
  const contents = await finishInSlices(readArticles(corpus.articles), options.signal);
  return new CorpusArchive(corpus, knowledge, contents, options);
}

function* readInputs(inputs: readonly ArticleInput[]): Steps<Corpus> {
  const articles: Article[] = [];
  for (const input of inputs) {
    articles.push(readInput(input));
    yield;
  }
  return yield* readSideBySideInSteps(articles);
}

function readInput(input: ArticleInput): Article {
  try {
    return createArticle(input);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`The article “${input.id}” can't be read: ${reason}`, { cause: error });
  }
}
