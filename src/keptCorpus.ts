import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { readTexts } from './answers/retrieval.js';
import type { Article } from './corpus/article.js';
import { addedFiles, type CorpusStamp, stampCorpus, stampOf } from './corpus/fileStamps.js';
import { isReadTheSame, type ReadingOptions, readCorpus } from './corpus/folder.js';
import { projectFolder } from './projectFolder.js';
import { readPassagesInThreads, THREADS_FROM } from './search/indexThreads.js';
import type { ScorerLog } from './search/meaning/restingScorer.js';
import type { PassageContents } from './search/passageContents.js';
import { type KeptCorpus, readSnapshot, writeSnapshot } from './search/snapshot/snapshot.js';
import { finishInSlices } from './steps.js';

/** Less is read as quickly as what was kept of it, in bytes. About 500 articles. */
const LEAST_BYTES = 2_000_000;
/** Beside what is kept: the files that it was read from. */
const LISTING_EXTENSION = '.files';
/** More files that came since are not read on top of what was kept. */
const MOST_ADDED_FILES = 200;
/** Dateline's own folder in a corpus. */
const OWN_FOLDER = '.dateline';
/** Folders whose code decides what is read of an article. */
const READING_CODE = ['corpus', 'english', 'search'];

/** How what was read is kept. */
export interface KeepingOptions extends ReadingOptions {
  /** A folder to keep it in; null: nowhere. Left out: beside the articles. */
  readonly snapshots?: string | null | undefined;
  /** Smaller corpora, in bytes, are not kept; {@link LEAST_BYTES} unless told. */
  readonly leastBytes?: number;
  /** Whether what was kept will do when files only came since, which the caller then reads. */
  readonly mayAdd?: boolean;
  readonly log: ScorerLog;
}

/** A corpus, and what is still being done about it. */
export interface OpenedCorpus extends KeptCorpus {
  /** Files that are not in it, as they came since it was kept: their paths below the folder. */
  readonly addedSince: readonly string[];
  /** Resolves once it is kept, or could not be. */
  readonly keeping: Promise<void>;
}

/**
 * Reads a corpus, or what was kept of it when nothing has changed since; a big one is then kept, in the background.
 * @throws Error as `readCorpus`
 */
export async function openCorpus(where: string, options: KeepingOptions): Promise<OpenedCorpus> {
  const { snapshots, log, signal, mayAdd = false, leastBytes = LEAST_BYTES } = options;
  const readOn = options.today ?? new Date().toISOString().slice(0, 10);
  // Before anything is read: what is changed meanwhile then differs from what is kept, and is read again.
  const stamped = snapshots === null ? null : await stampCorpus(where).catch(() => null);
  const isBig = stamped !== null && stamped.bytes >= leastBytes;
  const snapshot = isBig ? { path: await placeOf(where, snapshots ?? null), ...stamped } : null;
  const kept = snapshot && (await readKept(snapshot, readOn, log, mayAdd));
  if (kept) return { ...kept, keeping: Promise.resolve() };

  const corpus = await readCorpus(where, { ...options, today: readOn });
  const passages = corpus.articles.length < THREADS_FROM ? null : await readAside(corpus.articles, options);
  const read = { corpus, ...(await finishInSlices(readTexts(corpus.articles, passages), signal)), readOn };
  // What is kept would be without the article for good.
  const isWhole = !corpus.problems.some(({ mayPass }) => mayPass);
  const keeping = snapshot && isWhole ? keep(snapshot, read, options) : Promise.resolve();
  return { ...read, addedSince: [], keeping };
}

/** In threads; null when that fails, and it has to be done here. */
async function readAside(
  articles: readonly Article[],
  { signal, log }: KeepingOptions,
): Promise<PassageContents | null> {
  try {
    return await readPassagesInThreads(articles, signal);
  } catch (error) {
    signal?.throwIfAborted();
    log.warn(`The articles are indexed beside the answers: ${reasonOf(error)}`);
    return null;
  }
}

/** Where what was read is kept, and the files that it must have been made from. */
interface Snapshot extends Omit<CorpusStamp, 'bytes'> {
  readonly path: string;
}

/** Beside the articles, or in the folder for it under a name that tells one corpus from another. */
async function placeOf(where: string, folder: string | null): Promise<string> {
  const at = resolve(where);
  if (folder !== null) return join(folder, `${createHash('sha256').update(at).digest('hex').slice(0, 16)}.snapshot`);
  const isFolder = (await stat(at)).isDirectory();
  return isFolder ? join(at, OWN_FOLDER, 'index.snapshot') : join(dirname(at), OWN_FOLDER, `${basename(at)}.snapshot`);
}

/** The files, and the code that reads them: with other code the same files may be read otherwise. */
function sourceOf(stamp: string): string {
  const { unicode, icu } = process.versions;
  return [stamp, codeStamp(), `Unicode ${unicode}`, `ICU ${icu}`].join('\n');
}

/** Dateline's version, and the sizes and times of its own code that decides what is read of an article. */
function codeStamp(): string {
  const own = join(projectFolder(), import.meta.url.endsWith('.ts') ? 'src' : 'dist/src');
  const hash = createHash('sha256').update(readFileSync(join(projectFolder(), 'package.json')));
  for (const folder of READING_CODE) {
    for (const name of readdirSync(join(own, folder), { recursive: true, encoding: 'utf8' }).sort()) {
      const { size, mtimeMs } = statSync(join(own, folder, name));
      hash.update(`${folder}/${name} ${size} ${mtimeMs}\n`);
    }
  }
  return hash.digest('hex');
}

/** What was kept, when it can be trusted. */
async function readKept(
  { path, stamp, files }: Snapshot,
  today: string,
  log: ScorerLog,
  mayAdd: boolean,
): Promise<Omit<OpenedCorpus, 'keeping'> | null> {
  const read = async (madeFrom: string, addedSince: readonly string[]) => {
    const kept = await readSnapshot(path, madeFrom);
    return kept && isReadTheSame(kept.corpus.articles, kept.readOn, today) ? { ...kept, addedSince } : null;
  };
  try {
    const kept = await read(sourceOf(stamp), []);
    if (kept || !mayAdd) return kept;
    const before = await readListing(path);
    const added = before && addedFiles(before, files);
    if (!added || added.length > MOST_ADDED_FILES) return null;
    // The listing need not be trusted: one that is not what the snapshot was made from has another stamp.
    return await read(sourceOf(stampOf(before)), added);
  } catch (error) {
    log.warn(`What was kept of the articles is not used, and they are read again: ${reasonOf(error)}.`);
    return null;
  }
}

/** The files that what is kept was read from; null when that is not known. */
async function readListing(path: string): Promise<string[] | null> {
  try {
    const listed: unknown = JSON.parse(await readFile(path + LISTING_EXTENSION, 'utf8'));
    return Array.isArray(listed) && listed.every((line) => typeof line === 'string') ? listed : null;
  } catch {
    return null;
  }
}

/** Never throws: without it the next start takes longer. */
async function keep(
  { path, stamp, files }: Snapshot,
  read: KeptCorpus,
  { log, signal }: KeepingOptions,
): Promise<void> {
  try {
    await writeSnapshot(path, sourceOf(stamp), read, signal);
    await writeFile(path + LISTING_EXTENSION, JSON.stringify(files));
  } catch (error) {
    if (signal?.aborted) return;
    log.info(
      `The index cannot be kept in ${dirname(path)}, and the next start takes as long as this one: ${reasonOf(error)}.`,
    );
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
