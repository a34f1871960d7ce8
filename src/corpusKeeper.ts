import { extname, join } from 'node:path';
import { RequestError } from './archive.js';
import type { Article, Problem } from './corpus/article.js';
import { PresentTexts } from './corpus/presentTexts.js';
import { fetchAllowed } from './feeding/allowedFetch.js';
import { type Change, type ChangedBy, ChangeLog } from './feeding/changeLog.js';
import {
  type Addition,
  CorpusFolder,
  type CorpusFolderOptions,
  type NewFile,
  OWN_FOLDER,
  type Restoration,
  type WhyNot,
} from './feeding/corpusFolder.js';
import type { FeedbackBook } from './feeding/feedbackBook.js';
import { FeedError } from './feeding/feedError.js';
import { FeedMemory, type FeedRecord } from './feeding/feedMemory.js';
import type { GapBook } from './feeding/gapBook.js';
import { whyFixed } from './feeding/shipped.js';
import type { LiveArchive } from './liveArchive.js';

export interface KeeperOptions {
  /** Is read again after each change. */
  readonly archive: Pick<LiveArchive, 'size' | 'problems' | 'articles' | 'add' | 'reload'>;
  /** The folder that it reads. */
  readonly corpus: string;
  /** Whether an address on the web may be fetched. */
  readonly allowFetch: boolean;
  /** The servers whose managers look after the articles; null: any that the bot is in. */
  readonly servers: ReadonlySet<string> | null;
  /** Addresses of the feeds that are asked; absent: none. */
  readonly feeds?: readonly string[];
  /** Where what was asked and not answered is kept; null or absent: nowhere. */
  readonly gaps?: GapBook | null;
  /** Where what readers say of answers is counted; null or absent: nowhere. */
  readonly feedback?: FeedbackBook | null;
  /** Is told of each change, in a sentence. */
  readonly log: (sentence: string) => void;
}

/** How a corpus stands. */
export interface CorpusStanding {
  readonly problems: readonly Problem[];
  /** The newest first. */
  readonly changes: readonly Change[];
  /** By address, what is remembered of the feeds that are asked. */
  readonly feeds: ReadonlyMap<string, FeedRecord>;
}

/** What sentences call the corpus: where it lies is its owner's business. */
const CALLED = 'the corpus';
/** As many changes as one looks back over. */
const MOST_CHANGES = 5;
const LONGEST_NAME = 100;

const KEEPS_GAPS =
  'A question that the articles don’t answer is kept, as it was asked, for whoever looks after them; not who asked it, or where.';
const KEEPS_FEEDBACK = 'What is pressed under an answer is counted for its article; not who pressed it.';

/**
 * Looks after a corpus while it answers: each change is made one after the other, logged with the way in that it came by, and answers
 * when it is said to be made.
 */
export class CorpusKeeper {
  readonly #options: KeeperOptions;
  readonly #present = new PresentTexts();
  #last: Promise<unknown> = Promise.resolve();

  constructor(options: KeeperOptions) {
    this.#options = options;
  }

  get gaps(): GapBook | null {
    return this.#options.gaps ?? null;
  }

  get feedback(): FeedbackBook | null {
    return this.#options.feedback ?? null;
  }

  /** What is kept of what people do, a sentence each, for them to know. */
  get whatIsKept(): readonly string[] {
    return [...(this.gaps ? [KEEPS_GAPS] : []), ...(this.feedback ? [KEEPS_FEEDBACK] : [])];
  }

  /** Keeps a question that was not answered, where that is wanted; a fault is told, and no answer fails for it. */
  async noteGap(question: string): Promise<void> {
    await this.gaps?.note(question).catch((error: unknown) => {
      this.#options.log(`A question could not be kept: ${error instanceof Error ? error.message : error}`);
    });
  }

  /** Whether those who manage a server may change the articles. @param server its id */
  isManagedFrom(server: string): boolean {
    const { servers } = this.#options;
    return servers === null || servers.has(server);
  }

  /** Why nothing can be added or taken out; null when it can. */
  whyFixed(): Promise<string | null> {
    return whyFixed(this.#options.corpus);
  }

  async standing(): Promise<CorpusStanding> {
    const { archive, corpus } = this.#options;
    const changes = await new ChangeLog(join(corpus, OWN_FOLDER)).recent(MOST_CHANGES);
    const memory = new FeedMemory(corpus);
    const feeds = new Map<string, FeedRecord>();
    for (const address of this.#options.feeds ?? []) feeds.set(address, await memory.recall(address));
    return { problems: archive.problems, changes, feeds };
  }

  /** The names of files that came so. */
  filesAddedBy(by: ChangedBy): Promise<ReadonlySet<string>> {
    return new ChangeLog(join(this.#options.corpus, OWN_FOLDER)).addedBy(by);
  }

  /** Every article that there is. */
  articles(): Promise<readonly Article[]> {
    return this.#options.archive.articles();
  }

  /** Adds a file. @param name as its sender calls it. @throws RequestError */
  addFile(name: string, bytes: Uint8Array, by: ChangedBy): Promise<Addition> {
    return this.addFiles([{ name: fileName(name), from: bytes, metadata: null }], by);
  }

  /** Adds what an address on the web leads to. @throws RequestError, also where nothing may be fetched */
  addLink(address: string, by: ChangedBy): Promise<Addition> {
    return this.#change(by, async (folder) => folder.add([await fetchAllowed(address, this.#options.allowFetch)]));
  }

  /** Adds files that are at hand. @param whyNot what else may speak against them. @throws RequestError */
  addFiles(files: readonly NewFile[], by: ChangedBy, whyNot?: WhyNot): Promise<Addition> {
    return this.#change(by, (folder) => folder.add(files, { whyNot }));
  }

  /** Takes an article out. @param id its id or its file's name. @throws RequestError */
  remove(id: string, by: ChangedBy): Promise<Restoration> {
    return this.#change(by, (folder) => folder.remove(id));
  }

  /** Takes back what was done last, by whichever way in. @throws RequestError */
  undo(by: ChangedBy): Promise<Restoration> {
    return this.#change(by, (folder) => folder.undo());
  }

  /** Reads the articles again. */
  reload(): Promise<void> {
    return this.#options.archive.reload();
  }

  #folderOptions(by: ChangedBy): CorpusFolderOptions {
    return { by, called: CALLED, articles: () => this.articles(), present: this.#present };
  }

  /** One after the other: two changes at once would not see each other. */
  #change<T extends Addition | Restoration>(by: ChangedBy, work: (folder: CorpusFolder) => Promise<T>): Promise<T> {
    const changed = this.#last.then(() => this.#make(by, work));
    this.#last = changed.catch(() => undefined);
    return changed;
  }

  async #make<T extends Addition | Restoration>(by: ChangedBy, work: (folder: CorpusFolder) => Promise<T>): Promise<T> {
    const { corpus, archive, log } = this.#options;
    const fixed = await this.whyFixed();
    if (fixed !== null) throw new RequestError(fixed);
    try {
      const done = await work(new CorpusFolder(corpus, this.#folderOptions(by)));
      const names = 'files' in done ? done.files : done.added.map(({ file, id }) => file ?? id);
      if (names.length > 0) {
        log(`${names.join(', ')}: ${'files' in done ? done.action : 'added'} (${by}).`);
        if ('files' in done) await archive.reload(done.files);
        else await archive.add(names);
      }
      return done;
    } catch (error) {
      if (error instanceof FeedError) throw new RequestError(error.message);
      throw error;
    }
  }
}

/** A name that is one file in the corpus's own folder, whatever its sender wrote. */
function fileName(written: string): string {
  const last = written.split(/[\\/]/).at(-1) ?? '';
  const safe = last.replace(/[^\p{L}\p{N}._-]/gu, '-').replace(/^[.-]+/, '');
  const extension = extname(safe).slice(0, LONGEST_NAME);
  return `${safe.slice(0, safe.length - extname(safe).length).slice(0, LONGEST_NAME) || 'article'}${extension}`;
}
