import Fuse from 'fuse.js';
import type { ArticleHead } from '../corpus/article.js';
import { CorpusOutline } from '../corpus/outline.js';
import { sourceKey } from '../corpus/sourceKey.js';
import { isCalendarDay } from '../english/calendar.js';
import { RequestError } from './requestError.js';

/** Which articles may answer. */
export interface Filter {
  /** An outlet, agency or article id; misspellings are forgiven. */
  readonly source?: string | undefined;
  /** Only articles published on this day or later, 'YYYY-MM-DD'. */
  readonly after?: string | undefined;
  /** Only articles published on this day or earlier, 'YYYY-MM-DD'. */
  readonly before?: string | undefined;
}

/** How unlike a name what was typed may be: fuse.js's score, 0 for the same. "Reutres" is .28, "DW" for "AP" far more. */
const MISSPELT_SOURCE = 0.34;
/** Three letters are too few to forgive one, or to leave some out: "AFP" and "APA" are two agencies. */
const TOO_SHORT = 3;
/** Sources named in a refusal; a longer list helps nobody. */
const SOURCES_SHOWN = 12;

/** Every outlet and agency that the articles name, each once, commonest first. */
export function sourcesOf(articles: readonly ArticleHead[]): string[] {
  return new CorpusOutline(articles).sources();
}

/**
 * The source that a typed name means: an outlet, an agency, or an article's id.
 * @returns null when nothing is near
 */
export function findSource(typed: string, articles: readonly ArticleHead[]): string | null {
  const wanted = foldName(typed);
  const sources = sourcesOf(articles);
  return (
    sourceNamed(typed, sources) ??
    articles.find(({ id }) => foldName(id) === wanted)?.id ??
    nearestSource(typed, sources) ??
    (wanted.length <= TOO_SHORT ? null : articles.find(({ id }) => foldName(id).startsWith(wanted))?.id) ??
    null
  );
}

/** The outlet or agency that is meant, misspellings forgiven; null when none is near. */
export function nearestSource(typed: string, sources: readonly string[]): string | null {
  const wanted = foldName(typed);
  const exact = sourceNamed(typed, sources);
  if (exact !== null || wanted.length <= TOO_SHORT) return exact;
  const [best] = new Fuse(sources, { includeScore: true, ignoreLocation: true, threshold: MISSPELT_SOURCE }).search(
    typed,
  );
  return best?.item ?? null;
}

/** The one that is called so; null for none. */
function sourceNamed(typed: string, sources: readonly string[]): string | null {
  const key = sourceKey(typed);
  return sources.find((name) => sourceKey(name) === key) ?? null;
}

const foldName = (name: string): string => name.normalize('NFKC').trim().toLowerCase();

/**
 * Marks the articles that pass a filter. An article without any date is in no span of dates.
 * @returns one flag an article, or undefined when all of them do
 * @throws RequestError for an unknown source, or a date that is no calendar day
 */
export function articlesPassing(articles: readonly ArticleHead[], filter: Filter): Uint8Array | undefined {
  const { after, before } = filter;
  checkDay('after', after);
  checkDay('before', before);
  if (after && before && after > before) {
    throw new RequestError(`No day is both after ${after} and before ${before}. Swap the two, or leave one out.`);
  }
  const source = filter.source?.trim() ? knownSource(filter.source, articles) : undefined;
  if (!source && !after && !before) return undefined;
  const isFromIt = sourceTest(source);
  return Uint8Array.from(articles, (article) =>
    isFromIt(article) && isPublishedWithin(article, after, before) ? 1 : 0,
  );
}

function knownSource(typed: string, articles: readonly ArticleHead[]): string {
  const source = findSource(typed, articles);
  if (source !== null) return source;
  const names = sourcesOf(articles);
  const shown = names.slice(0, SOURCES_SHOWN).join(', ');
  const more = names.length > SOURCES_SHOWN ? ` and ${names.length - SOURCES_SHOWN} more` : '';
  throw new RequestError(
    names.length === 0
      ? `No source is called “${typed.trim()}”: these articles name none. Leave the source out to search all of them.`
      : `No source is called “${typed.trim()}”. The articles are from ${shown}${more}.`,
  );
}

/** @throws RequestError unless it is a calendar day or left out */
export function checkDay(name: string, day: string | undefined): void {
  if (day === undefined || isCalendarDay(day)) return;
  throw new RequestError(
    `“${day}” is not a day I can read for “${name}”. Write it as year-month-day, such as 2023-10-19.`,
  );
}

/** Whether an article is from a source, however the article has its name; each name is read once. */
function sourceTest(source: string | undefined): (article: ArticleHead) => boolean {
  if (!source) return () => true;
  const key = sourceKey(source);
  const known = new Map<string, boolean>();
  const isIt = (name: string): boolean => {
    const before = known.get(name) ?? sourceKey(name) === key;
    known.set(name, before);
    return before;
  };
  return ({ outlet, agencies, id }) => (outlet !== null && isIt(outlet)) || agencies.some(isIt) || id === source;
}

function isPublishedWithin(
  { published: { date } }: ArticleHead,
  after: string | undefined,
  before: string | undefined,
): boolean {
  if (!after && !before) return true;
  return date !== null && (!after || date >= after) && (!before || date <= before);
}
