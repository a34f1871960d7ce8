import { slugOf } from '../corpus/readers/document.js';
import { decodeBytes } from '../corpus/readers/encoding.js';
import { FileError } from '../corpus/readers/fileError.js';
import type { NewFile } from './corpusFolder.js';
import { FeedError } from './feedError.js';
import { type FetchedFile, fetchPublic } from './publicFetch.js';
import { namelessFile } from './sources.js';

const PAGE = /^(?:text\/html|application\/xhtml\+xml)$/;
const FEED = /^(?:application|text)\/(?:rss\+|atom\+|rdf\+)?xml$/;
const EXTENSIONS: Readonly<Record<string, string>> = {
  'application/pdf': '.pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': '.docx',
  'message/rfc822': '.eml',
  'text/markdown': '.md',
};

/** Fetches a page, a feed or a document as a file to be added. @throws FeedError with a sentence for the owner */
export async function fetchArticle(
  address: string,
  fetchFile: (address: string) => Promise<FetchedFile> = fetchPublic,
): Promise<NewFile> {
  const fetched = await fetchFile(address);
  const { url, bytes, mediaType } = fetched;
  const guessed = namelessFile(bytes);
  const isPage = PAGE.test(mediaType) || (mediaType === '' && guessed.name.endsWith('.html'));
  if (isPage) return { ...guessed, name: 'article.html', from: await savedPage(fetched) };
  if (FEED.test(mediaType))
    return { ...guessed, isNamedByTitle: false, name: `${slugOf(url.replace(/^https?:/, ''))}.xml` };
  const name = `article${EXTENSIONS[mediaType] ?? guessed.name.replace(/^article/, '')}`;
  return {
    ...guessed,
    name,
    metadata: name.endsWith('.txt') || name.endsWith('.md') ? null : `url: ${JSON.stringify(url)}\n`,
  };
}

/** A page as a browser saves it: in UTF-8, with its address at its head. */
async function savedPage({ url, bytes, charset }: FetchedFile): Promise<Uint8Array> {
  const { text } = await decodeBytes(bytes, charset).catch((error: unknown) => {
    throw error instanceof FileError ? new FeedError(`${url}: ${error.message}`) : error;
  });
  // Two hyphens would end the comment.
  const safe = url.replaceAll('--', '%2D%2D').replaceAll('>', '%3E');
  return Buffer.from(`<!-- saved from url=(${String(safe.length).padStart(4, '0')})${safe} -->\n${text}`);
}
