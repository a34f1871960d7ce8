import type { Article } from '../corpus/article.js';
import { type Excerpt, excerptAt } from '../corpus/excerpt.js';
import type { Span } from '../english/span.js';
import { findAttributions } from './attributions.js';
import { type FoundQuote, joinParts, stretchesOf } from './continuity.js';
import { Directory } from './directory.js';
import type { Named } from './named.js';
import type { Quote } from './quote.js';
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
  const found = segments.flatMap((segment, at) => {
    const attributions = findAttributions(article.text, segment.tokens);
    const speakers = resolver.resolveSegment(segment, attributions);
    return attributions.map((attribution, i) => ({ segment, at, attribution, speaker: speakers[i] ?? null }));
  });
  const around = excerptsOf(article);
  const quotes = joinParts(found).flatMap((run) => {
    const stretches = stretchesOf(run);
    return run.map((quote, i) => quoteOf(article, around(stretches[i] ?? quote.segment), quote));
  });
  return { quotes, named: directory.everybody() };
}

/** Cuts excerpts, each stretch once: its days are resolved for all the quotes in it together. */
function excerptsOf(article: Article): (stretch: Span) => Excerpt {
  let last: Excerpt | null = null;
  return ({ start, end }) => {
    if (last?.start !== start || last.end !== end) last = excerptAt(article, { start, end });
    return last;
  };
}

function quoteOf(article: Article, around: Excerpt, { segment, attribution, speaker }: FoundQuote): Quote {
  const { span, direct, verb } = attribution;
  const emphasis = [[span.start - around.start, span.end - around.start]] as const;
  return {
    start: span.start,
    end: span.end,
    text: article.text.slice(span.start, span.end),
    speaker,
    verb: verb === null ? null : (segment.tokens[verb]?.text ?? null),
    direct,
    article: around.article,
    excerpt: { ...around, emphasis },
  };
}
