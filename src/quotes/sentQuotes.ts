import type { Article } from '../corpus/article.js';
import type { Span } from '../english/span.js';
import type { ReadQuotes } from './extract.js';

/** What was read of an article, to be sent between threads: without the words, which both threads have. */
export function withoutTexts(read: ReadQuotes): ReadQuotes {
  return mapTexts(read, () => '');
}

/** What was sent, with the words of the article again: as pieces of its text, which take no memory of their own. */
export function withTexts(read: ReadQuotes, { text }: Article): ReadQuotes {
  return mapTexts(read, ({ start, end }) => text.slice(start, end));
}

function mapTexts(read: ReadQuotes, textOf: (span: Span) => string): ReadQuotes {
  return {
    ...read,
    quotes: read.quotes.map((quote) => ({
      ...quote,
      text: textOf(quote),
      excerpt: { ...quote.excerpt, text: textOf(quote.excerpt) },
    })),
  };
}
