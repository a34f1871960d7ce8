import { readdir, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { addDays } from '../english/calendar.js';
import { finishInSlices, type Steps } from '../steps.js';
import type { Article, Corpus, Problem } from './article.js';
import { nearCopiesInSteps } from './nearCopies.js';
import { joinNotes } from './notes.js';
import type { PresentArticles } from './presentArticles.js';
import { METADATA_EXTENSION } from './readers/document.js';
import type { Extraction } from './readers/extraction/extracted.js';
import { ExtractionThread } from './readers/extraction/extractionThread.js';
import type { FileContents } from './readers/reader.js';
import { readerFor } from './readers/registry.js';
import { readAddedInSteps, readSideBySideInSteps } from './sideBySide.js';
import { type FoundFile, findAddedFile, readProblem, walkFolder } from './walk.js';

/** Files read at one time: enough to keep the disk busy, few enough to hold their bytes. */
const AT_ONCE = 16;

const SINGLE_FILE = ['.jsonl', '.ndjson'];

async function readOne({ reader, ...file }: FoundFile, extraction: Extraction): Promise<FileContents> {
  try {
    return await reader.read(file, extraction);
  } catch (error) {
    return { articles: [], problems: [readProblem(file.name, error)] };
  }
}

/** How a corpus is read. */
export interface ReadingOptions {
  /** 'YYYY-MM-DD'; the clock's day unless told. What is dated later is a mistake. */
  readonly today?: string;
  /** For formats that need a parser; a thread that ends with the reading unless given. */
  readonly extraction?: Extraction | undefined;
  /** Once it is aborted, the reading stops and its reason is thrown. */
  readonly signal?: AbortSignal | undefined;
  /** Called with how many of the files are read. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

/** Somewhere it is tomorrow already. */
const DAYS_AHEAD = 1;

/** The last day that is no mistake, on a day. */
function latestOn(today: string): string {
  return addDays(today, DAYS_AHEAD);
}

/** Whether articles that were read on one day would be read the same on another: what lay ahead may by now have come. */
export function isReadTheSame(articles: readonly Article[], readOn: string, today: string): boolean {
  const lay = latestOn(readOn);
  const lies = latestOn(today);
  return articles.every(({ published: { date } }) => date === null || date > lay === date > lies);
}

/** Gathers readings in order; of two articles with one id the first stays. */
class Gathering {
  readonly #latest: string;
  readonly articles: Article[] = [];
  readonly problems: Problem[] = [];
  readonly #taken = new Map<string, string>();

  constructor(today: string) {
    this.#latest = latestOn(today);
  }

  add(reading: FileContents): void {
    for (const problem of reading.problems) this.problems.push(problem);
    for (const { article, line } of reading.articles) {
      const file = article.file ?? article.id;
      const first = this.#taken.get(article.id);
      if (first === undefined) {
        this.#taken.set(article.id, file);
        this.articles.push(article);
        this.#checkDay(article, file, line);
        continue;
      }
      const message = `The id “${article.id}” is already taken by ${first}; give one of them another ${line === null ? 'file name' : 'id'}.`;
      this.problems.push({ file, line, message });
    }
  }

  #checkDay({ published: { date } }: Article, file: string, line: number | null): void {
    if (date === null || date <= this.#latest) return;
    const message = `Its date, ${date}, is in the future; mend it if that is a mistake.`;
    this.problems.push({ file, line, message, isNote: true });
  }
}

function* copyNotes(articles: readonly Article[]): Steps<Problem[]> {
  const copies = yield* nearCopiesInSteps(articles);
  return copies.map(({ copy, of }) => {
    // Of two that name no outlet none can be the same.
    const outlet = of.outlet === null ? '' : ', from the same outlet';
    const message = `It says what ${of.file ?? of.id} says${outlet}; remove one if it is the same article.`;
    return { file: copy.file ?? copy.id, line: null, message, isNote: true };
  });
}

const byPlace = (a: Problem, b: Problem): number => {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return (a.line ?? 0) - (b.line ?? 0);
};

/** The place itself, opened: its files and what was wrong before any was read. */
async function findFiles(where: string): Promise<{ files: readonly FoundFile[]; problems: readonly Problem[] }> {
  const root = await realpath(where);
  const place = await stat(root);
  if (place.isDirectory()) {
    await readdir(root);
    return walkFolder(root);
  }
  const extension = path.extname(where).toLowerCase();
  const reader = SINGLE_FILE.includes(extension) ? readerFor(extension) : null;
  if (!place.isFile() || !reader) throw new Error('it is neither a folder nor a .jsonl file');
  const name = path.basename(where);
  return { files: [{ path: root, name, id: path.basename(name, path.extname(name)), reader }], problems: [] };
}

function whyNot(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'there is no such file or folder';
  if (code === 'EACCES' || code === 'EPERM') return 'permission denied';
  return error instanceof Error ? error.message : String(error);
}

/** Reads files, each by itself. */
async function readFiles(files: readonly FoundFile[], options: ReadingOptions): Promise<Gathering> {
  const gathering = new Gathering(options.today ?? new Date().toISOString().slice(0, 10));
  const thread = new ExtractionThread();
  const extraction = options.extraction ?? thread;
  try {
    for (let i = 0; i < files.length; i += AT_ONCE) {
      const readings = files.slice(i, i + AT_ONCE).map((file) => readOne(file, extraction));
      for (const reading of await Promise.all(readings)) gathering.add(reading);
      options.signal?.throwIfAborted();
      options.onProgress?.(Math.min(i + AT_ONCE, files.length), files.length);
    }
  } finally {
    await thread.close();
  }
  return gathering;
}

/**
 * Reads a corpus: every article of a folder and the folders below it, or of one `.jsonl` file. What is broken in it is
 * a problem with its file and line, and the rest is read; undated articles get a date from the others where it is sure.
 * What could be read but looks wrong (a future date, a copy, a misspelt name in the metadata) is a note.
 * @param where a folder or a `.jsonl` file
 * @returns articles in the order of their file names
 * @throws Error with one clear sentence when the place itself cannot be read
 */
export async function readCorpus(where: string, options: ReadingOptions = {}): Promise<Corpus> {
  const found = await findFiles(where).catch((error: unknown) => {
    throw new Error(`The corpus “${where}” cannot be opened: ${whyNot(error)}.`, { cause: error });
  });
  const gathering = await readFiles(found.files, options);
  const { articles, problems } = await finishInSlices(readSideBySideInSteps(gathering.articles), options.signal);
  const notes = await finishInSlices(copyNotes(articles), options.signal);
  const all = [...found.problems, ...gathering.problems, ...problems, ...notes];
  return { articles, problems: joinNotes(all.sort(byPlace)) };
}

/** A corpus with what came into it. */
export interface GrownCorpus extends Corpus {
  /** The articles that came; they stand behind the others, wherever their names would put them. */
  readonly added: readonly Article[];
  /** Whether reading the whole folder may find more than was found by reading what came. */
  readonly isUnfinished: boolean;
}

/**
 * Reads files that came into a folder, and no other.
 * @param names their paths below it
 * @param present what was read of the folder before, and what is known of its articles, in lots
 * @returns null when only the whole folder tells what becomes of them: one was there before, takes another's id, or is no plain file
 */
export async function readAddedFiles(
  where: string,
  names: readonly string[],
  present: Corpus & { readonly known: readonly PresentArticles[] },
  options: ReadingOptions = {},
): Promise<GrownCorpus | null> {
  const { known } = present;
  const root = await realpath(where);
  const files = await Promise.all(names.map((name) => findAddedFile(root, name)));
  const found = files.filter((file) => file !== null);
  const taken = new Set(names.flatMap((name) => [name, name + METADATA_EXTENSION]));
  const areThere = known.some((lot) => names.some((name) => lot.hasFile(name)));
  if (areThere || found.length < names.length || present.problems.some(({ file }) => taken.has(file))) return null;
  const gathering = await readFiles(found, options);
  if (known.some((lot) => gathering.articles.some(({ id }) => lot.hasId(id)))) return null;
  const read = await finishInSlices(readAddedInSteps(gathering.articles, known), options.signal);
  const problems = [...present.problems, ...gathering.problems, ...read.problems];
  return {
    articles: present.articles.concat(read.articles),
    problems: joinNotes(problems.sort(byPlace)),
    added: read.articles,
    isUnfinished: read.isUnfinished,
  };
}
