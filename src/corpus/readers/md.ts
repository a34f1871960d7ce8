import { readFile } from 'node:fs/promises';
import { LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import { readWrittenDate } from '../../english/writtenDate.js';
import type { ArticleSource } from '../articles.js';
import { decodeBytes } from './encoding.js';
import { FileError } from './fileError.js';
import { plainMarkdown } from './plainMarkdown.js';
import { articleAt, encodingNote, MAX_FILE_BYTES, type Reader, withoutEntities } from './reader.js';

/** At the very head of the file: a rule further down is a rule. */
const OPENING = /^\uFEFF?---[ \t]*(?:\r\n|\r|\n)/;
const CLOSING = /^---[ \t]*(?:\r\n|\r|\n|$)/m;
/** The "---" above the front matter. */
const OPENING_LINES = 1;

/** What stands between two rules further apart, in characters, is no front matter but a fault, and would take long to read. */
const LONGEST_FRONT_MATTER = 20_000;

/** An empty value is none. */
const filledText = z
  .string()
  .trim()
  .transform((value) => value || undefined);
/** What the front matter may say; other keys are the owner's own and left alone. */
const FIELDS = z.object({
  title: z.coerce.string().trim().nullish(),
  outlet: filledText.nullish(),
  url: z.url().nullish(),
  date: filledText.nullish(),
  published: filledText.nullish(),
  agencies: z.union([z.string().transform((list) => list.split(',')), z.array(z.string())]).nullish(),
});

/** The front matter of a file, read. */
interface FrontMatter {
  readonly fields: Omit<ArticleSource, 'id' | 'text'>;
  /** Where the text begins. */
  readonly end: number;
  /** The line of the file that states the date; 1 when none does. */
  readonly dateLine: number;
}

function parseFields(yaml: string): unknown {
  const lines = new LineCounter();
  // YAML's core schema leaves a date the text it is, so that no time zone can shift it.
  const document = parseDocument(yaml, { lineCounter: lines, schema: 'core', prettyErrors: false });
  const [error] = document.errors;
  if (!error) return document.toJS() ?? {};
  const line = lines.linePos(error.pos[0]).line + OPENING_LINES;
  throw new FileError(`The front matter is no valid YAML: ${error.message}.`, line);
}

/** @returns null when the file has no front matter @throws FileError when it has one that cannot be read */
function readFrontMatter(source: string): FrontMatter | null {
  const opening = OPENING.exec(source)?.[0].length ?? 0;
  const closing = opening > 0 ? CLOSING.exec(source.slice(opening)) : null;
  if (!closing) return null;
  const yaml = source.slice(opening, opening + closing.index);
  if (yaml.length > LONGEST_FRONT_MATTER) {
    throw new FileError(
      `The front matter has ${yaml.length} characters; up to ${LONGEST_FRONT_MATTER} are read. Shorten it, or take the “---” above it away.`,
      OPENING_LINES,
    );
  }
  const lineOf = (key: string): number => {
    const at = yaml.split(/\r\n|\r|\n/).findIndex((line) => line.startsWith(`${key}:`));
    return at < 0 ? OPENING_LINES : at + 1 + OPENING_LINES;
  };
  const values = parseFields(yaml);
  // Two rules with text between them, and no front matter at all.
  if (typeof values !== 'object' || values === null || Array.isArray(values)) return null;
  const parsed = FIELDS.safeParse(values);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const key = String(issue?.path[0] ?? '');
    throw new FileError(`The front matter’s “${key}” cannot be read: ${issue?.message}.`, lineOf(key));
  }
  const { title, outlet, url, date, published, agencies } = parsed.data;
  const day = published ?? date ?? undefined;
  return {
    fields: {
      title: title || undefined,
      outlet: outlet ?? undefined,
      url: url ?? undefined,
      published: day && (readWrittenDate(day) ?? day),
      agencies: agencies?.map((agency) => agency.trim()).filter(Boolean),
    },
    end: opening + closing.index + closing[0].length,
    dateLine: lineOf(published ? 'published' : 'date'),
  };
}

/** Markdown with YAML front matter: title, outlet, url, date (or published), agencies; all of it optional. */
export const mdReader = {
  extensions: ['.md', '.markdown'],
  maxBytes: MAX_FILE_BYTES,
  async read({ path, name, id }) {
    const decoded = await decodeBytes(await readFile(path));
    const written = decoded.text;
    const front = readFrontMatter(written);
    const start = front?.end ?? 0;
    const text = written.slice(0, start) + plainMarkdown(withoutEntities(written.slice(start)));
    const source = { ...front?.fields, id, text, textStart: start };
    return { articles: [articleAt(source, name, front?.dateLine ?? null)], problems: encodingNote(name, decoded) };
  },
} satisfies Reader;
