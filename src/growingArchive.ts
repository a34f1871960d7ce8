import { stat } from 'node:fs/promises';
import { GrownIndex } from './answers/grownIndex.js';
import { readArticles } from './answers/retrieval.js';
import type { ArchiveOptions, OpenedArchive } from './archiveInterface.js';
import type { Article, Corpus } from './corpus/article.js';
import { readAddedFiles } from './corpus/folder.js';
import { type PresentArticles, readPresentArticles } from './corpus/presentArticles.js';
import { CorpusArchive } from './corpusArchive.js';
import { openCorpus } from './keptCorpus.js';
import { NO_LOG } from './scorers.js';
import { loadKnowledge } from './search/knowledge.js';
import { finishInSlices, type Steps } from './steps.js';

/**
 * More than these, or than this share of the articles that were read together, are read together with the rest some time: until then each
 * that is added has all of them indexed.
 */
const MOST_ADDED = 200;
const MOST_ADDED_SHARE = 0.05;

/** An archive of a folder, and how it came about. */
interface Growth {
  readonly where: string;
  readonly corpus: Corpus;
  /** Of the articles that were read together. */
  readonly present: PresentOnce;
  readonly index: GrownIndex;
  readonly archive: CorpusArchive;
  readonly isUnfinished: boolean;
}

/** What is known of articles, read once, when it is needed first. */
class PresentOnce {
  readonly #articles: readonly Article[];
  #known: PresentArticles | null = null;

  constructor(articles: readonly Article[]) {
    this.#articles = articles;
  }

  *read(): Steps<PresentArticles> {
    this.#known ??= yield* readPresentArticles(this.#articles);
    return this.#known;
  }
}

function* lotsOf(present: PresentOnce, added: readonly Article[]): Steps<PresentArticles[]> {
  return [yield* present.read(), yield* readPresentArticles(added)];
}

/** An archive of a folder that new articles can be added to, without reading the others again. */
export class GrowingArchive implements OpenedArchive {
  readonly #growth: Growth;

  constructor(growth: Growth) {
    this.#growth = growth;
  }

  get archive(): CorpusArchive {
    return this.#growth.archive;
  }

  get isUnfinished(): boolean {
    const { isUnfinished, index, corpus } = this.#growth;
    const added = index.added.length;
    return isUnfinished || added > MOST_ADDED || added > MOST_ADDED_SHARE * (corpus.articles.length - added);
  }

  hasFile(name: string): boolean {
    return this.#growth.corpus.articles.some(({ file }) => file === name);
  }

  async prepare(): Promise<void> {
    await finishInSlices(this.#growth.index.prepare());
    await finishInSlices(this.#growth.present.read());
  }

  async withFiles(names: readonly string[], signal?: AbortSignal): Promise<GrowingArchive | null> {
    const { where, index, archive, isUnfinished, present } = this.#growth;
    const { articles, problems } = this.#growth.corpus;
    const lots = await finishInSlices(lotsOf(present, index.added), signal);
    const corpus = await readAddedFiles(where, names, { articles, problems, known: lots }, { signal });
    if (!corpus) return null;
    const grown = await finishInSlices(index.with(corpus.added), signal);
    return new GrowingArchive({
      where,
      corpus,
      present,
      index: grown,
      archive: archive.with(corpus, grown.searched, grown.added),
      isUnfinished: isUnfinished || corpus.isUnfinished,
    });
  }
}

/**
 * @param where a folder or a `.jsonl` file
 * @throws Error when it cannot be read at all
 */
export async function openGrowingArchive(where: string, options: ArchiveOptions): Promise<GrowingArchive> {
  const kept = await openWith(where, options, true);
  if (kept.addedSince.length === 0) return kept.growing;
  const grown = await kept.growing.withFiles(kept.addedSince, options.signal);
  if (!grown) {
    void kept.growing.archive.close();
    return (await openWith(where, options, false)).growing;
  }
  void kept.growing.archive.close();
  return grown;
}

async function openWith(
  where: string,
  options: ArchiveOptions,
  mayAdd: boolean,
): Promise<{ readonly growing: GrowingArchive; readonly addedSince: readonly string[] }> {
  const { extraction, signal, snapshots, onProgress, log = NO_LOG } = options;
  const { corpus, passages, acronyms, keeping, addedSince } = await openCorpus(where, {
    extraction,
    signal,
    snapshots,
    mayAdd,
    log,
    onProgress: (done, total) => onProgress?.('reading', done, total),
  });
  onProgress?.('indexing', 0, corpus.articles.length);
  const folder = (await stat(where)).isDirectory() ? where : null;
  const knowledge = options.knowledge ?? (await loadKnowledge(folder, options.sharedKnowledge));
  const searched = await finishInSlices(readArticles(corpus.articles, { passages, acronyms }), signal);
  const archive = new CorpusArchive(corpus, knowledge, searched, options, keeping);
  const index = new GrownIndex(searched);
  const present = new PresentOnce(corpus.articles);
  return { growing: new GrowingArchive({ where, corpus, present, index, archive, isUnfinished: false }), addedSince };
}
