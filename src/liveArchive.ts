import type { Stats } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { extname, relative, sep } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { AskOptions } from './answers/answer.js';
import { type Archive, type ArchiveOptions, type ArchiveSize, openArchive } from './archive.js';
import type { OpenedArchive } from './archiveInterface.js';
import type { Problem } from './corpus/article.js';
import { ExtractionThread } from './corpus/readers/extraction/extractionThread.js';
import { RememberedExtraction } from './corpus/readers/extraction/rememberedExtraction.js';
import { CorpusUpdates } from './corpusUpdates.js';
import type { Span } from './english/span.js';
import type { TimelineOptions } from './events/timeline/timeline.js';
import { openGrowingArchive } from './growingArchive.js';
import type { QuoteOptions } from './quotes/quote.js';
import { RememberedAnswers } from './rememberedAnswers.js';
import { isDatabaseAddress } from './search/postgres/address.js';

/** So long nothing may happen in the folder before it is read again, in milliseconds: many files often come at once. */
const QUIET_MS = 200;
/** A file is read when it has not grown for so long, so that none is read half written. */
const FINISHED_MS = 400;
const LOOK_EVERY_MS = 100;
/** A corpus that was taken away is looked for so often. */
const LOOK_FOR_MS = 1_000;

/** Who is told of what happens to a corpus that is read again. */
export interface LiveOptions extends ArchiveOptions {
  /** Takes articles out of documents for several archives; left out: one of its own does. */
  readonly sharedExtraction?: ExtractionThread;
  /** The articles were read again. @param news problems that were not there before */
  readonly onReload?: (size: ArchiveSize, news: readonly Problem[]) => void;
  /** They could not be; what was there before still answers. */
  readonly onFault?: (error: unknown) => void;
  /** Smaller corpora are read again as a whole when a file is added; some hundred articles unless told. */
  readonly leastArticles?: number;
}

/** Names that begin with a dot are no articles, and Dateline's own log is one of them. */
function isHidden(below: string): boolean {
  return below.split(sep).some((name) => name.startsWith('.'));
}

/** Tells one folder from another of the same path; a file is the same whatever is put in its place. */
async function identityOf(where: string): Promise<string> {
  const found = await stat(where).catch(() => null);
  return found?.isDirectory() ? `folder ${found.dev} ${found.ino}` : 'file';
}

/** A corpus as it was opened. */
interface Opened {
  readonly where: string;
  /** Opens it again. */
  readonly open: () => Promise<OpenedArchive>;
  readonly opened: OpenedArchive;
  /** When its reading began, in milliseconds since 1970. */
  readonly readAt: number;
}

/** An archive, and how many still ask it. */
interface Held {
  readonly opened: OpenedArchive;
  readonly archive: Archive;
  readonly answers: RememberedAnswers;
  users: number;
  retired: boolean;
}

/**
 * Opens an archive that can be read again while it answers.
 * @param where as `openArchive`
 * @throws Error as `openArchive`
 */
export async function openLiveArchive(where: string, options: LiveOptions = {}): Promise<LiveArchive> {
  const { sharedExtraction } = options;
  const thread = sharedExtraction ?? new ExtractionThread();
  const extraction = new RememberedExtraction(thread);
  const open = async (): Promise<OpenedArchive> => {
    try {
      const all = { ...options, extraction };
      return isDatabaseAddress(where)
        ? notGrowing(await openArchive(where, all))
        : await openGrowingArchive(where, all);
    } finally {
      extraction.forgetUnused();
      await (sharedExtraction ? thread.rest() : thread.close());
    }
  };
  const readAt = Date.now();
  return new LiveArchive({ where, open, opened: await open(), readAt }, options);
}

/** An archive that looks after its articles itself. */
function notGrowing(archive: Archive): OpenedArchive {
  return {
    archive,
    isUnfinished: false,
    hasFile: () => false,
    prepare: async () => undefined,
    withFiles: async () => null,
  };
}

function hold(opened: OpenedArchive): Held {
  return { opened, archive: opened.archive, answers: new RememberedAnswers(), users: 0, retired: false };
}

/**
 * An archive over a corpus that changes. When it does, a new index is built aside and takes the place of the old one at once; who asked the
 * old one still gets its answer. Nobody who asks needs to know.
 */
export class LiveArchive implements Archive {
  readonly #where: string;
  readonly #updates: CorpusUpdates;
  readonly #readAt: number;
  readonly #options: LiveOptions;
  #held: Held;
  #readsAhead = false;
  #isClosed = false;
  #stopWatching: (() => Promise<void>) | null = null;

  constructor({ where, open, opened, readAt }: Opened, options: LiveOptions) {
    this.#where = where;
    this.#readAt = readAt;
    this.#options = options;
    this.#held = hold(opened);
    this.#updates = new CorpusUpdates({
      where,
      open,
      readAt,
      current: () => this.#held.opened,
      replace: (next) => this.#swap(next),
      onFault: (error) => options.onFault?.(error),
      leastArticles: options.leastArticles,
    });
  }

  get size(): ArchiveSize {
    return this.#held.archive.size;
  }

  get problems(): readonly Problem[] {
    return this.#held.archive.problems;
  }

  /** Reads the corpus again from now on whenever a file is added, changed or removed. */
  async watch(): Promise<void> {
    // An archive in a database looks after that itself.
    if (isDatabaseAddress(this.#where)) return;
    const { watch } = await import('chokidar');
    // The corpus itself may be a link; links in it are not followed.
    const root = await realpath(this.#where).catch(() => this.#where);
    const identity = await identityOf(this.#where);
    const watcher = watch(root, {
      alwaysStat: true,
      followSymlinks: false,
      ignored: (path) => isHidden(relative(root, path)),
      awaitWriteFinish: { stabilityThreshold: FINISHED_MS, pollInterval: LOOK_EVERY_MS },
    });
    let timer: NodeJS.Timeout | undefined;
    let isListed = false;
    let isOver = false;
    const watchAgain = (): void => {
      if (!isOver) void this.#watchAgain();
      isOver = true;
    };
    // Of a folder that another one takes the place of, or a link that is turned elsewhere, the system does not always tell.
    const looking = setInterval(async () => {
      if ((await identityOf(this.#where)) !== identity) watchAgain();
    }, LOOK_FOR_MS).unref();
    /** Files that came, while nothing else has changed; null when something has. */
    let added: Set<string> | null = new Set();
    watcher.on('ready', () => {
      isListed = true;
    });
    watcher.on('all', (event, path, stats) => {
      // The files that are there at first are all told of; those that came after the corpus was read are news.
      if (!isListed && (stats?.isDirectory() || (stats?.ctimeMs ?? 0) < this.#readAt)) return;
      const name = relative(root, path).replaceAll(sep, '/');
      if (name === '' && event === 'unlink') watchAgain();
      if (this.#isKnown(event, name, stats)) return;
      if (event === 'add' && name !== '') added?.add(name);
      else added = null;
      clearTimeout(timer);
      timer = setTimeout(() => {
        void (added === null ? this.reload() : this.add([...added]));
        added = new Set();
      }, QUIET_MS);
    });
    watcher.on('error', (error) => this.#options.onFault?.(error));
    this.#stopWatching = async () => {
      isOver = true;
      clearInterval(looking);
      clearTimeout(timer);
      await watcher.close();
    };
    await new Promise<void>((resolve) => watcher.once('ready', () => resolve()));
    if (this.#isClosed) await this.#stopWatching();
  }

  /** The corpus itself is gone: another may come in its place, as where a folder is exchanged for a new one. */
  async #watchAgain(): Promise<void> {
    await this.#stopWatching?.();
    while (!this.#isClosed && !(await stat(this.#where).catch(() => null)))
      await sleep(LOOK_FOR_MS, undefined, { ref: false });
    if (this.#isClosed) return;
    await this.watch();
    await this.reload();
  }

  /** Whether what the system tells of means nothing new. */
  #isKnown(event: string, name: string, stats: Stats | undefined): boolean {
    // What is in a new folder is told of by itself; one that is named like a file, or like what belongs to a page, is another matter.
    if (event === 'addDir') return extname(name) === '' && !name.endsWith('_files');
    return event !== 'unlinkDir' && this.#updates.isRead(name, stats ?? null);
  }

  /**
   * Reads the corpus again; what changes meanwhile is read after that. Never throws: a fault is told, and the old articles stay.
   * @param told files that have changed, which need not be read again when the system tells of them
   */
  reload(told: readonly string[] = []): Promise<void> {
    return this.#updates.reload(told);
  }

  /** Reads files that came, and only these where that will do. Never throws, as {@link reload}. @param names their paths below the folder */
  async add(names: readonly string[]): Promise<void> {
    if (!(await this.#updates.add(names))) await this.reload(names);
  }

  #swap(opened: OpenedArchive): void {
    const { archive } = opened;
    if (this.#isClosed) {
      void archive.close();
      return;
    }
    const old = this.#held;
    this.#held = hold(opened);
    if (this.#readsAhead) void archive.readAhead();
    old.retired = true;
    this.#closeUnused(old);
    const known = new Set(old.archive.problems.map(({ file, line, message }) => `${file}:${line}:${message}`));
    const news = archive.problems.filter(({ file, line, message }) => !known.has(`${file}:${line}:${message}`));
    this.#options.onReload?.(archive.size, news);
  }

  /** Asks the archive of this moment, which is kept open until it has answered. */
  async #use<T>(ask: (archive: Archive) => Promise<T>): Promise<T> {
    const held = this.#held;
    held.users++;
    try {
      return await ask(held.archive);
    } finally {
      held.users--;
      this.#closeUnused(held);
    }
  }

  /** The same, unless it was asked the same within a minute. */
  #recall<T>(asked: readonly unknown[], ask: (archive: Archive) => Promise<T>): Promise<T> {
    return this.#held.answers.answer(asked, () => this.#use(ask));
  }

  #closeUnused({ archive, users, retired }: Held): void {
    if (retired && users === 0) void archive.close();
  }

  ask(question: string, options?: AskOptions): ReturnType<Archive['ask']> {
    return this.#recall(['ask', question, options], (archive) => archive.ask(question, options));
  }

  quotes(options?: QuoteOptions): ReturnType<Archive['quotes']> {
    return this.#use((archive) => archive.quotes(options));
  }

  statements(options?: QuoteOptions): ReturnType<Archive['statements']> {
    return this.#use((archive) => archive.statements(options));
  }

  mentions(name: string): ReturnType<Archive['mentions']> {
    return this.#use((archive) => archive.mentions(name));
  }

  timeline(options?: TimelineOptions): ReturnType<Archive['timeline']> {
    return this.#recall(['timeline', options], (archive) => archive.timeline(options));
  }

  compare(topic: string): ReturnType<Archive['compare']> {
    return this.#recall(['compare', topic], (archive) => archive.compare(topic));
  }

  check(message: string): ReturnType<Archive['check']> {
    return this.#use((archive) => archive.check(message));
  }

  articles(): ReturnType<Archive['articles']> {
    return this.#use((archive) => archive.articles());
  }

  catalogue(): ReturnType<Archive['catalogue']> {
    return this.#use((archive) => archive.catalogue());
  }

  article(id: string): ReturnType<Archive['article']> {
    return this.#use((archive) => archive.article(id));
  }

  speakers(): ReturnType<Archive['speakers']> {
    return this.#use((archive) => archive.speakers());
  }

  sources(): ReturnType<Archive['sources']> {
    return this.#use((archive) => archive.sources());
  }

  examples(most?: number): ReturnType<Archive['examples']> {
    return this.#use((archive) => archive.examples(most));
  }

  context(articleId: string, span: Span): ReturnType<Archive['context']> {
    return this.#use((archive) => archive.context(articleId, span));
  }

  /** As of any archive; what is read again later is then read ahead too, and not waited for. */
  async readAhead(): Promise<void> {
    this.#readsAhead = true;
    const { archive, opened } = this.#held;
    await Promise.all([archive.readAhead(), opened.prepare()]);
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    this.#updates.close();
    await this.#stopWatching?.();
    await this.#held.archive.close();
  }
}
