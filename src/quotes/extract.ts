import type { Article } from '../corpus/article.js';
import { type Excerpt, excerptAt } from '../corpus/excerpt.js';
import { Directory, type Named } from './directory.js';
import type { Quote, Speaker } from './quote.js';
import { SpeakerResolver } from './resolve.js';
import { findStatements, type Statement } from './statements.js';
import { splitStretches } from './stretches.js';

/** An article's quotes, and everybody it names, quoted or not. */
export interface ReadQuotes {
  readonly quotes: readonly Quote[];
  readonly named: readonly Named[];
}

/** Everything that anybody is quoted with in an article, word for word, in the article's order. */
export function extractQuotes(article: Article): Quote[] {
  return [...readQuotes(article).quotes];
}

/** As `extractQuotes`, with the names that the article knows. */
export function readQuotes(article: Article): ReadQuotes {
  const stretches = splitStretches(article);
  const directory = new Directory(article, stretches);
  const resolver = new SpeakerResolver(article, directory);
  const quotes = stretches.flatMap((stretch) => {
    const statements = findStatements(article.text, stretch.tokens);
    const speakers = resolver.resolveStretch(stretch, statements);
    if (statements.length === 0) return [];
    const around = excerptAt(article, { start: stretch.start, end: stretch.end });
    return statements.map((statement, i) => {
      const verb = statement.verb === null ? null : (stretch.tokens[statement.verb]?.text ?? null);
      return quoteOf(article, around, statement, verb, speakers[i] ?? null);
    });
  });
  return { quotes, named: directory.everybody() };
}

function quoteOf(
  article: Article,
  around: Excerpt,
  statement: Statement,
  verb: string | null,
  speaker: Speaker | null,
): Quote {
  const { span, direct } = statement;
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
