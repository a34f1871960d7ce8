import type { Article } from './corpus/article.js';
import { type Headlines, readHeadlines } from './events/timeline/prominence.js';
import { type BookContents, readBook } from './quotes/bookReading.js';
import { type ReadQuotes, readQuotes } from './quotes/extract.js';
import { QuoteBook } from './quotes/quoteBook.js';
import { readQuotesInThread, THREAD_FROM } from './quotes/quoteThread.js';
import type { ScorerLog } from './search/meaning/restingScorer.js';
import { finishInSlices, type Steps } from './steps.js';

/** What all quotes of a corpus were read into. */
interface Quotes {
  readonly contents: BookContents;
  readonly book: QuoteBook;
}

/** What was read of the articles that were there first, when these are those and some more. */
interface Origin {
  readonly readings: CorpusReadings;
  readonly added: readonly Article[];
  /** The quotes as they were known before the last articles came; null when nobody had asked. */
  readonly stale: Quotes | null;
}

/**
 * What is read of all articles of a corpus, once, when first asked for: its quotes and headlines; in slices or in a thread, so that
 * nobody else waits. Where articles were added to others, only those are read.
 */
export class CorpusReadings {
  readonly #articles: readonly Article[];
  readonly #log: ScorerLog;
  readonly #origin: Origin | null;
  readonly #closing = new AbortController();
  /** What is quoted in the articles that were added, for the next that are made of these. */
  readonly #readAdded = new Map<Article, ReadQuotes>();
  /** Null until somebody asks. */
  #quotes: Promise<Quotes> | null = null;
  #headlines: Promise<Headlines> | null = null;
  /** The quotes, once they are read. */
  #known: Quotes | null = null;
  /** Those who may still ask: an archive of these articles, and readings that were made of these. */
  #users = 1;

  constructor(articles: readonly Article[], log: ScorerLog, origin: Origin | null = null) {
    this.#articles = articles;
    this.#log = log;
    this.#origin = origin;
  }

  /** The same of these articles and some more. @param all the articles that there are then @param added those that were not there at first */
  with(all: readonly Article[], added: readonly Article[]): CorpusReadings {
    const readings = this.#origin?.readings ?? this;
    readings.#users++;
    return new CorpusReadings(all, this.#log, { readings, added, stale: this.#known ?? this.#origin?.stale ?? null });
  }

  /**
   * All quotes. While those of articles that were just added are put among the others, which of a big corpus takes seconds, it is the book
   * of before.
   */
  async quoteBook(): Promise<QuoteBook> {
    const quotes = this.readQuotes();
    return (this.#known ?? this.#origin?.stale ?? (await quotes)).book;
  }

  /** Reads the quotes, if nobody asked for them yet. */
  readQuotes(): Promise<Quotes> {
    if (!this.#quotes) {
      this.#quotes = this.#read();
      this.#quotes.then(
        (quotes) => {
          this.#known = quotes;
        },
        // Told to whoever waits for it.
        () => undefined,
      );
    }
    return this.#quotes;
  }

  headlines(): Promise<Headlines> {
    this.#headlines ??= this.#readHeadlines();
    return this.#headlines;
  }

  /** Stops what is being read, unless others still need it. */
  close(): void {
    if (--this.#users > 0) return;
    this.#closing.abort(new Error('The archive is closed.'));
    this.#origin?.readings.close();
  }

  async #readHeadlines(): Promise<Headlines> {
    const before = this.#origin ? await this.#origin.readings.headlines() : null;
    return finishInSlices(readHeadlines(this.#origin?.added ?? this.#articles, before), this.#closing.signal);
  }

  async #read(): Promise<Quotes> {
    const { signal } = this.#closing;
    const contents = this.#origin ? await this.#readAddedTo(this.#origin) : await this.#readAll();
    signal.throwIfAborted();
    for (const { file, message } of contents.problems.slice(this.#origin?.stale?.contents.problems.length ?? 0))
      this.#log.warn(`${file}: ${message}`);
    return { contents, book: new QuoteBook(this.#articles, contents) };
  }

  async #readAll(): Promise<BookContents> {
    const { signal } = this.#closing;
    const read = this.#articles.length < THREAD_FROM ? null : await this.#readAside(signal);
    return finishInSlices(readBook(this.#articles, read), signal);
  }

  async #readAddedTo({ readings, added }: Origin): Promise<BookContents> {
    const { contents } = await readings.readQuotes();
    return finishInSlices(readAddedQuotes(added, contents, readings.#readAdded), this.#closing.signal);
  }

  /** In a thread of its own; null when that fails, and it has to be done here. */
  #readAside(signal: AbortSignal): Promise<readonly ReadQuotes[] | null> {
    return readQuotesInThread(this.#articles, signal).catch((error: unknown) => {
      signal.throwIfAborted();
      this.#log.warn(`Quotes are read beside the answers: ${error instanceof Error ? error.message : String(error)}`);
      return null;
    });
  }
}

/** @param known what is quoted in some of the articles; the others are put to them */
function* readAddedQuotes(
  added: readonly Article[],
  before: BookContents,
  known: Map<Article, ReadQuotes>,
): Steps<BookContents> {
  const read: ReadQuotes[] = [];
  for (const article of added) {
    const quotes = known.get(article) ?? readQuotes(article);
    known.set(article, quotes);
    read.push(quotes);
    yield;
  }
  return yield* readBook(added, read, before);
}
