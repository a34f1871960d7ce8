import { decodeHTMLStrict } from 'entities';
import type { Article, Problem } from '../article.js';
import { type ArticleSource, createArticle } from '../articles.js';

/** An article and where in its file it stands. */
export interface PlacedArticle {
  readonly article: Article;
  /** 1-based; null when the article is the whole file. */
  readonly line: number | null;
}

/** What a reader makes of one file; articles and problems in the order of the file. */
export interface FileContents {
  readonly articles: readonly PlacedArticle[];
  readonly problems: readonly Problem[];
}

/** A file found in the corpus folder, below its size limit, not yet read. */
export interface SourceFile {
  /** Where it is, for opening. */
  readonly path: string;
  /** Path below the corpus folder, for showing. */
  readonly name: string;
  /** File name without extension. */
  readonly id: string;
}

/**
 * One file format. To add another: a file beside this one, and a line in `registry.ts`.
 * A reader throws for what spoils the whole file; the folder reports it and goes on.
 */
export interface Reader {
  /** In lower case, with the dot. */
  readonly extensions: readonly string[];
  /** Larger files are reported, not read; bytes. */
  readonly maxBytes: number;
  read(file: SourceFile): Promise<FileContents>;
}

/** An article's text is a few kilobytes; a file of this size is something else (a dump, an archive). */
export const MAX_FILE_BYTES = 20_000_000;

/** A mistake in the file that can be said with its line. */
export class FileError extends Error {
  override readonly name = 'FileError';
  /** 1-based; null for the whole file. */
  readonly line: number | null;
  constructor(message: string, line: number | null = null) {
    super(message);
    this.line = line;
  }
}

const DECODER = new TextDecoder('utf-8', { fatal: true });

/**
 * The bytes as text, without a byte order mark, line ends untouched.
 * @throws FileError when they are no UTF-8, hold a NUL byte, or nothing but white space
 */
export function decodeText(bytes: Uint8Array): string {
  if (bytes.includes(0)) throw new FileError('This is a binary file, not text; remove it or save the text as UTF-8.');
  let text: string;
  try {
    text = DECODER.decode(bytes);
  } catch {
    throw new FileError('The text is not UTF-8; save it in that encoding.', firstBadLine(bytes));
  }
  if (text.trim() === '') throw new FileError('The file is empty; add the article or remove the file.');
  return text;
}

/** "&quot;", "&#8220;", "&#x201C;": what a page that was copied as markup has for marks. */
const ENTITY = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,30});/i;

/** A text with each HTML entity as the character that it stands for; "AT&T" is none and stays. */
export function withoutEntities(text: string): string {
  return ENTITY.test(text) ? decodeHTMLStrict(text) : text;
}

const NEWLINE = 10;

function firstBadLine(bytes: Uint8Array): number | null {
  for (let start = 0, line = 1; start < bytes.length; line++) {
    const at = bytes.indexOf(NEWLINE, start);
    const end = at < 0 ? bytes.length : at;
    try {
      DECODER.decode(bytes.subarray(start, end));
    } catch {
      return line;
    }
    start = end + 1;
  }
  return null;
}

/**
 * Makes the article that a whole file is.
 * @param dateLine the line that states its date, the likeliest mistake
 * @throws FileError for what is wrong with it
 */
export function articleAt(source: ArticleSource, file: string, dateLine: number | null): PlacedArticle {
  try {
    return { article: createArticle(source, file), line: null };
  } catch (error) {
    throw new FileError(sentenceOf(error), dateLine);
  }
}

/** An error's message as a sentence for the owner. */
export function sentenceOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const sentence = message.charAt(0).toUpperCase() + message.slice(1);
  return /[.!?]$/.test(sentence) ? sentence : `${sentence}.`;
}
