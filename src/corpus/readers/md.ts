import { readFile } from 'node:fs/promises';
import { decodeBytes } from './encoding.js';
import type { Metadata } from './metadata.js';
import { plainMarkdown } from './plainMarkdown.js';
import {
  articleAt,
  encodingNote,
  MAX_FILE_BYTES,
  notesOf,
  type Reader,
  unsureDayNotes,
  withoutEntities,
} from './reader.js';

/** At the very head of the file: a rule further down is a rule. */
const OPENING = /^\uFEFF?---[ \t]*(?:\r\n|\r|\n)/;
const CLOSING = /^---[ \t]*(?:\r\n|\r|\n|$)/m;
/** The "---" above the front matter. */
const OPENING_LINES = 1;

/** The front matter of a file, read. */
interface FrontMatter {
  readonly metadata: Metadata;
  /** Where the text begins. */
  readonly end: number;
}

/** @returns null when the file has no front matter @throws FileError when it has one that cannot be read */
async function readFrontMatter(source: string): Promise<FrontMatter | null> {
  const opening = OPENING.exec(source)?.[0].length ?? 0;
  const closing = opening > 0 ? CLOSING.exec(source.slice(opening)) : null;
  if (!closing) return null;
  // With YAML, which a corpus without should not load.
  const { readMetadata } = await import('./metadata.js');
  // Two rules with text between them are no front matter at all.
  const metadata = readMetadata(source.slice(opening, opening + closing.index), OPENING_LINES);
  return metadata && { metadata, end: opening + closing.index + closing[0].length };
}

/** Markdown with YAML front matter: title, outlet, url, date (or published), agencies; all of it optional. */
export const mdReader = {
  extensions: ['.md', '.markdown'],
  maxBytes: MAX_FILE_BYTES,
  async read({ path, name, id }) {
    const decoded = await decodeBytes(await readFile(path));
    const written = decoded.text;
    const front = await readFrontMatter(written);
    const start = front?.end ?? 0;
    const text = written.slice(0, start) + plainMarkdown(withoutEntities(written.slice(start)));
    const source = { ...front?.metadata.fields, id, text, textStart: start };
    const article = articleAt(source, name, front?.metadata.dateLine ?? null);
    const problems = [...encodingNote(name, decoded), ...notesOf(name, front?.metadata.notes ?? [])];
    return { articles: [article], problems: [...problems, ...unsureDayNotes(name, [article])] };
  },
} satisfies Reader;
