import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Problem } from '../article.js';
import { certainDay } from '../statedDay.js';
import type { DocumentFormat, ExtractedArticle, Extraction } from './extraction/extracted.js';
import type { Metadata } from './metadata.js';
import {
  articleAt,
  MAX_FILE_BYTES,
  notesOf,
  type PlacedArticle,
  type Reader,
  type SourceFile,
  sentenceOf,
} from './reader.js';

/** Longer, in characters, is no name of a file; an item of a feed is named after its title. */
const LONGEST_SLUG = 60;
/** A file beside a document that says what the document does not: "report.pdf.yml" has "date: 2024-03-05". */
export const METADATA_EXTENSION = '.yml';

/** A reader for files that need a parser, which an extraction runs apart. */
function documentReader(format: DocumentFormat, extensions: readonly string[]): Reader {
  return {
    extensions,
    maxBytes: MAX_FILE_BYTES,
    hasMetadataBeside: true,
    async read(file, extraction) {
      const beside = await metadataBeside(file);
      const { articles, problems } = await readDocument(format, file, extraction, beside);
      problems.push(...notesOf(file.name + METADATA_EXTENSION, beside?.notes ?? []));
      return { articles, problems: [...problems, ...undatedNote(file, articles)] };
    },
  };
}

/**
 * Reads a file with the parser of a format.
 * @param beside what its owner says of it in a file beside it
 */
export async function readDocument(
  format: DocumentFormat,
  file: SourceFile,
  extraction: Extraction,
  beside: Metadata | null = null,
): Promise<{ articles: PlacedArticle[]; problems: Problem[] }> {
  const { articles: extracted, notes } = await extraction.extract(format, await readFile(file.path));
  const problems = notesOf(
    file.name,
    notes.map((message) => ({ line: null, message })),
  );
  const articles: PlacedArticle[] = [];
  const ids = new Set<string>();
  for (const [i, article] of extracted.entries()) {
    const id = format === 'feed' ? itemId(file.id, article, i, ids) : file.id;
    try {
      articles.push(placed(article, id, file, beside));
    } catch (error) {
      if (format !== 'feed') throw error;
      problems.push({ file: file.name, line: null, message: `Item ${i + 1}: ${sentenceOf(error)}` });
    }
  }
  return { articles, problems };
}

function placed(article: ExtractedArticle, id: string, file: SourceFile, beside: Metadata | null): PlacedArticle {
  const { text, title, outlet, url, published } = article;
  const stated = Object.entries(beside?.fields ?? {}).filter(([, value]) => value !== undefined);
  const source = {
    id,
    text,
    title: title ?? undefined,
    outlet: outlet ?? undefined,
    url: url ?? undefined,
    published: published === null ? undefined : certainDay(published),
    ...Object.fromEntries(stated),
  };
  return articleAt(source, file.name, null);
}

const NONE_BESIDE: ReadonlySet<string> = new Set(['ENOENT', 'ENAMETOOLONG']);

/** What the owner says of a document, in a file beside it; null when there is none. */
async function metadataBeside({ path }: SourceFile): Promise<Metadata | null> {
  const yaml = await readFile(path + METADATA_EXTENSION, 'utf8').catch((error: unknown) => {
    // Beside a name that is as long as may be there can be none.
    if (error instanceof Error && 'code' in error && NONE_BESIDE.has(String(error.code))) return null;
    throw error;
  });
  if (yaml === null) return null;
  // With YAML, which a corpus without should not load.
  const { readMetadata } = await import('./metadata.js');
  return readMetadata(yaml, 0);
}

/** "feed-ferry-runs-aground": the same at every reading, whatever else the feed has by then. */
function itemId(feed: string, { title }: ExtractedArticle, index: number, taken: Set<string>): string {
  const slug = slugOf(title ?? '') || String(index + 1);
  let id = `${feed}-${slug}`;
  for (let count = 2; taken.has(id); count++) id = `${feed}-${slug}-${count}`;
  taken.add(id);
  return id;
}

/** A title as part of a name: "Ferry runs aground" is "ferry-runs-aground"; empty when nothing of it is left. */
export function slugOf(title: string): string {
  const words = title
    .normalize('NFKD')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .map((word) => word.replace(/\p{M}/gu, ''))
    .filter(Boolean);
  let slug = '';
  for (const word of words) {
    if (slug.length + word.length >= LONGEST_SLUG) break;
    slug += (slug === '' ? '' : '-') + word;
  }
  return slug;
}

/** Asks for the date of what says none: it is never made up. */
function undatedNote({ name }: SourceFile, articles: readonly PlacedArticle[]): Problem[] {
  const undated = articles.filter(({ article }) => article.published.basis === 'unknown').length;
  if (undated === 0) return [];
  const which = articles.length === 1 ? 'No date was found in it' : `No date was found in ${undated} of its articles`;
  const how = `write “date: YYYY-MM-DD” into a file ${basename(name)}${METADATA_EXTENSION} beside it`;
  return notesOf(name, [{ line: null, message: `${which}; if you know it, ${how}.` }]);
}

/** A page as a browser saves it. */
export const pageReader = documentReader('page', ['.html', '.htm', '.xhtml']);
/** A PDF with a text layer. */
export const pdfReader = documentReader('pdf', ['.pdf']);
/** A Word document. */
export const wordReader = documentReader('word', ['.docx']);
/** A mail, such as a newsletter, as mail programs save it. */
export const emailReader = documentReader('email', ['.eml']);
/** A feed, an article an item. */
export const feedReader = documentReader('feed', ['.xml', '.rss', '.atom']);
