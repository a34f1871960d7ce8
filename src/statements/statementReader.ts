import type { Article } from '../corpus/article.js';
import { rememberTerms } from '../english/analyzer.js';
import type { Span } from '../english/span.js';
import { LruCache } from '../search/lruCache.js';
import { readSourced, type SourcedStatement } from './statement.js';

/** Sentences that are remembered: what a few questions in a row come back to. */
const REMEMBERED = 2_000;

/** Reads whole sentences of articles as statements, and remembers those last read. An archive has one. */
export class StatementReader {
  readonly #terms = rememberTerms();
  readonly #known = new LruCache<SourcedStatement>(REMEMBERED);

  statementOf(article: Article, sentence: Span): SourcedStatement {
    const key = `${article.id}\n${sentence.start}`;
    const known = this.#known.get(key);
    // An article that was fetched again is another object, and is compared as one.
    if (known?.article === article && known.end === sentence.end) return known;
    const statement = readSourced(article, sentence, this.#terms);
    this.#known.set(key, statement);
    return statement;
  }
}
