import { readFile } from 'node:fs/promises';
import { LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import type { ArticleSource } from '../articles.js';
import { articleAt, decodeText, FileError, MAX_FILE_BYTES, type Reader } from './reader.js';

const FRONT_MATTER = /^---[ \t]*(?:\r\n|\r|\n)([\s\S]*?)^---[ \t]*(?:\r\n|\r|\n|$)/m;
/** The "---" above the front matter. */
const OPENING_LINES = 1;

const filledText = z.string().trim().min(1);
/** What the front matter may say; other keys are the owner's own and left alone. */
const FIELDS = z.object({
  title: z.coerce.string().trim().min(1).nullish(),
  outlet: filledText.nullish(),
  url: z.url().nullish(),
  date: filledText.nullish(),
  published: filledText.nullish(),
  agencies: z.union([filledText.transform((list) => list.split(/\s*,\s*/)), z.array(filledText)]).nullish(),
});
const DAY_AND_TIME = /^(\d{4}-\d{2}-\d{2})[T ]\d{2}:\d{2}/;

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
  const block = FRONT_MATTER.exec(source);
  if (!block) return null;
  const yaml = block[1] ?? '';
  const lineOf = (key: string): number => {
    const at = yaml.split(/\r\n|\r|\n/).findIndex((line) => line.startsWith(`${key}:`));
    return at < 0 ? OPENING_LINES : at + 1 + OPENING_LINES;
  };
  const parsed = FIELDS.safeParse(parseFields(yaml));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const key = String(issue?.path[0] ?? '');
    throw new FileError(`The front matter’s “${key}” cannot be read: ${issue?.message}.`, lineOf(key));
  }
  const { title, outlet, url, date, published, agencies } = parsed.data;
  const day = published ?? date ?? undefined;
  return {
    fields: {
      title: title ?? undefined,
      outlet: outlet ?? undefined,
      url: url ?? undefined,
      published: day && (DAY_AND_TIME.exec(day)?.[1] ?? day),
      agencies: agencies ?? undefined,
    },
    end: block[0].length,
    dateLine: lineOf(published ? 'published' : 'date'),
  };
}

/** Markdown with YAML front matter: title, outlet, url, date (or published), agencies; all of it optional. */
export const mdReader: Reader = {
  extensions: ['.md', '.markdown'],
  maxBytes: MAX_FILE_BYTES,
  async read({ path, name, id }) {
    const text = decodeText(await readFile(path));
    const front = readFrontMatter(text);
    const source = { ...front?.fields, id, text, textStart: front?.end ?? 0 };
    return { articles: [articleAt(source, name, front?.dateLine ?? null)], problems: [] };
  },
};
