import { lstat, readdir, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Problem } from './article.js';
import { METADATA_EXTENSION } from './readers/document.js';
import { FileError, GivenUpError } from './readers/fileError.js';
import type { Reader, SourceFile } from './readers/reader.js';
import { knownExtensions, readerFor } from './readers/registry.js';

/** A file to read and the reader for it. */
export interface FoundFile extends SourceFile {
  readonly reader: Reader;
}

/** What a folder holds, in the order of names. */
export interface Walk {
  readonly files: readonly FoundFile[];
  readonly problems: readonly Problem[];
}

/** Notes to people, and the owner's list of aliases: not articles. */
const NOT_ARTICLES = /^(?:(?:readme|license|licence|changelog|notice|contributing)(?:\.(?:md|txt))?|aliases\.txt)$/i;
/** What desktops and office programs leave behind in folders. */
const LEFT_BEHIND = /^(?:\.|~\$|thumbs\.db$|desktop\.ini$|ehthumbs\.db$|icon\r$)/i;
/** Whether a file or folder of this name is passed over without a word. */
export function isPassedOver(name: string): boolean {
  return LEFT_BEHIND.test(name) || NOT_ARTICLES.test(name);
}

const SYSTEM_ERRORS: Readonly<Record<string, string>> = {
  EACCES: 'It cannot be opened: permission denied. Let the user that runs Dateline read it.',
  EPERM: 'It cannot be opened: permission denied. Let the user that runs Dateline read it.',
  ENOENT: 'It leads to nothing, or was removed while the folder was read.',
  ELOOP: 'It is a link that leads back to itself; remove it.',
};

/** What went wrong when a file was opened or read, as a sentence for the owner. */
export function readProblem(file: string, error: unknown): Problem {
  if (error instanceof FileError) {
    const mayPass = error instanceof GivenUpError && { mayPass: true };
    return { file, line: error.line, message: error.message, ...mayPass };
  }
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const message =
    SYSTEM_ERRORS[code] ?? `It cannot be read: ${error instanceof Error ? error.message : String(error)}.`;
  return { file, line: null, message };
}

/** What tells whether an entry of a folder is a link. */
interface LinkOrFile {
  isSymbolicLink(): boolean;
}

/** Path with "/" on every system, so that what is shown and sorted is the same everywhere. */
const join = (folder: string, name: string): string => (folder === '' ? name : `${folder}/${name}`);

const byName = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(bytes < 10_000_000 ? 1 : 0)} MB`;
}

/** @throws FileError when the link leads out of `root` */
async function followLink(root: string, link: string): Promise<void> {
  const target = path.relative(root, await realpath(link));
  if (target === '..' || target.startsWith(`..${path.sep}`) || path.isAbsolute(target)) {
    throw new FileError('This link leads out of the folder and is not followed; put the file itself here.');
  }
}

/**
 * Checks that something below a folder is a file of the folder and not too large.
 * @param root an absolute path without links
 * @throws FileError or a system error when it is nothing to read
 */
export async function checkFile(root: string, entry: LinkOrFile, name: string, maxBytes: number): Promise<string> {
  const full = path.join(root, name);
  if (entry.isSymbolicLink()) await followLink(root, full);
  const found = await stat(full);
  if (found.isDirectory()) throw new FileError('This is a folder with the name of a file; rename it to have it read.');
  // A pipe would wait for a writer for ever, a device may never end.
  if (!found.isFile()) throw new FileError('This is neither a file nor a folder; remove it.');
  if (found.size > maxBytes) {
    const limit = megabytes(maxBytes);
    throw new FileError(`The file has ${megabytes(found.size)}; up to ${limit} is read. Split it or remove it.`);
  }
  return full;
}

/** So many names fit a line. */
const MOST_NAMES = 10;

/** A line for each kind of file that nobody reads, with the names; however many there are. */
function unknownProblems(names: readonly string[]): Problem[] {
  const kinds = new Map<string, string[]>();
  for (const name of names) {
    const kind = path.extname(name).toLowerCase();
    const known = kinds.get(kind);
    if (known) known.push(name);
    else kinds.set(kind, [name]);
  }
  return [...kinds].map(([kind, [file = '', ...others]]) => {
    const shown = others.slice(0, MOST_NAMES).join(', ');
    const rest = others.length > MOST_NAMES ? ` and ${others.length - MOST_NAMES} more` : '';
    const which = others.length === 0 ? 'This file is' : `This file and ${others.length} more (${shown}${rest}) are`;
    const message = `${which} left out (${kind || 'no extension'}); articles are read from ${knownExtensions().join(', ')}.`;
    return { file, line: null, message };
  });
}

/** "report.pdf.yml" beside "report.pdf": what the owner says of it. @returns the name of that, undefined for any other file */
function describedBy(name: string, beside: ReadonlySet<string>): string | undefined {
  const described = name.endsWith(METADATA_EXTENSION) ? name.slice(0, -METADATA_EXTENSION.length) : '';
  return beside.has(described) ? described : undefined;
}

/** "letter.txt.yml" is read by nobody. @returns what to tell its owner; nothing of metadata that is read */
function unreadMetadata(name: string, described: string): Problem[] {
  if (readerFor(path.extname(described))?.hasMetadataBeside) return [];
  const message = `It is left out: what it says of ${described} belongs at the head of that file (docs/FEEDING.md).`;
  return [{ file: name, line: null, message }];
}

/** "page_files" beside "page.html": what a browser saves with a page. */
function isPageFolder(name: string, beside: ReadonlySet<string>): boolean {
  const page = /^(.+)_files$/.exec(name)?.[1];
  return page !== undefined && (beside.has(`${page}.html`) || beside.has(`${page}.htm`));
}

/**
 * Lists a corpus folder and the folders below it. Names that begin with a dot, what desktops leave behind, and notes such as README.md, are
 * passed over; links to folders are not followed, so that no loop can hold it up.
 * @param root an absolute path without links
 */
export async function walkFolder(root: string): Promise<Walk> {
  const files: FoundFile[] = [];
  const problems: Problem[] = [];
  const unknown: string[] = [];
  const visit = async (folder: string): Promise<void> => {
    const entries = await readdir(path.join(root, folder), { withFileTypes: true });
    const names = new Set(entries.map(({ name }) => name));
    for (const entry of entries.sort((a, b) => byName(a.name, b.name))) {
      if (isPassedOver(entry.name)) continue;
      if (isPageFolder(entry.name, names)) continue;
      const name = join(folder, entry.name);
      const described = describedBy(entry.name, names);
      if (described !== undefined) {
        problems.push(...unreadMetadata(name, described));
        continue;
      }
      const reader = readerFor(path.extname(entry.name));
      try {
        if (reader) {
          const full = await checkFile(root, entry, name, reader.maxBytes);
          files.push({ path: full, name, id: path.basename(name, path.extname(name)), reader });
        } else if (entry.isDirectory()) await visit(name);
        else unknown.push(name);
      } catch (error) {
        problems.push(readProblem(name, error));
      }
    }
  };
  await visit('');
  return { files, problems: [...problems, ...unknownProblems(unknown)] };
}

/**
 * A file that came into a folder which was listed before, as {@link walkFolder} would list it.
 * @param root an absolute path without links
 * @param name its path below
 * @returns null when the whole folder has to be listed to tell: for what is no plain file in plain folders, or says something of others
 */
export async function findAddedFile(root: string, name: string): Promise<FoundFile | null> {
  const reader = readerFor(path.extname(name));
  const names = name.split('/');
  const isPlain = names.every((part) => !isPassedOver(part) && !part.endsWith('_files'));
  if (!reader || !isPlain) return null;
  const stem = name.slice(0, -path.extname(name).length);
  if (await lstat(path.join(root, `${stem}_files`)).catch(() => null)) return null;
  for (let depth = 1; depth < names.length; depth++) {
    const folder = await lstat(path.join(root, ...names.slice(0, depth))).catch(() => null);
    if (!folder?.isDirectory()) return null;
  }
  try {
    const full = await checkFile(root, await lstat(path.join(root, name)), name, reader.maxBytes);
    return { path: full, name, id: path.basename(name, path.extname(name)), reader };
  } catch {
    return null;
  }
}
