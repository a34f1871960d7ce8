import type { Article } from '../corpus/article.js';
import { type Excerpt, excerptAt } from '../corpus/excerpt.js';
import { type Attribution, findAttributions } from './attributions.js';
import { Directory } from './directory.js';
import type { Named } from './named.js';
import type { Quote, Speaker } from './quote.js';
import { SpeakerResolver } from './resolve.js';
import { splitSegments } from './segments.js';

/** An article's quotes, and everybody it names, quoted or not. */
export interface ReadQuotes {
  readonly quotes: readonly Quote[];
  readonly named: readonly Named[];
  /** A fault of ours, in its own words, for which the article has no quotes here; null as a rule. */
  readonly fault: string | null;
}

/** Everything that anybody is quoted with in an article, word for word, in the article's order. */
export function extractQuotes(article: Article): Quote[] {
  return [...readQuotes(article).quotes];
}

/** As `extractQuotes`, with the names that the article knows. Never throws: one article must not take the others with it. */
export function readQuotes(article: Article): ReadQuotes {
  try {
    return { ...readSegments(article), fault: null };
  } catch (error) {
    return { quotes: [], named: [], fault: error instanceof Error ? error.message : String(error) };
  }
}

function readSegments(article: Article): Pick<ReadQuotes, 'quotes' | 'named'> {
  const segments = splitSegments(article);
  const directory = new Directory(article, segments);
  const resolver = new SpeakerResolver(article, directory);
  const quotes = segments.flatMap((segment) => {
    const attributions = findAttributions(article.text, segment.tokens);
    const speakers = resolver.resolveSegment(segment, attributions);
    if (attributions.length === 0) return [];
    const around = excerptAt(article, { start: segment.start, end: segment.end });
    return attributions.map((attribution, i) => {
      const verb = attribution.verb === null ? null : (segment.tokens[attribution.verb]?.text ?? null);
      return quoteOf(article, around, attribution, verb, speakers[i] ?? null);
    });
  });
  return { quotes, named: directory.everybody() };
}

function quoteOf(
  article: Article,
  around: Excerpt,
  attribution: Attribution,
  verb: string | null,
  speaker: Speaker | null,
): Quote {
  const { span, direct } = attribution;
  const emphasis = [[span.start - around.start, span.end - around.start]] as const;
  return {
    start: span.start,
    end: span.end,
    text: article.text.slice(span.start, span.end),
    speaker,
    verb,
    direct,
    article: around.article,
    excerpt: { ...around, emphasis },
  };
}
