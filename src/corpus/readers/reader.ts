import { decodeHTMLStrict } from 'entities';
import type { Article, Problem } from '../article.js';
import { type ArticleSource, createArticle } from '../articles.js';
import { unsureDay } from '../header.js';
import { statedDay } from '../statedDay.js';
import type { DecodedText } from './encoding.js';
import type { Extraction } from './extraction/extracted.js';
import { FileError } from './fileError.js';
import type { Note } from './metadataKeys.js';

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
  /** Whether a file beside it may say what it does not: "report.pdf.yml". */
  readonly hasMetadataBeside?: boolean;
  /** @param extraction for formats that need a parser */
  read(file: SourceFile, extraction: Extraction): Promise<FileContents>;
}

/** An article's text is a few kilobytes; a file of this size is something else (a dump, an archive). */
export const MAX_FILE_BYTES = 20_000_000;

/** "&quot;", "&#8220;", "&#x201C;": what a page that was copied as markup has for marks. */
const ENTITY = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,30});/i;

/** A text with each HTML entity as the character that it stands for; "AT&T" is none and stays. */
export function withoutEntities(text: string): string {
  return ENTITY.test(text) ? decodeHTMLStrict(text) : text;
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

/** What to tell of undated articles whose page states a day that is two, in a stamp or alone above the text. */
export function unsureDayNotes(file: string, articles: readonly PlacedArticle[]): Problem[] {
  return articles.flatMap(({ article: { text, paragraphs, published } }) => {
    if (published.basis !== 'unknown') return [];
    for (const { kind, start, end } of paragraphs) {
      const { note } = statedDay((kind === 'furniture' && unsureDay(text.slice(start, end))) || undefined);
      if (note !== null) return notesOf(file, [{ line: text.slice(0, start).split('\n').length, message: note }]);
    }
    return [];
  });
}

/** What to tell the owner of how a file was written; nothing for UTF-8. */
export function encodingNote(file: string, { note }: DecodedText): Problem[] {
  return note === null ? [] : notesOf(file, [{ line: null, message: note }]);
}

/** Notes about articles that were read all the same. */
export function notesOf(file: string, notes: readonly Note[]): Problem[] {
  return notes.map(({ line, message }) => ({ file, line, message, isNote: true }));
}

/** An error's message as a sentence for the owner. */
export function sentenceOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const sentence = message.charAt(0).toUpperCase() + message.slice(1);
  return /[.!?]$/.test(sentence) ? sentence : `${sentence}.`;
}
