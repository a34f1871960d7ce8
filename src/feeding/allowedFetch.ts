import type { NewFile } from './corpusFolder.js';
import { FeedError } from './feedError.js';

/** Fetches an address where the owner allows that. @throws FeedError with a sentence for who asked for it */
export async function fetchAllowed(address: string, isAllowed: boolean): Promise<NewFile> {
  if (!isAllowed) throw new FeedError('Nothing is fetched from the web unless ALLOW_FETCH=true is set.');
  // What fetches takes a while to load, and most runs fetch nothing.
  const { fetchArticle } = await import('./fetchArticle.js');
  return fetchArticle(address);
}
