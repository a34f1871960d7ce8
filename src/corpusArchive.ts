import type { Answer, AskOptions } from './answers/answer.js';
import { exampleQuestions } from './answers/examples.js';
import { articlesPassing, checkDay } from './answers/filter.js';
import { checkLength, LONGEST_NAME, LONGEST_QUESTION } from './answers/request.js';
import { RequestError } from './answers/requestError.js';
import { Responder, type Scorers } from './answers/responder.js';
import type { Archive, ArchiveOptions, ArchiveSize } from './archiveInterface.js';
import type { Article, ArticleHead, Corpus, Problem } from './corpus/article.js';
import { byDate, insertByDate } from './corpus/byDate.js';
import { contextOf } from './corpus/context.js';
import type { CoveredSpan } from './corpus/coveredSpan.js';
import type { Excerpt } from './corpus/excerpt.js';
import { CorpusOutline } from './corpus/outline.js';
import { CorpusReadings } from './corpusReadings.js';
import type { Span } from './english/span.js';
import { checkMessageInSteps, type MessageCheck } from './events/check/check.js';
import { type Comparison, compareSourcesInSteps } from './events/compare/compare.js';
import { type EventContext, eventContextOf } from './events/eventContext.js';
import {
  buildTimelineInSteps,
  MOST_SENTENCES_WITHOUT_TOPIC,
  type TimelineEntry,
  type TimelineOptions,
} from './events/timeline/timeline.js';
import type { QuoteGroup } from './quotes/group.js';
import type { Quote, QuoteOptions } from './quotes/quote.js';
import type { QuoteRequest } from './quotes/quoteBook.js';
import { NO_LOG, openScorers } from './scorers.js';
import type { LoadedKnowledge } from './search/knowledge.js';
import type { ReadingScorer } from './search/reader/readingScorer.js';
import type { SearchedCorpus } from './search/searchedCorpus.js';
import { CopyDetector } from './statements/copies.js';
import { finishInSlices } from './steps.js';

/** As many as a greeting has room for. */
const EXAMPLES = 3;

const HAS_WORD = /[\p{L}\p{N}]/u;

/** The longest message whose claims are looked up, in characters: five of Discord's longest. */
const LONGEST_MESSAGE = 20_000;

/** An archive held in memory. */
export class CorpusArchive implements Archive {
  readonly problems: readonly Problem[];
  readonly #articles: readonly Article[];
  readonly #responder: Responder;
  readonly #events: EventContext;
  readonly #scorers: Scorers;
  /** The built-in reader, where it reads the lines. */
  readonly #builtIn: ReadingScorer | null;
  readonly #knowledge: LoadedKnowledge;
  readonly #closing = new AbortController();
  /** As they are handed out, sorted and counted when first asked for. */
  #byDate: readonly Article[] | null = null;
  #sources: readonly string[] | null = null;
  #examples: Promise<readonly string[]> | null = null;
  #span: { readonly span: CoveredSpan | null } | null = null;
  readonly #outline: CorpusOutline;
  readonly #options: ArchiveOptions;
  readonly #readings: CorpusReadings;
  /** Resolves once what was read is kept. */
  readonly #keeping: Promise<void>;

  /**
   * @param keeping what is still being done about the corpus, and is waited for when the archive is closed
   * @param readings what is read of its articles when asked for, where some of it was before
   */
  constructor(
    corpus: Corpus,
    knowledge: LoadedKnowledge,
    searched: SearchedCorpus,
    options: ArchiveOptions,
    keeping: Promise<void> = Promise.resolve(),
    readings?: CorpusReadings,
  ) {
    this.#keeping = keeping;
    const { articles, problems } = corpus;
    const { log = NO_LOG, minConfidence } = options;
    this.#articles = articles;
    this.#outline = searched.outline ?? new CorpusOutline(articles);
    this.#options = options;
    this.#readings = readings ?? new CorpusReadings(articles, log);
    this.#knowledge = knowledge;
    const copies = new CopyDetector();
    this.#responder = new Responder(searched, minConfidence, knowledge, copies);
    this.problems = [...problems, ...knowledge.problems, ...this.#responder.index.problems];
    this.#events = eventContextOf(this.#responder.index, copies);
    const { scorers, builtIn } = openScorers(options, log);
    this.#scorers = scorers;
    this.#builtIn = builtIn;
  }

  get size(): ArchiveSize {
    this.#span ??= { span: this.#outline.span() };
    const { span } = this.#span;
    return {
      articles: this.#articles.length,
      passages: this.#responder.index.size,
      firstDate: span?.first ?? null,
      lastDate: span?.last ?? null,
    };
  }

  async ask(question: string, options: AskOptions = {}): Promise<Answer> {
    return this.#responder.answerWith(this.#scorers, question, options);
  }

  async quotes(options: QuoteOptions = {}): Promise<Quote[]> {
    const request = this.#quoteRequest(options);
    const book = await this.#readings.quoteBook();
    return finishInSlices(book.selectInSteps(request), this.#closing.signal);
  }

  async statements(options: QuoteOptions = {}): Promise<readonly QuoteGroup[]> {
    const request = this.#quoteRequest(options);
    const book = await this.#readings.quoteBook();
    return finishInSlices(book.selectGroupsInSteps(request), this.#closing.signal);
  }

  async mentions(name: string): Promise<readonly Excerpt[]> {
    checkLength('A name', name, LONGEST_NAME);
    return (await this.#readings.quoteBook()).mentions(name);
  }

  async timeline(options: TimelineOptions = {}): Promise<readonly TimelineEntry[]> {
    checkLength('A topic', options.topic, LONGEST_QUESTION);
    checkDay('from', options.from);
    checkDay('to', options.to);
    if (options.from && options.to && options.from > options.to) {
      throw new RequestError(`${options.from} is after ${options.to}. Swap the two, or leave one out.`);
    }
    if (options.topic === undefined && this.size.passages > MOST_SENTENCES_WITHOUT_TOPIC) {
      throw new RequestError('There are too many articles for a timeline of everything: say what it should be about.');
    }
    const headlines = await this.#readings.headlines();
    const { signal } = this.#closing;
    return finishInSlices(buildTimelineInSteps(this.#articles, options, this.#events, headlines), signal);
  }

  async compare(topic: string): Promise<Comparison> {
    checkLength('A topic', topic, LONGEST_QUESTION);
    if (!HAS_WORD.test(topic)) throw new RequestError('Say what to compare, such as “nuclear elements”.');
    return finishInSlices(compareSourcesInSteps(topic, this.#events), this.#closing.signal);
  }

  async check(message: string): Promise<MessageCheck> {
    checkLength('A message', message, LONGEST_MESSAGE);
    if (!HAS_WORD.test(message)) throw new RequestError('There is no text in that to look up.');
    return finishInSlices(checkMessageInSteps(message, this.#events), this.#closing.signal);
  }

  async articles(): Promise<readonly Article[]> {
    this.#byDate ??= this.#articles.toSorted(byDate);
    return this.#byDate;
  }

  catalogue(): Promise<readonly ArticleHead[]> {
    return this.articles();
  }

  async article(id: string): Promise<Article | null> {
    return this.#articles.find((article) => article.id === id) ?? null;
  }

  async speakers(): Promise<readonly { readonly name: string; readonly count: number }[]> {
    return (await this.#readings.quoteBook()).speakers();
  }

  async sources(): Promise<readonly string[]> {
    this.#sources ??= this.#outline.sources();
    return this.#sources;
  }

  async examples(most = EXAMPLES): Promise<readonly string[]> {
    // They are wanted for the rehearsal and at each visit to the page; the prompt's greeting wants one, and soon.
    if (most === EXAMPLES) {
      this.#examples ??= this.#findExamples(EXAMPLES).catch((error: unknown) => {
        this.#examples = null;
        throw error;
      });
    }
    if (most > EXAMPLES || !this.#examples) return this.#findExamples(most);
    return (await this.#examples).slice(0, most);
  }

  async #findExamples(most: number): Promise<readonly string[]> {
    const book = await this.#readings.quoteBook();
    const material = { articles: await this.articles(), quotes: book.quotes, speakers: book.speakers() };
    // Nothing that somebody has to wait for, or that leaves the process: the built-in ranking alone.
    return exampleQuestions(material, async (question) => this.#responder.answer(question), most);
  }

  async context(articleId: string, span: Span): Promise<Excerpt | null> {
    const article = await this.article(articleId);
    return article ? contextOf(article, span) : null;
  }

  async readAhead(): Promise<void> {
    await this.#knowledge.aliases?.readAhead();
    this.#knowledge.vectors?.readAhead();
    const corpus = this.#readings.headlines().then(() => this.#readings.readQuotes());
    await Promise.all([this.#builtIn?.start(), corpus.catch(() => undefined)]);
    // Nobody waits for it, and what goes wrong with it goes wrong for those who ask as well.
    this.#rehearse().catch(() => undefined);
  }

  /** Asks for the first who will ask: code is slow until it has run a few times, the reader's too. Nothing leaves the process. */
  async #rehearse(): Promise<void> {
    const scorers = { embeddings: null, reader: this.#builtIn };
    for (const question of await this.examples())
      if (!this.#closing.signal.aborted) await this.#responder.answerWith(scorers, question);
  }

  async close(): Promise<void> {
    if (!this.#closing.signal.aborted) this.#readings.close();
    this.#closing.abort(new Error('The archive is closed.'));
    await this.#keeping;
  }

  /**
   * An archive of these articles and, behind them, some more, which answers beside this one; either is closed by itself.
   * @param added those that were not there when the corpus was read
   */
  with(corpus: Corpus, searched: SearchedCorpus, added: readonly Article[]): CorpusArchive {
    const readings = this.#readings.with(corpus.articles, added);
    const archive = new CorpusArchive(corpus, this.#knowledge, searched, this.#options, this.#keeping, readings);
    if (this.#byDate) archive.#byDate = insertByDate(this.#byDate, corpus.articles.slice(this.#articles.length));
    return archive;
  }

  #quoteRequest({ source, ...wanted }: QuoteOptions): QuoteRequest {
    checkLength('A name', wanted.speaker, LONGEST_NAME);
    checkLength('A topic', wanted.about, LONGEST_QUESTION);
    checkLength('A source', source, LONGEST_NAME);
    const allowed = articlesPassing(this.#articles, { source });
    if (!allowed) return wanted;
    return { ...wanted, articles: new Set(this.#articles.filter((_, i) => allowed[i] === 1).map(({ id }) => id)) };
  }
}
