import type { NewFile } from './corpusFolder.js';
import type { FetchedFile, Validators } from './publicFetch.js';

/** What the web is asked for feeds. */
export interface FeedLine {
  /** Null: it has not changed since. @throws FeedError */
  fetchFeed(
    address: string,
    known: Validators,
  ): Promise<{ readonly file: FetchedFile; readonly validators: Validators } | null>;
  /** What an item of a feed leads to. @throws FeedError */
  fetchPage(address: string): Promise<NewFile>;
}

/** The public web. What fetches is loaded when it is first asked. */
export const PUBLIC_WEB: FeedLine = {
  fetchFeed: async (address, known) => (await import('./publicFetch.js')).fetchIfChanged(address, known),
  fetchPage: async (address) => (await import('./fetchArticle.js')).fetchArticle(address),
};
