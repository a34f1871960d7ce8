import { readFile, realpath, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Problem } from '../corpus/article.js';
import { METADATA_EXTENSION } from '../corpus/readers/document.js';
import { MAX_FILE_BYTES } from '../corpus/readers/reader.js';
import { walkFolder } from '../corpus/walk.js';
import type { NewFile } from './corpusFolder.js';
import { FeedError, reasonOf, systemCode } from './feedError.js';

/** Files to be added, and a sentence for each that is none. */
export interface Sources {
  readonly files: readonly NewFile[];
  readonly refused: readonly Problem[];
}

/** What the head of a text without a name says of its format, the surest first. */
const FORMATS: readonly (readonly [head: RegExp, extension: string])[] = [
  [/^%PDF-/, '.pdf'],
  [/^PK[^\w\s]{2}/, '.docx'],
  [/^\s{0,99}<(?:\?xml|rss|feed)\b/i, '.xml'],
  [/^\s{0,99}<(?:!doctype html|html|head|body|article|div|p)\b/i, '.html'],
  [/^\s{0,99}\{\s{0,99}"/, '.jsonl'],
  [/^---[ \t]{0,99}\r?\n/, '.md'],
];
const HEAD_BYTES = 1_000;

/** The files of a file or a folder that the owner names. */
export async function filesAt(path: string): Promise<Sources> {
  try {
    const found = await stat(path);
    if (found.isDirectory()) return await filesOfFolder(path);
    // A pipe would wait for a writer for ever.
    if (!found.isFile()) throw new FeedError(`${path} is no file.`);
    return { files: [await fileAt(path, basename(path))], refused: [] };
  } catch (error) {
    const missing = systemCode(error) === 'ENOENT' || systemCode(error) === 'ENOTDIR';
    const reason = missing ? `There is no file ${path}.` : `${path} cannot be read: ${reasonOf(error)}.`;
    return {
      files: [],
      refused: [{ file: path, line: null, message: error instanceof FeedError ? error.message : reason }],
    };
  }
}

async function filesOfFolder(path: string): Promise<Sources> {
  const { files, problems } = await walkFolder(await realpath(path));
  return { files: await Promise.all(files.map((file) => fileAt(file.path, file.name))), refused: problems };
}

async function fileAt(path: string, name: string): Promise<NewFile> {
  const metadata = await readFile(path + METADATA_EXTENSION, 'utf8').catch(() => null);
  return { name, from: path, metadata };
}

/** An article without a name, such as one on standard input: it is named after its title. @throws FeedError when it is too long */
export function namelessFile(bytes: Uint8Array): NewFile {
  if (bytes.length > MAX_FILE_BYTES) throw new FeedError(`It is longer than ${MAX_FILE_BYTES / 1e6} MB.`);
  const head = Buffer.from(bytes.subarray(0, HEAD_BYTES)).toString('latin1');
  const extension = FORMATS.find(([pattern]) => pattern.test(head))?.[1] ?? '.txt';
  return { name: `article${extension}`, isNamedByTitle: true, from: bytes, metadata: null };
}
