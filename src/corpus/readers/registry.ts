import { emailReader, feedReader, pageReader, pdfReader, wordReader } from './document.js';
import { jsonlReader } from './jsonl.js';
import { mdReader } from './md.js';
import type { Reader } from './reader.js';
import { txtReader } from './txt.js';

/** Every format that a corpus folder may hold; a new one is one line here. */
const READERS: readonly Reader[] = [
  txtReader,
  mdReader,
  jsonlReader,
  pageReader,
  pdfReader,
  wordReader,
  emailReader,
  feedReader,
];

const BY_EXTENSION = new Map(READERS.flatMap((reader) => reader.extensions.map((extension) => [extension, reader])));

/** @param extension with the dot, in any case @returns null when no reader knows it */
export function readerFor(extension: string): Reader | null {
  return BY_EXTENSION.get(extension.toLowerCase()) ?? null;
}

/** All known extensions, for messages. */
export function knownExtensions(): string[] {
  return [...BY_EXTENSION.keys()];
}
