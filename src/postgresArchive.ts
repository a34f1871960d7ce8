import type { Answer, AskOptions } from './answers/answer.js';
import { articlesPassing, checkDay, type Filter, sourcesOf } from './answers/filter.js';
import { RequestError } from './answers/requestError.js';
import { Responder, type Scorers } from './answers/responder.js';
import type { Article, ArticleHead, Problem } from './corpus/article.js';
import { byDate, byDay } from './corpus/byDate.js';
import { contextOf } from './corpus/context.js';
import { coveredSpan } from './corpus/coveredSpan.js';
import type { Excerpt } from './corpus/excerpt.js';
import { analyze } from './english/analyzer.js';
import type { Span } from './english/span.js';
import type { MessageCheck } from './events/check/check.js';
import type { Comparison } from './events/compare/compare.js';
import type { TimelineEntry, TimelineOptions } from './events/timeline/timeline.js';
import type { QuoteGroup } from './quotes/group.js';
import type { Quote, QuoteOptions } from './quotes/quote.js';
import type { LoadedKnowledge } from './search/knowledge.js';
import { LruCache } from './search/lruCache.js';
import type { ScorerLog } from './search/meaning/restingScorer.js';
import type { Database } from './search/postgres/database.js';
import { Holdings, StaleCorpus } from './search/postgres/holdings.js';
import { PagedPassages } from './search/postgres/pagedPassages.js';
import { type CorpusStatistics, readEdition, readStatistics } from './search/postgres/statistics.js';

/** What is asked of some of the articles, in memory: an `Archive` has it. */
export interface PartArchive {
  quotes(options?: QuoteOptions): Promise<Quote[]>;
  statements(options?: QuoteOptions): Promise<readonly QuoteGroup[]>;
  mentions(name: string): Promise<readonly Excerpt[]>;
  timeline(options?: TimelineOptions): Promise<readonly TimelineEntry[]>;
  compare(topic: string): Promise<Comparison>;
  check(message: string): Promise<MessageCheck>;
  speakers(): Promise<readonly { readonly name: string; readonly count: number }[]>;
  examples(most?: number): Promise<readonly string[]>;
  close(): Promise<void>;
}

/** What an archive in a database is made with. */
export interface PostgresArchiveOptions {
  readonly minConfidence: number | undefined;
  readonly knowledge: LoadedKnowledge;
  readonly scorers: Scorers;
  readonly log: ScorerLog;
  /** Opens some of the articles in memory. */
  readonly openPart: (articles: readonly Article[]) => PartArchive;
  /** Loads what else the first to ask would wait for. */
  readonly readAhead: () => Promise<void>;
}

/** A corpus of so many sentences is held in memory whole for what is not `ask`: what it takes is a second, once. */
const WHOLE_SENTENCES = 5_000;
/** Of a bigger one these answer: the articles that have most to do with what is asked, or the newest. */
const PART_ARTICLES = 120;
/** Sentences by which those are chosen. */
const PART_SENTENCES = 400;
/** Who turns a page asks for the same part again. */
const REMEMBERED_PARTS = 8;
/** Articles that are fetched at once where all of them are. */
const ARTICLES_AT_ONCE = 500;
/** So often, at most, it is looked whether articles were imported. */
const LOOK_EVERY_MS = 5_000;

/** One edition of the corpus, and what answers from it. */
interface Served {
  readonly statistics: CorpusStatistics;
  readonly holdings: Holdings;
  readonly index: PagedPassages;
  readonly responder: Responder;
  readonly parts: LruCache<Promise<PartArchive>>;
}

/**
 * An archive over articles in a database. `ask` answers as an archive in memory does, from all articles; the rest answers from the
 * whole of a small corpus, and of a big one from the articles that have most to do with what is asked.
 */
export class PostgresArchive {
  readonly #database: Database;
  readonly #options: PostgresArchiveOptions;
  #served: Served;
  #lookedAt = performance.now();
  #reloading: Promise<void> | null = null;

  /** Of statistics that were read already; {@link PostgresArchive.open} reads them. */
  constructor(database: Database, options: PostgresArchiveOptions, statistics: CorpusStatistics) {
    this.#database = database;
    this.#options = options;
    this.#served = this.#serve(statistics);
  }

  /** @throws DatabaseError when the database cannot be asked, or has no articles */
  static async open(database: Database, options: PostgresArchiveOptions): Promise<PostgresArchive> {
    return new PostgresArchive(database, options, await readStatistics(database));
  }

  get size() {
    const { heads, firstPassage } = this.#served.statistics;
    const span = coveredSpan(heads);
    return {
      articles: heads.length,
      passages: firstPassage.at(-1) ?? 0,
      firstDate: span?.first ?? null,
      lastDate: span?.last ?? null,
    };
  }

  get problems(): readonly Problem[] {
    return [...this.#options.knowledge.problems, ...this.#served.statistics.problems];
  }

  ask(question: string, options: AskOptions = {}): Promise<Answer> {
    return this.#use(async ({ holdings, index, responder }) => {
      // One fetch for the words of the question, which would else be missed one after another.
      const terms = analyze(question).map(({ term }) => term);
      await holdings.run(() => index.needTerms(terms));
      return responder.answerWith(this.#options.scorers, question, options);
    });
  }

  async quotes(options: QuoteOptions = {}): Promise<Quote[]> {
    return this.#askPart(`${options.speaker ?? ''} ${options.about ?? ''}`, options, (part) => part.quotes(options));
  }

  async statements(options: QuoteOptions = {}): Promise<readonly QuoteGroup[]> {
    return this.#askPart(`${options.speaker ?? ''} ${options.about ?? ''}`, options, (part) =>
      part.statements(options),
    );
  }

  async mentions(name: string): Promise<readonly Excerpt[]> {
    return this.#askPart(name, {}, (part) => part.mentions(name));
  }

  async timeline(options: TimelineOptions = {}): Promise<readonly TimelineEntry[]> {
    checkDay('from', options.from);
    checkDay('to', options.to);
    if (options.topic === undefined && this.size.passages > WHOLE_SENTENCES) {
      throw new RequestError('There are too many articles for a timeline of everything: say what it should be about.');
    }
    return this.#askPart(options.topic ?? '', {}, (part) => part.timeline(options));
  }

  async compare(topic: string): Promise<Comparison> {
    return this.#askPart(topic, {}, (part) => part.compare(topic));
  }

  async check(message: string): Promise<MessageCheck> {
    return this.#askPart(message, {}, (part) => part.check(message));
  }

  async speakers(): Promise<readonly { readonly name: string; readonly count: number }[]> {
    return this.#askPart('', {}, (part) => part.speakers());
  }

  async examples(most?: number): Promise<readonly string[]> {
    return this.#askPart('', {}, (part) => part.examples(most));
  }

  async catalogue(): Promise<readonly ArticleHead[]> {
    return this.#served.statistics.heads.toSorted(byDate);
  }

  async sources(): Promise<readonly string[]> {
    return sourcesOf(this.#served.statistics.heads);
  }

  articles(): Promise<readonly Article[]> {
    return this.#use(async ({ statistics, holdings }) => {
      const articles: Article[] = [];
      for (let from = 0; from < statistics.heads.length; from += ARTICLES_AT_ONCE) {
        const numbers = [...statistics.heads.slice(from, from + ARTICLES_AT_ONCE).keys()].map((i) => from + i);
        articles.push(...(await holdings.fetchArticles(numbers)));
      }
      return articles.sort(byDate);
    });
  }

  article(id: string): Promise<Article | null> {
    return this.#use(async ({ statistics, holdings }) => {
      const number = statistics.heads.findIndex((head) => head.id === id);
      return number < 0 ? null : holdings.run(() => holdings.article(number));
    });
  }

  async context(articleId: string, span: Span): Promise<Excerpt | null> {
    const article = await this.article(articleId);
    return article ? contextOf(article, span) : null;
  }

  async readAhead(): Promise<void> {
    await Promise.all([this.#options.readAhead(), this.speakers().catch(() => undefined)]);
  }

  async close(): Promise<void> {
    await this.#closeParts(this.#served);
    await this.#database.close();
  }

  #serve(statistics: CorpusStatistics): Served {
    const { knowledge, minConfidence } = this.#options;
    const holdings = new Holdings(this.#database, statistics);
    const index = new PagedPassages(statistics, holdings);
    const corpus = { index, acronyms: statistics.acronyms, inHand: holdings.run };
    const responder = new Responder(corpus, minConfidence, knowledge);
    return { statistics, holdings, index, responder, parts: new LruCache(REMEMBERED_PARTS) };
  }

  /** Asks the edition that is served. Where the database has a newer one by now, that is read and asked instead. */
  async #use<T>(ask: (served: Served) => Promise<T>): Promise<T> {
    this.#lookForNews();
    try {
      return await ask(this.#served);
    } catch (error) {
      if (!(error instanceof StaleCorpus)) throw error;
    }
    await this.#reload();
    return ask(this.#served);
  }

  /** Looks, beside what is asked, whether articles were imported. A database that cannot be asked is told of by what is asked. */
  #lookForNews(): void {
    const now = performance.now();
    if (now - this.#lookedAt < LOOK_EVERY_MS) return;
    this.#lookedAt = now;
    readEdition(this.#database)
      .then((edition) => (edition === this.#served.statistics.edition ? undefined : this.#reload()))
      .catch(() => undefined);
  }

  #reload(): Promise<void> {
    this.#reloading ??= this.#readAgain().finally(() => {
      this.#reloading = null;
    });
    return this.#reloading;
  }

  async #readAgain(): Promise<void> {
    const statistics = await readStatistics(this.#database);
    this.#served = this.#serve(statistics);
    this.#options.log.info(`The articles were read again: ${statistics.heads.length} by now.`);
  }

  async #closeParts({ parts }: Served): Promise<void> {
    for (const part of parts.values()) await part.then((open) => open.close()).catch(() => undefined);
  }

  /** @param about what is asked; blank: nothing in particular, so that the newest articles answer */
  #askPart<T>(about: string, filter: Pick<Filter, 'source'>, ask: (part: PartArchive) => Promise<T>): Promise<T> {
    return this.#use(async (served) => {
      const { heads, firstPassage } = served.statistics;
      const isWhole = (firstPassage.at(-1) ?? 0) <= WHOLE_SENTENCES;
      const allowed = isWhole ? undefined : articlesPassing(heads, { source: filter.source });
      const key = isWhole ? '' : `${filter.source ?? ''}\n${about.trim()}`;
      const known = served.parts.get(key);
      const part = known ?? this.#openPart(served, isWhole ? null : { about, allowed });
      served.parts.set(key, part);
      try {
        return await ask(await part);
      } catch (error) {
        // What could not be fetched is fetched anew for the next who asks.
        if (!(error instanceof RequestError)) served.parts.delete(key);
        throw error;
      }
    });
  }

  /** @param chosen what chooses the articles; null: all of them */
  async #openPart(
    { statistics, holdings, index }: Served,
    chosen: { readonly about: string; readonly allowed: Uint8Array | undefined } | null,
  ): Promise<PartArchive> {
    const numbers =
      chosen === null ? [...statistics.heads.keys()] : await this.#chooseArticles(holdings, index, chosen);
    return this.#options.openPart(await holdings.fetchArticles(numbers.sort((a, b) => a - b)));
  }

  async #chooseArticles(
    holdings: Holdings,
    index: PagedPassages,
    { about, allowed }: { readonly about: string; readonly allowed: Uint8Array | undefined },
  ): Promise<number[]> {
    const terms = [...new Set(analyze(about).map(({ term }) => term))].map((term) => ({ term, weight: 1 }));
    if (terms.length === 0) {
      return [...index.articles.keys()]
        .filter((number) => !allowed || allowed[number] === 1)
        .sort((a, b) => newestFirst(index.articles[a], index.articles[b]))
        .slice(0, PART_ARTICLES);
    }
    const candidates = await holdings.run(() => index.candidates(terms, PART_SENTENCES, allowed));
    return [...new Set(candidates.map(({ passage }) => index.articleNumber(passage)))].slice(0, PART_ARTICLES);
  }
}

function newestFirst(a: ArticleHead | undefined, b: ArticleHead | undefined): number {
  const isDated = (head: ArticleHead | undefined): number => Number(head?.published.date != null);
  return isDated(b) - isDated(a) || (a && b ? byDay(b, a) : 0);
}
