import type { AtomFeed, parseFeed, RdfFeed, RssFeed } from 'feedsmith';
import { decodeBytes } from '../encoding.js';
import { FileError } from '../fileError.js';
import type { Extracted, ExtractedArticle } from './extracted.js';
import { plainMarkup } from './markup.js';

const ENCODING = /^[^<]{0,9}<\?xml[^>]{0,200}encoding\s{0,9}=\s{0,9}["']([\w-]{1,40})/i;
const HEAD_BYTES = 300;
/** More items are a dump of a site; they are left out and said to be. */
const MOST_ITEMS = 2_000;

/** Takes the articles out of an RSS, RDF or Atom feed, an article an item. */
export async function extractFeed(bytes: Uint8Array): Promise<Extracted> {
  const declared = ENCODING.exec(Buffer.from(bytes.subarray(0, HEAD_BYTES)).toString('latin1'))?.[1] ?? null;
  const { text, note } = await decodeBytes(bytes, declared);
  const notes = note === null ? [] : [note];
  const feedsmith = await import('feedsmith');
  const items = itemsOf(text, feedsmith.parseFeed);
  if (items.length > MOST_ITEMS) notes.push(`The feed has ${items.length} items; the first ${MOST_ITEMS} are read.`);
  const articles = items.slice(0, MOST_ITEMS).filter((item) => item.text !== '');
  if (articles.length === 0) throw new FileError('The feed has no item with a text.');
  return { articles, notes };
}

function itemsOf(text: string, parse: typeof parseFeed): ExtractedArticle[] {
  let parsed: ReturnType<typeof parseFeed<string>>;
  try {
    parsed = parse<string>(text);
  } catch {
    throw new FileError('This XML is no RSS or Atom feed; save the page or the text instead.');
  }
  if (parsed.format === 'atom') return (parsed.feed.entries ?? []).map((entry) => ofEntry(entry, parsed.feed.title));
  if (parsed.format === 'json') throw new FileError('This is a JSON feed; only RSS and Atom are read.');
  const outlet = parsed.feed.title;
  return (parsed.feed.items ?? []).map((item) => ofItem(item, outlet));
}

function ofItem(
  item: Partial<RssFeed.Item<string>> & Partial<RdfFeed.Item<string>>,
  outlet: string | undefined,
): ExtractedArticle {
  return {
    text: plainMarkup(item.content?.encoded ?? item.description ?? ''),
    title: lineOf(item.title),
    outlet: lineOf(item.source?.title) ?? lineOf(outlet),
    url: item.link ?? (item.guid?.isPermaLink ? (item.guid.value ?? null) : null),
    published: item.pubDate ?? item.dc?.dates?.[0] ?? item.atom?.published ?? null,
  };
}

function ofEntry(entry: AtomFeed.Entry<string>, feedTitle: AtomFeed.Text | undefined): ExtractedArticle {
  const link = entry.links?.find(({ rel }) => rel === undefined || rel === 'alternate') ?? entry.links?.[0];
  return {
    text: plainMarkup(entry.content?.value ?? entry.summary?.value ?? ''),
    title: lineOf(entry.title?.value),
    outlet: lineOf(entry.source?.title?.value) ?? lineOf(feedTitle?.value),
    url: link?.href ?? null,
    // When it was last changed says nothing of when it was published.
    published: entry.published ?? entry.dc?.dates?.[0] ?? null,
  };
}

/** A title without markup, on one line. */
function lineOf(written: string | undefined): string | null {
  return written ? plainMarkup(written).replace(/\s+/g, ' ').trim() || null : null;
}
