import { copyFile, mkdir, mkdtemp, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import type { Article, Problem } from '../corpus/article.js';
import { readCorpus } from '../corpus/folder.js';
import { PresentTexts } from '../corpus/presentTexts.js';
import { METADATA_EXTENSION, slugOf } from '../corpus/readers/document.js';
import { isPassedOver } from '../corpus/walk.js';
import { finishInSlices } from '../steps.js';
import { placeFile } from './atomicFile.js';
import { type ChangedBy, ChangeLog } from './changeLog.js';
import { FeedError, reasonOf, systemCode } from './feedError.js';
import { Novelty } from './novelty.js';

/** Dateline's own folder in a corpus; its name begins with a dot, so that nothing of it is taken for an article. */
export const OWN_FOLDER = '.dateline';
const KEPT_FOLDER = 'removed';
/** Of a file's name so many bytes are kept behind what tells which change it belongs to: no name may have more than 255. */
const LONGEST_KEPT_NAME = 180;

/** A file to be added. */
export interface NewFile {
  /** Path below the corpus folder; of one that is named after its title only the extension counts. */
  readonly name: string;
  readonly isNamedByTitle?: boolean;
  /** Where it is, or what is in it. */
  readonly from: string | Uint8Array;
  /** What a file of metadata beside it says; null without one. */
  readonly metadata: string | null;
}

/** What became of the files that were to be added. */
export interface Addition {
  readonly added: readonly Article[];
  /** A sentence each for what was not added. */
  readonly refused: readonly Problem[];
  /** About articles that were added all the same. */
  readonly notes: readonly Problem[];
}

/** What was taken out or put back. */
export interface Restoration {
  readonly action: 'taken out' | 'put back';
  readonly files: readonly string[];
}

/** Why articles that read well are not wanted; null when they are. */
export type WhyNot = (articles: readonly Article[]) => string | null;

/** How files are added; each part may be left out. */
export interface AddingOptions {
  /** What else may speak against the articles of a file. */
  readonly whyNot?: WhyNot | undefined;
  /** Called with how many of the new files are read. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

export interface CorpusFolderOptions {
  /** The clock, for the log. */
  readonly now?: () => Date;
  /** The way in, for the log; the terminal unless told. */
  readonly by?: ChangedBy;
  /** What sentences call the folder: its path, unless told. Who is not on this machine need not know where it is. */
  readonly called?: string;
  /** The folder's articles, where they are known; read unless told. */
  readonly articles?: () => Promise<readonly Article[]>;
  /** What was read of them the last time; anew unless told. */
  readonly present?: PresentTexts;
}

/** A corpus folder, to be changed: articles are added once they read well, nothing is deleted, and each change can be undone. */
export class CorpusFolder {
  readonly #folder: string;
  readonly #own: string;
  readonly #log: ChangeLog;
  readonly #now: () => Date;
  readonly #by: ChangedBy;
  readonly #called: string;
  readonly #present: PresentTexts;
  readonly #articles: () => Promise<readonly Article[]>;

  constructor(folder: string, options: CorpusFolderOptions = {}) {
    const { now = () => new Date(), by = 'terminal', called = folder } = options;
    this.#folder = folder;
    this.#own = join(folder, OWN_FOLDER);
    this.#log = new ChangeLog(this.#own);
    this.#now = now;
    this.#by = by;
    this.#called = called;
    this.#present = options.present ?? new PresentTexts();
    this.#articles = options.articles ?? (async () => (await readCorpus(folder)).articles);
  }

  /**
   * Adds files, each that reads well and says something new. They are read in a folder of their own first, so that nothing else can be at
   * fault, and moved to their places when they are finished.
   * @throws FeedError when the corpus is no folder
   */
  async add(files: readonly NewFile[], { whyNot = () => null, onProgress }: AddingOptions = {}): Promise<Addition> {
    await this.#checkIsFolder();
    await this.#makeOwn(this.#own);
    const stage = await mkdtemp(join(this.#own, 'incoming-'));
    try {
      return await this.#addFrom(stage, files, whyNot, onProgress);
    } finally {
      await rm(stage, { recursive: true });
    }
  }

  /** @throws FeedError when nothing can be written there */
  async #makeOwn(folder: string): Promise<void> {
    try {
      await mkdir(folder, { recursive: true });
    } catch (error) {
      // For a disk that is read-only, Node says that the folder is not there.
      throw new FeedError(
        `Nothing can be written into ${this.#folder} (${systemCode(error)}): make it writable, or make room on its disk.`,
      );
    }
  }

  async #checkIsFolder(): Promise<void> {
    const found = await stat(this.#folder).catch(() => null);
    if (found?.isDirectory()) return;
    throw new FeedError(`${this.#called} is no folder, and only a folder's articles can be added to or taken out.`);
  }

  async #addFrom(
    stage: string,
    files: readonly NewFile[],
    whyNot: WhyNot,
    onProgress?: (done: number, total: number) => void,
  ): Promise<Addition> {
    const refused: Problem[] = [];
    const refuse = (file: string, message: string): void => {
      refused.push({ file, line: null, message });
    };
    for (const file of files) {
      await stageFile(stage, file).catch((error: unknown) => {
        refuse(file.name, whyNotCopied(error));
      });
    }
    const { articles, problems } = await readCorpus(stage, { onProgress });
    refused.push(...problems.filter(({ isNote }) => !isNote));
    const broken = new Set(refused.map(({ file }) => file));
    await finishInSlices(this.#present.update(await this.#articles()));
    const novelty = new Novelty(this.#present, articles);
    const added: Article[] = [];
    const placed: string[] = [];
    for (const file of files.filter(({ name }) => !broken.has(name))) {
      const itsOwn = articles.filter((article) => article.file === file.name);
      const name = file.isNamedByTitle ? freeName(file.name, itsOwn[0]?.title ?? '', novelty) : file.name;
      const named = name === file.name ? itsOwn : itsOwn.map((article) => renamed(article, name));
      const reason =
        itsOwn.length === 0
          ? 'It holds no article in a format that Dateline reads.'
          : (novelty.whyNot(
              itsOwn,
              named.map(({ id }) => id),
            ) ??
            whyNot(itsOwn) ??
            (await this.#place(stage, file, name)));
      if (reason !== null) {
        refuse(file.name, reason);
        continue;
      }
      added.push(...named);
      novelty.add(named);
      placed.push(name, ...(file.metadata === null ? [] : [name + METADATA_EXTENSION]));
    }
    if (placed.length > 0)
      await this.#log.append({ action: 'add', at: this.#now().toISOString(), by: this.#by, files: placed });
    const names = new Set(added.map(({ file }) => file));
    return { added, refused, notes: problems.filter(({ isNote, file }) => isNote && names.has(file)) };
  }

  /** @returns why it cannot be put there; null when it was */
  async #place(stage: string, file: NewFile, name: string): Promise<string | null> {
    const target = join(this.#folder, name);
    let hasMetadata = false;
    try {
      await mkdir(dirname(target), { recursive: true });
      // First, so that the article is never there without its date.
      if (file.metadata !== null) {
        await placeFile(join(stage, file.name) + METADATA_EXTENSION, target + METADATA_EXTENSION);
        hasMetadata = true;
      }
      await placeFile(join(stage, file.name), target);
      return null;
    } catch (error) {
      // It would be taken for what is said of the file that is there.
      if (hasMetadata) await rm(target + METADATA_EXTENSION, { force: true });
      if (systemCode(error) === 'EEXIST') return 'The corpus has another file of this name; give it another name.';
      return `It cannot be put into ${this.#called}: ${reasonOf(error)}.`;
    }
  }

  /**
   * Takes an article out of the corpus. Its file is kept beside the log.
   * @param id an article's id, or its file's name
   * @throws FeedError when there is none, when its file holds others too, or when the corpus is no folder
   */
  async remove(id: string): Promise<Restoration> {
    await this.#checkIsFolder();
    const articles = await this.#articles();
    const file =
      articles.find((article) => article.id === id)?.file ?? articles.find((article) => article.file === id)?.file;
    if (!file) throw new FeedError(`There is no article “${id}” in ${this.#called}.`);
    const others = articles.filter((article) => article.file === file).length - 1;
    if (others > 0 && id !== file) {
      throw new FeedError(
        `“${id}” is one of ${others + 1} articles of ${file}: take it out of that file, or remove all of them by the name of the file.`,
      );
    }
    return this.#takeOut(await this.#withMetadata(file));
  }

  /** Undoes the last change that was not undone. @throws FeedError when there is none, or when something is in the way */
  async undo(): Promise<Restoration> {
    const last = await this.#log.last();
    if (!last) throw new FeedError(`There is nothing to undo in ${this.#called}.`);
    const { line, change } = last;
    const at = this.#now().toISOString();
    if (change.action === 'add') {
      const files = await this.#move(change.files, (name, i) => this.#kept(line, i, name));
      await this.#log.append({ action: 'undo', at, by: this.#by, undoes: line });
      return { action: 'taken out', files };
    }
    const moves = change.files.map((name, i) => ({ name, kept: change.kept[i] ?? '' }));
    for (const move of moves) await this.#checkIsFree(move);
    for (const move of moves) await this.#putBack(move);
    await this.#log.append({ action: 'undo', at, by: this.#by, undoes: line });
    return { action: 'put back', files: change.files };
  }

  async #withMetadata(file: string): Promise<string[]> {
    const names = await readdir(dirname(join(this.#folder, file)));
    return names.includes(basename(file) + METADATA_EXTENSION) ? [file, file + METADATA_EXTENSION] : [file];
  }

  async #takeOut(files: readonly string[]): Promise<Restoration> {
    const at = this.#now().toISOString();
    const mark = at.replace(/[^\d]/g, '');
    const to = (name: string, i: number): string => this.#kept(mark, i, name);
    const moved = await this.#move(files, to);
    await this.#log.append({ action: 'remove', at, by: this.#by, files: moved, kept: moved.map(to) });
    return { action: 'taken out', files: moved };
  }

  #kept(mark: string | number, index: number, name: string): string {
    return `${KEPT_FOLDER}/${mark}-${index}-${endOf(basename(name), LONGEST_KEPT_NAME)}`;
  }

  /** Moves what is still there out of the way, and gives its names. */
  async #move(files: readonly string[], to: (name: string, index: number) => string): Promise<string[]> {
    await this.#makeOwn(join(this.#own, KEPT_FOLDER));
    const moved: string[] = [];
    for (const [i, name] of files.entries()) {
      try {
        await rename(join(this.#folder, name), join(this.#own, to(name, i)));
        moved.push(name);
      } catch (error) {
        if (systemCode(error) !== 'ENOENT') throw new FeedError(`${name} cannot be moved: ${reasonOf(error)}.`);
      }
    }
    return moved;
  }

  /** Before anything is moved, so that nothing is put back by halves. @throws FeedError */
  async #checkIsFree({ name, kept }: Move): Promise<void> {
    if ((await isThere(join(this.#own, kept))) && (await isThere(join(this.#folder, name))))
      throw new FeedError(
        `${name} cannot be put back: another file has its name now. Rename or remove that one, and undo again.`,
      );
  }

  async #putBack({ name, kept }: Move): Promise<void> {
    const [from, target] = [join(this.#own, kept), join(this.#folder, name)];
    // An undo that was cut short has put it back already.
    if (!(await isThere(from)) && (await isThere(target))) return;
    try {
      await mkdir(dirname(target), { recursive: true });
      await placeFile(from, target);
    } catch (error) {
      throw new FeedError(`${name} cannot be put back: ${reasonOf(error)}.`);
    }
  }
}

/** A file that was taken out: its name in the corpus, and where it is kept. */
interface Move {
  readonly name: string;
  readonly kept: string;
}

/** The end of a name, of so many bytes at most: with its extension, and in one piece. */
function endOf(name: string, most: number): string {
  const letters = [...name];
  while (Buffer.byteLength(letters.join('')) > most) letters.shift();
  return letters.join('');
}

const isThere = async (path: string): Promise<boolean> => (await stat(path).catch(() => null)) !== null;

async function stageFile(stage: string, { name, from, metadata }: NewFile): Promise<void> {
  const target = join(stage, name);
  await mkdir(dirname(target), { recursive: true });
  if (await isThere(target)) throw Object.assign(new Error('EEXIST'), { code: 'EEXIST' });
  if (typeof from === 'string') await copyFile(from, target);
  else await writeFile(target, from);
  if (metadata !== null) await writeFile(target + METADATA_EXTENSION, metadata);
}

/** A name made of a title that no article has yet, and that no list of aliases or note to people has. */
function freeName(name: string, title: string, novelty: Novelty): string {
  const slug = slugOf(title) || basename(name, extname(name));
  let free = slug;
  const extension = extname(name);
  for (let count = 2; novelty.hasId(free) || isPassedOver(free + extension); count++) free = `${slug}-${count}`;
  return free + extension;
}

function renamed(article: Article, name: string): Article {
  const [before, after] = [article.file ?? '', name].map((file) => basename(file, extname(file)));
  const id = article.id.startsWith(before ?? '') ? after + article.id.slice(before?.length) : article.id;
  return { ...article, id, file: name };
}

/** Why a file cannot be brought in, as a sentence. */
function whyNotCopied(error: unknown): string {
  const code = systemCode(error);
  if (code === 'EEXIST') return 'Two files have this name.';
  if (code === 'ENOSPC' || code === 'EDQUOT') return 'There is no room for it on the disk of the corpus.';
  return `It cannot be read: ${reasonOf(error)}.`;
}
