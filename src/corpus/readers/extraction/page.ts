import { Defuddle } from 'defuddle/node';
import { certainDay } from '../../statedDay.js';
import { decodeBytes } from '../encoding.js';
import { FileError } from '../fileError.js';
import type { Extracted } from './extracted.js';
import { type PageDocument, type PageElement, parseMarkup, wordsOfMarkup } from './markup.js';
import { removeOtherVoices } from './otherVoices.js';

/** Where a page says in which encoding it is: in its first kilobyte, as browsers look for it. */
const CHARSET = /<meta[^>]{0,200}charset\s{0,9}=\s{0,9}["']?([\w-]{1,40})/i;
const HEAD_BYTES = 1_024;

/** Names of meta tags that state when a page was published, the surest first. */
const PUBLISHED_TAGS = [
  'article:published_time',
  'og:article:published_time',
  'datepublished',
  'parsely-pub-date',
  'sailthru.date',
  'publishdate',
  'publish-date',
  'publish_date',
  'pubdate',
  'dc.date.issued',
  'dcterms.issued',
  'dc.date',
  'date',
];
const SITE_TAGS = ['og:site_name', 'application-name'];
/** "example.com": an address, not what people call the paper. */
const ADDRESS = /^(?:https?:\/\/)?[\w-]+(?:\.[\w-]+)+\/?$/;
/** What a browser writes at the head of a page that it saves. */
const SAVED_FROM = /<!--\s{0,9}saved from url=\(\d{1,6}\)(https?:\/\/[^\s>]{1,2000})/i;
/** Types of JSON-LD that are articles; a "JobPosting" is none. */
const NEWS = /article|(?:blog|media|forum)posting|report/i;
/** The deepest that JSON-LD is looked through, and how much of it. */
const MOST_FACTS = 2_000;

/**
 * It calls third parties for some sites unless told not to. Tidying the article up puts spaces into words ("US-<a>led</a>"), and what is cut
 * for its wording ("published in partnership with", "read more") takes all that follows with it: `furniture.ts` looks at a line at a time.
 */
const OPTIONS = { useAsync: false, removeImages: true, standardize: false, removeContentPatterns: false };

/** Takes the article out of a saved page, and what the page says about it: title, outlet, day, address. */
export async function extractPage(bytes: Uint8Array): Promise<Extracted> {
  const declared = CHARSET.exec(Buffer.from(bytes.subarray(0, HEAD_BYTES)).toString('latin1'))?.[1] ?? null;
  const { text: markup, note } = await decodeBytes(bytes, declared);
  const document = parseMarkup(markup);
  const facts = structuredFacts(document);
  const tags = metaTags(document);
  const times = timesOf(document);
  const url = addressOf(document, tags, markup);
  removeOtherVoices(document);
  // Last, as it takes the page apart.
  const page = await Defuddle(document as never, undefined, OPTIONS);
  const text = wordsOfMarkup(parseMarkup(page.content).body) || wholeText(markup);
  if (text === '') throw new FileError('The page holds no text; open it in a browser and save it again, or as text.');
  const stated = [facts.published, ...PUBLISHED_TAGS.map((name) => tags.get(name)), times, page.published];
  const title = facts.headline ?? (page.title || null);
  const article = {
    text: withoutHeadline(text, [title, page.title]),
    title,
    // Where a page does not name its site, its author is given in the site's place.
    outlet: siteName([
      ...SITE_TAGS.map((name) => tags.get(name)),
      facts.publisher,
      page.site === page.author ? null : page.site,
    ]),
    url,
    published: stated.find((day) => day && certainDay(day) !== undefined) ?? null,
  };
  return { articles: [article], notes: note === null ? [] : [note] };
}

/** A page's headline heads its text, too, and is no part of that. */
function withoutHeadline(text: string, titles: readonly (string | null)[]): string {
  const [first = '', ...rest] = text.split('\n\n');
  return rest.length > 0 && /^# /.test(first) && titles.includes(first.slice(2)) ? rest.join('\n\n') : text;
}

/** The words of a page that is too short to tell its article from the rest. */
function wholeText(markup: string): string {
  const document = parseMarkup(markup);
  removeOtherVoices(document);
  return wordsOfMarkup(document.querySelector('article') ?? document.querySelector('main') ?? document.body);
}

/** What a page's JSON-LD says of its article. */
interface StructuredFacts {
  headline: string | null;
  publisher: string | null;
  published: string | null;
}

function structuredFacts(document: PageDocument): StructuredFacts {
  const facts: StructuredFacts = { headline: null, publisher: null, published: null };
  const ahead: unknown[] = [];
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    try {
      ahead.push(JSON.parse(script.textContent ?? ''));
    } catch {
      // What is no JSON says nothing; the page has other ways to say it.
    }
  }
  for (let at = 0; at < ahead.length && at < MOST_FACTS; at++) {
    const thing = ahead[at];
    if (Array.isArray(thing)) ahead.push(...thing.slice(0, MOST_FACTS));
    if (!isRecord(thing)) continue;
    const { '@graph': graph, '@type': type, headline, datePublished, publisher } = thing;
    if (graph) ahead.push(graph);
    if (!NEWS.test(String(type))) continue;
    facts.headline ??= textOf(headline);
    facts.published ??= textOf(datePublished);
    facts.publisher ??= isRecord(publisher) ? textOf(publisher.name) : textOf(publisher);
  }
  return facts;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function textOf(value: unknown): string | null {
  const text = typeof value === 'string' ? withoutEntities(value).trim() : '';
  return text === '' ? null : text;
}

/** JSON has no entities, and many pages write them all the same, some twice. */
function withoutEntities(text: string): string {
  let plain = text;
  for (let times = 0; times < 2 && /&[#\w]{2,10};/.test(plain); times++)
    plain = parseMarkup(plain.replaceAll('<', '&lt;')).body.textContent ?? plain;
  return plain;
}

/** What the meta tags say, by name in lower case; of two with one name the first. */
function metaTags(document: PageDocument): Map<string, string> {
  const tags = new Map<string, string>();
  for (const tag of document.querySelectorAll('meta[content]')) {
    const name = tag.getAttribute('property') ?? tag.getAttribute('name') ?? tag.getAttribute('itemprop');
    const content = tag.getAttribute('content')?.trim();
    if (name && content && !tags.has(name.toLowerCase())) tags.set(name.toLowerCase(), content);
  }
  return tags;
}

/** The first time of the longest article; times elsewhere on a page are those of other articles. */
function timesOf(document: PageDocument): string | null {
  const lengthOf = ({ textContent }: PageElement): number => (textContent ?? '').length;
  const [longest] = [...document.querySelectorAll('article')].sort((a, b) => lengthOf(b) - lengthOf(a));
  const time =
    document.querySelector('time[itemprop="datePublished"]') ??
    longest?.querySelector('time') ??
    document.querySelector('main time');
  return time?.getAttribute('datetime')?.trim() || time?.textContent?.trim() || null;
}

function addressOf(document: PageDocument, tags: ReadonlyMap<string, string>, markup: string): string | null {
  const stated = [
    document.querySelector('link[rel="canonical"]')?.getAttribute('href'),
    tags.get('og:url'),
    SAVED_FROM.exec(markup.slice(0, HEAD_BYTES * 4))?.[1],
  ];
  return stated.find((url) => url && URL.canParse(url) && /^https?:/i.test(url)) ?? null;
}

/** The name as people know it, else an address; null leaves it to the page's own address. */
function siteName(names: readonly (string | null | undefined)[]): string | null {
  return names.find((name) => name && !ADDRESS.test(name)) ?? null;
}
