import mammoth from 'mammoth';
import type { Extracted } from './extracted.js';
import { parseMarkup, wordsOfMarkup } from './markup.js';
import { checkZip } from './zipCheck.js';

/** Takes the text out of a Word document. Its pictures are left alone, and no file beside it is opened. */
export async function extractWord(bytes: Uint8Array): Promise<Extracted> {
  checkZip(bytes);
  const { value } = await mammoth.convertToHtml(
    { buffer: Buffer.from(bytes) },
    {
      styleMap: ["p[style-name='Title'] => h1:fresh"],
      includeEmbeddedStyleMap: false,
      externalFileAccess: false,
      convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
    },
  );
  const document = parseMarkup(value);
  const title = document.querySelector('h1')?.textContent?.replace(/\s+/g, ' ').trim() || null;
  // Day and author of the file are not those of the article.
  const article = { text: wordsOfMarkup(document.body), title, outlet: null, url: null, published: null };
  return { articles: [article], notes: [] };
}
