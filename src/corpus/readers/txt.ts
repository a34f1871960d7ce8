import { readFile } from 'node:fs/promises';
import { readHeader } from '../header.js';
import { type LabelledHead, readLabelledHead } from '../labelledHead.js';
import { statedDay } from '../statedDay.js';
import { readDocument } from './document.js';
import { decodeBytes } from './encoding.js';
import type { Extraction } from './extraction/extracted.js';
import { FileError } from './fileError.js';
import {
  articleAt,
  encodingNote,
  type FileContents,
  MAX_FILE_BYTES,
  notesOf,
  type PlacedArticle,
  type Reader,
  type SourceFile,
  unsureDayNotes,
  withoutEntities,
} from './reader.js';

/** A web page, whatever its file is called. */
const PAGE = /^\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!doctype html|<html)\b/i;
/** What other programs save under this name: formatted text, which begins so. */
const RICH_TEXT = /^\s*\{\\rtf/;

/** Plain text, with or without a head: the line ` date YYYY-MM-DD Title or first sentence`, or lines such as "Source: The Times". */
export const txtReader = {
  extensions: ['.txt'],
  maxBytes: MAX_FILE_BYTES,
  async read(file, extraction) {
    const decoded = await decodeBytes(await readFile(file.path));
    if (RICH_TEXT.test(decoded.text))
      throw new FileError(
        'This is formatted text (RTF) under the name of plain text; save it as plain text or as .docx.',
      );
    if (PAGE.test(decoded.text)) return readPage(file, extraction);
    const text = withoutEntities(decoded.text);
    const head = readLabelledHead(text);
    const { articles, problems } = head ? readLabelled(text, head, file) : readPlain(text, file);
    return {
      articles,
      problems: [...encodingNote(file.name, decoded), ...problems, ...unsureDayNotes(file.name, articles)],
    };
  },
} satisfies Reader;

async function readPage(file: SourceFile, extraction: Extraction): Promise<FileContents> {
  const { articles, problems } = await readDocument('page', file, extraction);
  const message = 'This is a web page under the name of plain text, and was read as a page; rename it to end in .html.';
  return { articles, problems: [...problems, ...notesOf(file.name, [{ line: null, message }])] };
}

function readLabelled(text: string, head: LabelledHead, { id, name }: SourceFile): FileContents {
  const article = articleAt({ ...head.fields, id, text, textStart: head.end }, name, 1);
  return { articles: [article], problems: head.note === null ? [] : notesOf(name, [{ line: 1, message: head.note }]) };
}

function readPlain(text: string, { id, name }: SourceFile): FileContents {
  const header = readHeader(text);
  const line = header ? 1 : null;
  const { note } = statedDay(header?.date);
  const article: PlacedArticle = articleAt({ id, text }, name, line);
  return { articles: [article], problems: note === null ? [] : notesOf(name, [{ line, message: note }]) };
}
