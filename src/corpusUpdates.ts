import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { OpenedArchive } from './archiveInterface.js';
import { METADATA_EXTENSION } from './corpus/readers/document.js';

/** Smaller corpora are read again as a whole, in articles: it takes less than a second, and finds all that there is to find. */
const LEAST_ARTICLES = 100;
/** More files that come at once are read with the rest. */
const MOST_AT_ONCE = 200;
/** How much earlier than the clock says a file system may say that something was written, in milliseconds. */
const CLOCK_MS = 20;
/** After the whole folder was read, it is not read again for more than it may yet find until so long has passed, in milliseconds … */
const REST_MS = 10_000;
/** … and so many times what the reading took, so that it takes a small share of the machine. */
const REST_TIMES = 10;
/** That a file is gone is good for so long: the system tells of it within a second, and later it is gone once more. */
const TOLD_MS = 5_000;

/** What is kept up to date. */
export interface Updated {
  /** The folder. */
  readonly where: string;
  /** Reads all of it. */
  readonly open: () => Promise<OpenedArchive>;
  readonly current: () => OpenedArchive;
  /** Puts an archive into the place of the current one. */
  readonly replace: (archive: OpenedArchive) => void;
  /** Told when it could not be read. */
  readonly onFault: (error: unknown) => void;
  /** When the reading of what is current began, in milliseconds since 1970. */
  readonly readAt: number;
  /** {@link LEAST_ARTICLES} unless told. */
  readonly leastArticles?: number | undefined;
}

/** What the system says of a file. */
interface FileTimes {
  readonly ctimeMs: number;
  readonly size: number;
}

/**
 * Keeps an archive of a folder up to date. New files are read and added at once, also while the whole folder is being read; all else has
 * the whole folder read again, beside the answers.
 */
export class CorpusUpdates {
  readonly #updated: Updated;
  /** Files that were added, or that somebody told of, as they were before they were read. */
  readonly #read = new Map<string, FileTimes>();
  /** Files that somebody told of as they were gone: when. */
  readonly #gone = new Map<string, number>();
  /** Additions are made one after another. */
  #adding: Promise<void> = Promise.resolve();
  #reading: Promise<void> | null = null;
  /** Files that came while the whole folder was being read, which may have been too late for it. */
  #late: string[] = [];
  /** When the reading of the whole folder began that is answered from. */
  #readAt: number;
  #isStale = false;
  #isClosed = false;
  #resting: NodeJS.Timeout | undefined;
  /** Before then it is not read again for more than may yet be found. */
  #restUntil = 0;

  constructor(updated: Updated) {
    this.#updated = updated;
    this.#readAt = updated.readAt;
  }

  /**
   * Reads the whole folder again; what changes meanwhile is read after that. Never throws: a fault is told, and the old articles stay.
   * @param told files that have changed, which need not be read again when the system tells of them
   */
  async reload(told: readonly string[] = []): Promise<void> {
    this.#isStale = true;
    await this.#note(told);
    this.#reading ??= this.#readWhileStale().finally(() => {
      this.#reading = null;
    });
    await this.#reading;
  }

  /**
   * Reads files that came. Never throws.
   * @param names their paths below the folder
   * @returns false when the whole folder has to be read instead
   */
  add(names: readonly string[]): Promise<boolean> {
    const added = this.#adding.then(() => this.#add([...new Set(names)]));
    this.#adding = added.then(() => undefined);
    return added;
  }

  /** Whether a file is read already as it is now. @param times null when it is gone */
  isRead(name: string, times: FileTimes | null): boolean {
    if (times === null) return Date.now() - (this.#gone.get(name) ?? 0) < TOLD_MS;
    const read = this.#read.get(name);
    if (read?.ctimeMs === times.ctimeMs && read.size === times.size) return true;
    // A file that was moved here with its folder is older than the last reading, and new.
    return times.ctimeMs < this.#readAt - CLOCK_MS && this.#updated.current().hasFile(name);
  }

  close(): void {
    this.#isClosed = true;
    clearTimeout(this.#resting);
  }

  async #add(names: readonly string[]): Promise<boolean> {
    const { current, replace, onFault, leastArticles = LEAST_ARTICLES } = this.#updated;
    if (this.#isClosed) return true;
    if (names.length > MOST_AT_ONCE || current().archive.size.articles < leastArticles) return false;
    try {
      await this.#note(names);
      const grown = await current().withFiles(names);
      if (!grown) return false;
      if (this.#reading) this.#late.push(...names);
      replace(grown);
      this.#readLater();
      return true;
    } catch (error) {
      onFault(error);
      return false;
    }
  }

  /** Has the whole folder read some time, when that may find more. */
  #readLater(): void {
    if (this.#resting || !this.#updated.current().isUnfinished) return;
    const wait = Math.max(REST_MS, this.#restUntil - Date.now());
    this.#resting = setTimeout(() => {
      this.#resting = undefined;
      if (this.#updated.current().isUnfinished) void this.reload();
    }, wait);
    this.#resting.unref();
  }

  async #readWhileStale(): Promise<void> {
    while (this.#isStale && !this.#isClosed) {
      this.#isStale = false;
      this.#late = [];
      const began = Date.now();
      try {
        const opened = await this.#updated.open();
        this.#restUntil = Date.now() + REST_TIMES * (Date.now() - began);
        const replaced = this.#adding.then(() => this.#replaceBy(opened, began));
        this.#adding = replaced;
        await replaced;
      } catch (error) {
        this.#updated.onFault(error);
      }
    }
  }

  /** Puts what was read in place, with the files that came too late for it. Never throws. */
  async #replaceBy(opened: OpenedArchive, began: number): Promise<void> {
    const late = this.#late.filter((name) => !opened.hasFile(name));
    const whole = late.length === 0 ? opened : await opened.withFiles(late).catch(() => null);
    if (whole !== opened) void opened.archive.close();
    if (whole) {
      this.#readAt = began;
      this.#updated.replace(whole);
      this.#readLater();
    } else this.#isStale = true;
  }

  /** Notes how files are, and what stands beside them about them, before they are read. */
  async #note(names: readonly string[]): Promise<void> {
    const all = names.flatMap((name) => [name, name + METADATA_EXTENSION]);
    const found = await Promise.all(all.map((name) => stat(join(this.#updated.where, name)).catch(() => null)));
    for (const [i, name] of all.entries()) {
      const times = found[i];
      if (times) {
        this.#read.set(name, { ctimeMs: times.ctimeMs, size: times.size });
        this.#gone.delete(name);
      } else {
        this.#read.delete(name);
        this.#gone.set(name, Date.now());
      }
    }
  }
}
