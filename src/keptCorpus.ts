import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { readTexts } from './answers/retrieval.js';
import { type CorpusStamp, stampCorpus } from './corpus/fileStamps.js';
import { isReadTheSame, type ReadingOptions, readCorpus } from './corpus/folder.js';
import { projectFolder } from './projectFolder.js';
import type { ScorerLog } from './search/meaning/restingScorer.js';
import { type KeptCorpus, readSnapshot, writeSnapshot } from './search/snapshot/snapshot.js';
import { finishInSlices } from './steps.js';

/** Less is read as quickly as what was kept of it, in bytes. About 500 articles. */
const LEAST_BYTES = 2_000_000;
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
  readonly log: ScorerLog;
}

/** A corpus, and what is still being done about it. */
export interface OpenedCorpus extends KeptCorpus {
  /** Resolves once it is kept, or could not be. */
  readonly keeping: Promise<void>;
}

/**
 * Reads a corpus, or what was kept of it when nothing has changed since; a big one is then kept, in the background.
 * @throws Error as `readCorpus`
 */
export async function openCorpus(where: string, options: KeepingOptions): Promise<OpenedCorpus> {
  const { snapshots, log, signal, leastBytes = LEAST_BYTES } = options;
  const readOn = options.today ?? new Date().toISOString().slice(0, 10);
  // Before anything is read: what is changed meanwhile then differs from what is kept, and is read again.
  const stamped = snapshots === null ? null : await stampCorpus(where).catch(() => null);
  const isBig = stamped !== null && stamped.bytes >= leastBytes;
  const snapshot = isBig ? { path: await placeOf(where, snapshots ?? null), madeFrom: sourceOf(stamped) } : null;
  const kept = snapshot && (await readKept(snapshot, readOn, log));
  if (kept) return { ...kept, keeping: Promise.resolve() };

  const corpus = await readCorpus(where, { ...options, today: readOn });
  const read = { corpus, ...(await finishInSlices(readTexts(corpus.articles), signal)), readOn };
  return { ...read, keeping: snapshot ? keep(snapshot, read, options) : Promise.resolve() };
}

/** Where what was read is kept, and what it must have been made from. */
interface Snapshot {
  readonly path: string;
  readonly madeFrom: string;
}

/** Beside the articles, or in the folder for it under a name that tells one corpus from another. */
async function placeOf(where: string, folder: string | null): Promise<string> {
  const at = resolve(where);
  if (folder !== null) return join(folder, `${createHash('sha256').update(at).digest('hex').slice(0, 16)}.snapshot`);
  const isFolder = (await stat(at)).isDirectory();
  return isFolder ? join(at, OWN_FOLDER, 'index.snapshot') : join(dirname(at), OWN_FOLDER, `${basename(at)}.snapshot`);
}

/** The files, and the code that reads them: with other code the same files may be read otherwise. */
function sourceOf({ stamp }: CorpusStamp): string {
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
async function readKept({ path, madeFrom }: Snapshot, today: string, log: ScorerLog): Promise<KeptCorpus | null> {
  try {
    const kept = await readSnapshot(path, madeFrom);
    return kept && isReadTheSame(kept.corpus.articles, kept.readOn, today) ? kept : null;
  } catch (error) {
    log.warn(`What was kept of the articles is not used, and they are read again: ${reasonOf(error)}.`);
    return null;
  }
}

/** Never throws: without it the next start takes longer. */
async function keep({ path, madeFrom }: Snapshot, read: KeptCorpus, { log, signal }: KeepingOptions): Promise<void> {
  try {
    await writeSnapshot(path, madeFrom, read, signal);
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
