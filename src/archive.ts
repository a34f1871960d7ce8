import { stat } from 'node:fs/promises';
import type { Answer, AskOptions } from './answers/answer.js';
import { exampleQuestions } from './answers/examples.js';
import { articlesPassing, checkDay, sourcesOf } from './answers/filter.js';
import { checkLength, LONGEST_NAME, LONGEST_QUESTION } from './answers/request.js';
import { RequestError } from './answers/requestError.js';
import { Responder, type Scorers } from './answers/responder.js';
import type { Article, ArticleHead, ArticleInput, Corpus, Problem } from './corpus/article.js';
import { createArticle } from './corpus/articles.js';
import { byDate } from './corpus/byDate.js';
import { contextOf } from './corpus/context.js';
import { coveredSpan } from './corpus/coveredSpan.js';
import type { Excerpt } from './corpus/excerpt.js';
import { readCorpus } from './corpus/folder.js';
import type { Extraction } from './corpus/readers/extraction/extracted.js';
import { readSideBySide } from './corpus/sideBySide.js';
import type { Span } from './english/span.js';
import { checkMessage, type MessageCheck } from './events/check/check.js';
import { type Comparison, compareSources } from './events/compare/compare.js';
import type { EventContext } from './events/eventContext.js';
import { rankByIndex } from './events/relevantSentences.js';
import {
  buildTimeline,
  MOST_SENTENCES_WITHOUT_TOPIC,
  type TimelineEntry,
  type TimelineOptions,
} from './events/timeline/timeline.js';
import { readBook } from './quotes/bookReading.js';
import type { QuoteGroup } from './quotes/group.js';
import type { Quote, QuoteOptions } from './quotes/quote.js';
import { QuoteBook, type QuoteRequest } from './quotes/quoteBook.js';
import { finishInSlices } from './quotes/steps.js';
import { NO_LOG, openScorers, type ReaderChoice } from './scorers.js';
import { type LoadedKnowledge, loadKnowledge } from './search/knowledge.js';
import type { RemoteOptions } from './search/meaning/remoteEncoder.js';
import type { ScorerLog } from './search/meaning/restingScorer.js';
import { isDatabaseAddress } from './search/postgres/address.js';
import type { ReadingScorer } from './search/reader/readingScorer.js';
import { ClauseReader } from './statements/clauses.js';
import { CopyDetector } from './statements/copies.js';

export { type LoadedKnowledge, loadKnowledge, type ReaderChoice, RequestError };

/** As many as a greeting has room for. */
const EXAMPLES = 3;

const HAS_WORD = /[\p{L}\p{N}]/u;

/** The longest message whose claims are looked up, in characters: five of Discord's longest. */
const LONGEST_MESSAGE = 20_000;

/** How an archive answers; every part may be left out. */
export interface ArchiveOptions {
  /** Probability, 0..1, below which the articles are said not to answer. */
  readonly minConfidence?: number | undefined;
  /** An endpoint that says which candidates are most like the question. Left out or null: nothing leaves the process. */
  readonly embeddings?: RemoteOptions | null | undefined;
  /**
   * What reads the best lines. True: the built-in reader. False: nothing does, and words alone order them. A server: it, instead of the
   * built-in one. A scorer of the caller's: that. Left out: the built-in one, unless READER=off stands in the
   * environment.
   */
  readonly reader?: ReaderChoice | undefined;
  /** Where trouble with that endpoint or with the reader is said; nowhere when left out. */
  readonly log?: ScorerLog | undefined;
  /** For several archives in one process, so that they share it. Left out: loaded, with the folder's own aliases. */
  readonly knowledge?: LoadedKnowledge | undefined;
  /** Of a corpus in a database: the address of a copy that is read instead, as long as it answers. */
  readonly replica?: string | null | undefined;
  /** What takes articles out of documents such as PDFs. Left out: a thread that ends when the corpus is read. */
  readonly extraction?: Extraction | undefined;
}

/** How big the corpus is, for the start-up message and /help. */
export interface ArchiveSize {
  readonly articles: number;
  readonly passages: number;
  readonly firstDate: string | null;
  readonly lastDate: string | null;
}

/** The public face: everything a command or a program may ask of a corpus. */
export interface Archive {
  readonly size: ArchiveSize;
  readonly problems: readonly Problem[];
  /** @throws RequestError for an empty question or one that is too long, an unknown source or a date that is no calendar day. */
  ask(question: string, options?: AskOptions): Promise<Answer>;
  /** All quotes in article order when nothing is asked. @throws RequestError as `ask`. */
  quotes(options?: QuoteOptions): Promise<Quote[]>;
  /** As `quotes`, each statement once with all its sources and wordings; `limit` counts statements. */
  statements(options?: QuoteOptions): Promise<readonly QuoteGroup[]>;
  /** The lines that name somebody: what there is of one who is never quoted. */
  mentions(name: string): Promise<readonly Excerpt[]>;
  /** What happened, oldest first; `inStory` says what to show first, `reach` what is older than the story. @throws RequestError for a date that is no calendar day, a range that ends before it begins, or no topic in a big corpus. */
  timeline(options?: TimelineOptions): Promise<readonly TimelineEntry[]>;
  /** What the sources say about one thing, side by side. @throws RequestError for an empty topic. */
  compare(topic: string): Promise<Comparison>;
  /** What the articles say to each claim of a message. @throws RequestError for an empty message. */
  check(message: string): Promise<MessageCheck>;
  /** Every article, oldest first, undated last: all of their texts, which of a big corpus in a database takes long. */
  articles(): Promise<readonly Article[]>;
  /** The same without the texts. */
  catalogue(): Promise<readonly ArticleHead[]>;
  /** One article; null when it is not there. */
  article(id: string): Promise<Article | null>;
  /** Everyone who is quoted, by resolved name, most quoted first. */
  speakers(): Promise<readonly { readonly name: string; readonly count: number }[]>;
  /** Every outlet and agency that an article names, each once, commonest first. */
  sources(): Promise<readonly string[]>;
  /** Questions that these articles answer well, made of their own words; fewer than asked for where they have no more. */
  examples(most?: number): Promise<readonly string[]>;
  /** A span with the sentences around it, the span itself emphasised; null when the article is gone. */
  context(articleId: string, span: Span): Promise<Excerpt | null>;
  /**
   * Loads in the background what else the first to ask would wait for: the reader, and the quotes of all articles. For who serves
   * many; what is asked meanwhile is answered between. Never throws: what goes wrong is said to who asks.
   */
  readAhead(): Promise<void>;
  /** Stops what is being read. Whoever still waits for it, or asks for quotes later, gets an error. */
  close(): Promise<void>;
}

/**
 * @param where a folder, a `.jsonl` file, or the address of a PostgreSQL database that has articles
 * @throws Error when it cannot be read at all
 */
export async function openArchive(where: string, options: ArchiveOptions = {}): Promise<Archive> {
  if (isDatabaseAddress(where)) {
    // The database's driver takes a while to load, which a folder should not pay.
    const { openPostgres } = await import('./openPostgres.js');
    return openPostgres(where, options, holdInMemory);
  }
  const corpus = await readCorpus(where, { extraction: options.extraction });
  const folder = (await stat(where)).isDirectory() ? where : null;
  return new CorpusArchive(corpus, options.knowledge ?? (await loadKnowledge(folder)), options);
}

/** @param articles as they were read, side by side */
export function holdInMemory(
  articles: readonly Article[],
  knowledge: LoadedKnowledge,
  options: ArchiveOptions,
): Archive {
  return new CorpusArchive({ articles, problems: [] }, knowledge, options);
}

/** @throws Error, naming the article, for two with one id, one without text, or a date that is no day of the calendar. */
export async function createArchive(inputs: readonly ArticleInput[], options: ArchiveOptions = {}): Promise<Archive> {
  const ids = new Set<string>();
  for (const { id } of inputs) {
    if (ids.has(id)) throw new Error(`Two articles have the id “${id}”.`);
    ids.add(id);
  }
  const corpus = readSideBySide(inputs.map(readInput));
  return new CorpusArchive(corpus, options.knowledge ?? (await loadKnowledge(null)), options);
}

function readInput(input: ArticleInput): Article {
  try {
    return createArticle(input);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`The article “${input.id}” can't be read: ${reason}`, { cause: error });
  }
}

/** An archive held in memory. */
class CorpusArchive implements Archive {
  readonly problems: readonly Problem[];
  readonly #articles: readonly Article[];
  readonly #responder: Responder;
  readonly #events: EventContext;
  readonly #scorers: Scorers;
  /** The built-in reader, where it reads the lines. */
  readonly #builtIn: ReadingScorer | null;
  readonly #log: ScorerLog;
  readonly #closing = new AbortController();
  /** Null until somebody asks. */
  #quotes: Promise<QuoteBook> | null = null;

  constructor({ articles, problems }: Corpus, knowledge: LoadedKnowledge, options: ArchiveOptions) {
    const { log = NO_LOG, minConfidence } = options;
    this.#articles = articles;
    this.#log = log;
    const copies = new CopyDetector();
    this.#responder = new Responder(articles, minConfidence, knowledge, copies);
    this.problems = [...problems, ...knowledge.problems, ...this.#responder.index.problems];
    this.#events = { rank: rankByIndex(this.#responder.index), clauses: new ClauseReader(), copies };
    const { scorers, builtIn } = openScorers(options, log);
    this.#scorers = scorers;
    this.#builtIn = builtIn;
  }

  get size(): ArchiveSize {
    const span = coveredSpan(this.#articles);
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
    return (await this.#quoteBook()).select(request);
  }

  async statements(options: QuoteOptions = {}): Promise<readonly QuoteGroup[]> {
    const request = this.#quoteRequest(options);
    return (await this.#quoteBook()).selectGroups(request);
  }

  async mentions(name: string): Promise<readonly Excerpt[]> {
    checkLength('A name', name, LONGEST_NAME);
    return (await this.#quoteBook()).mentions(name);
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
    return buildTimeline(this.#articles, options, this.#events);
  }

  async compare(topic: string): Promise<Comparison> {
    checkLength('A topic', topic, LONGEST_QUESTION);
    if (!HAS_WORD.test(topic)) throw new RequestError('Say what to compare, such as “nuclear elements”.');
    return compareSources(topic, this.#events);
  }

  async check(message: string): Promise<MessageCheck> {
    checkLength('A message', message, LONGEST_MESSAGE);
    if (!HAS_WORD.test(message)) throw new RequestError('There is no text in that to look up.');
    return checkMessage(message, this.#events);
  }

  async articles(): Promise<readonly Article[]> {
    return this.#articles.toSorted(byDate);
  }

  catalogue(): Promise<readonly ArticleHead[]> {
    return this.articles();
  }

  async article(id: string): Promise<Article | null> {
    return this.#articles.find((article) => article.id === id) ?? null;
  }

  async speakers(): Promise<readonly { readonly name: string; readonly count: number }[]> {
    return (await this.#quoteBook()).speakers();
  }

  async sources(): Promise<readonly string[]> {
    return sourcesOf(this.#articles);
  }

  async examples(most = EXAMPLES): Promise<readonly string[]> {
    const book = await this.#quoteBook();
    const material = { articles: await this.articles(), quotes: book.quotes, speakers: book.speakers() };
    // Nothing that somebody has to wait for, or that leaves the process: the built-in ranking alone.
    return exampleQuestions(material, async (question) => this.#responder.answer(question), most);
  }

  async context(articleId: string, span: Span): Promise<Excerpt | null> {
    const article = await this.article(articleId);
    return article ? contextOf(article, span) : null;
  }

  async readAhead(): Promise<void> {
    await Promise.all([this.#builtIn?.start(), this.#quoteBook().catch(() => undefined)]);
  }

  async close(): Promise<void> {
    this.#closing.abort(new Error('The archive is closed.'));
  }

  /** Read once, when first asked for, since many a run never asks; in slices, so that other questions need not wait. */
  #quoteBook(): Promise<QuoteBook> {
    this.#quotes ??= this.#readQuotes();
    return this.#quotes;
  }

  async #readQuotes(): Promise<QuoteBook> {
    const contents = await finishInSlices(readBook(this.#articles), this.#closing.signal);
    for (const { file, message } of contents.problems) this.#log.warn(`${file}: ${message}`);
    return new QuoteBook(this.#articles, contents);
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
