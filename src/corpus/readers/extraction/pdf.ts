import { extractTextItems, getDocumentProxy } from 'unpdf';
import { FileError } from '../fileError.js';
import type { Extracted } from './extracted.js';
import { pdfParagraphs } from './pdfParagraphs.js';

/** A page of a scan may have a stamp or a page number as text; an article has more. */
const FEWEST_LETTERS_A_PAGE = 20;
const SCANNED =
  'This PDF holds pictures of pages and no text, as a scan does; run it through text recognition (OCR) and add the result.';
const LOCKED = 'This PDF is protected by a password; save it without one.';

/** Takes the text layer out of a PDF. */
export async function extractPdf(bytes: Uint8Array): Promise<Extracted> {
  const document = await getDocumentProxy(new Uint8Array(bytes), {
    disableFontFace: true,
    useSystemFonts: false,
  }).catch((error: unknown) => {
    throw error instanceof Error && error.name === 'PasswordException' ? new FileError(LOCKED) : error;
  });
  const { items, totalPages } = await extractTextItems(document);
  const { text, title } = pdfParagraphs(items);
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  if (letters < FEWEST_LETTERS_A_PAGE * Math.min(totalPages, 3)) throw new FileError(SCANNED);
  // The file's own title and day are those of whoever made the file.
  return { articles: [{ text, title, outlet: null, url: null, published: null }], notes: [] };
}
