import { createReadStream } from 'node:fs';
import { z } from 'zod';
import type { Problem } from '../article.js';
import { createArticle } from '../articles.js';
import { statedDay } from '../statedDay.js';
import { decodeUtf8 } from './encoding.js';
import { agencyNames, filledText } from './fields.js';
import { FileError } from './fileError.js';
import { unknownKey } from './metadataKeys.js';
import {
  MAX_FILE_BYTES,
  type PlacedArticle,
  type Reader,
  sentenceOf,
  unsureDayNotes,
  withoutEntities,
} from './reader.js';

/** A whole archive may be one `.jsonl`; it is read as a stream, so the limit only stops what is surely a mistake. */
const MAX_JSONL_BYTES = 4_000_000_000;
/** One article a line: a longer line is reported and left out, like a longer file. */
const MAX_LINE_BYTES = MAX_FILE_BYTES;
const NEWLINE = 10;
/** So many lines that cannot be read are told one by one, and the others counted: a file that is no JSON has one fault, not a million. */
const MOST_PROBLEMS = 100;
const BYTE_ORDER_MARK = '\uFEFF';

/** Longer, in characters, is no name of anything. */
const LONGEST_ID = 300;
const id = z.string().trim().min(1).max(LONGEST_ID);
const ROW = z.object({
  id: z.union([id, z.number().transform(String)]),
  text: z.string(),
  title: filledText.nullish(),
  outlet: filledText.nullish(),
  url: filledText.nullish(),
  published: filledText.nullish(),
  date: filledText.nullish(),
  agencies: agencyNames.nullish(),
});

/** What a line may say. */
const KEYS = Object.keys(ROW.shape);

/** An article of a line, and what to tell of it. */
interface ReadLine {
  readonly article: PlacedArticle['article'];
  readonly notes: readonly string[];
}

/** What is wrong with a line, for people: "“text” is missing." */
function faultOf(row: unknown, issue: z.core.$ZodIssue | undefined): string {
  const key = issue?.path.join('.') ?? '';
  if (key === '') return `It: ${issue?.message}.`;
  const isThere = typeof row === 'object' && row !== null && Object.hasOwn(row, issue?.path[0] ?? '');
  return isThere ? `“${key}”: ${issue?.message}.` : `“${key}” is missing.`;
}

function readLine(line: string, file: string): ReadLine {
  let row: unknown;
  try {
    row = JSON.parse(line.startsWith(BYTE_ORDER_MARK) ? line.slice(1) : line);
  } catch {
    throw new FileError('This line is no JSON; every line must hold one article as a JSON object.');
  }
  const parsed = ROW.safeParse(row);
  if (!parsed.success) {
    throw new FileError(`This line is no article. ${faultOf(row, parsed.error.issues[0])}`);
  }
  const { id, title, outlet, url, published, date, agencies } = parsed.data;
  const stated = statedDay(published ?? date ?? undefined);
  const unknown = Object.keys(row as object).filter((key) => !KEYS.includes(key));
  const article = createArticle(
    {
      id,
      text: withoutEntities(parsed.data.text),
      title: title ? withoutEntities(title) : undefined,
      outlet: outlet ? withoutEntities(outlet) : undefined,
      url: url ?? undefined,
      published: stated.day,
      agencies: agencies ?? undefined,
    },
    file,
  );
  const unsure = stated.note === null ? unsureDayNotes(file, [{ article, line: null }]) : [];
  const notes = [stated.note, ...unsure.map(({ message }) => message)].filter((note) => note !== null);
  return { article, notes: [...unknown.map((key) => unknownKey(key, KEYS)), ...notes] };
}

/** JSON is UTF-8 by its own rules, so nothing else is guessed. @throws FileError when a line is something else */
function lineText(bytes: Uint8Array): string {
  const decoded = decodeUtf8(bytes);
  if (!decoded) throw new FileError('The text is not UTF-8; save it in that encoding.');
  return decoded.text;
}

/** The lines of a file as bytes; null for one that is too long. */
async function* byteLines(path: string): AsyncGenerator<Buffer | null> {
  let parts: Buffer[] = [];
  let length = 0;
  const take = (): Buffer | null => {
    const line = length > MAX_LINE_BYTES ? null : Buffer.concat(parts);
    parts = [];
    length = 0;
    return line;
  };
  const add = (part: Buffer): void => {
    length += part.length;
    if (length <= MAX_LINE_BYTES) parts.push(part);
    else parts = [];
  };
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    let start = 0;
    for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, start)) {
      add(chunk.subarray(start, at));
      yield take();
      start = at + 1;
    }
    if (start < chunk.length) add(chunk.subarray(start));
  }
  if (length > 0) yield take();
}

/** One article a line, shaped like `ArticleInput` (`date` is understood for `published`); blank lines are passed over. */
export const jsonlReader = {
  extensions: ['.jsonl', '.ndjson'],
  maxBytes: MAX_JSONL_BYTES,
  async read({ path, name }) {
    const articles: PlacedArticle[] = [];
    const problems: Problem[] = [];
    let line = 0;
    let told = 0;
    let untold = 0;
    for await (const bytes of byteLines(path)) {
      line++;
      if (bytes?.every((byte) => byte <= 32)) continue;
      try {
        if (!bytes) throw new FileError(`This line has more than ${MAX_LINE_BYTES / 1e6} MB; that is no article.`);
        const { article, notes } = readLine(lineText(bytes), name);
        articles.push({ article, line });
        for (const message of notes) problems.push({ file: name, line, message, isNote: true });
      } catch (error) {
        if (told++ < MOST_PROBLEMS) problems.push({ file: name, line, message: sentenceOf(error) });
        else untold++;
      }
    }
    if (untold > 0) problems.push({ file: name, line: null, message: `${untold} more lines cannot be read.` });
    if (articles.length === 0 && problems.length === 0)
      throw new FileError('The file is empty; add articles or remove it.');
    return { articles, problems };
  },
} satisfies Reader;
