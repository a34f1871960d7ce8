import { FileError } from '../fileError.js';
import type { DocumentFormat, Extracted } from './extracted.js';

/** One format's parser. */
type Extractor = (bytes: Uint8Array) => Promise<Extracted>;

/** Each loaded when the first of its kind is met: a parser takes as long to load as ten documents to read. */
const EXTRACTORS: Readonly<Record<DocumentFormat, () => Promise<Extractor>>> = {
  page: async () => (await import('./page.js')).extractPage,
  pdf: async () => (await import('./pdf.js')).extractPdf,
  word: async () => (await import('./word.js')).extractWord,
  email: async () => (await import('./email.js')).extractEmail,
  feed: async () => (await import('./feed.js')).extractFeed,
};
const NAMES: Readonly<Record<DocumentFormat, string>> = {
  page: 'a web page',
  pdf: 'a PDF',
  word: 'a Word document',
  email: 'an email',
  feed: 'a feed',
};

/** A parser's complaint is cut when it is longer: some repeat the document. */
const LONGEST_REASON = 120;

/** Takes the articles out of a document. @throws FileError with a sentence for the owner */
export async function extract(format: DocumentFormat, bytes: Uint8Array): Promise<Extracted> {
  if (bytes.length === 0) throw new FileError('The file is empty; add the article or remove the file.');
  const extractor = await EXTRACTORS[format]();
  try {
    return await extractor(bytes);
  } catch (error) {
    if (error instanceof FileError) throw error;
    const [reason = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
    throw new FileError(
      `It cannot be read as ${NAMES[format]}: ${reason.slice(0, LONGEST_REASON).replace(/\.$/, '')}.`,
    );
  }
}
