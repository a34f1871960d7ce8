import type { Article, Span } from '../corpus/article.js';
import { excerptAt } from '../corpus/excerpt.js';
import { Directory, type Named } from './directory.js';
import type { Quote, Speaker } from './quote.js';
import { SpeakerResolver } from './resolve.js';
import { findStatements, type Statement } from './statements.js';
import { type Stretch, splitStretches } from './stretches.js';

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
    return statements.map((statement, i) => quoteOf(article, stretch, statement, speakers[i] ?? null));
  });
  return { quotes, named: directory.everybody() };
}

function quoteOf(article: Article, stretch: Stretch, statement: Statement, speaker: Speaker | null): Quote {
  const around: Span = { start: stretch.start, end: stretch.end };
  const { start, end } = statement.span;
  const excerpt = excerptAt(article, around, [[start - around.start, end - around.start]]);
  return {
    start,
    end,
    text: article.text.slice(start, end),
    speaker,
    verb: statement.verb === null ? null : (stretch.tokens[statement.verb]?.text ?? null),
    direct: statement.direct,
    article: excerpt.article,
    excerpt,
  };
}
