import type { Answer, AskOptions } from './answers/answer.js';
import type { Article, ArticleHead, Problem } from './corpus/article.js';
import type { Excerpt } from './corpus/excerpt.js';
import type { Extraction } from './corpus/readers/extraction/extracted.js';
import type { Span } from './english/span.js';
import type { MessageCheck } from './events/check/check.js';
import type { Comparison } from './events/compare/compare.js';
import type { TimelineEntry, TimelineOptions } from './events/timeline/timeline.js';
import type { QuoteGroup } from './quotes/group.js';
import type { Quote, QuoteOptions } from './quotes/quote.js';
import type { ReaderChoice } from './scorers.js';
import type { LoadedKnowledge } from './search/knowledge.js';
import type { RemoteOptions } from './search/meaning/remoteEncoder.js';
import type { ScorerLog } from './search/meaning/restingScorer.js';

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
  /** The same for archives of folders, whose own aliases still count: what was loaded for no folder. */
  readonly sharedKnowledge?: LoadedKnowledge | undefined;
  /** Of a corpus in a database: the address of a copy that is read instead, as long as it answers. */
  readonly replica?: string | null | undefined;
  /** What takes articles out of documents such as PDFs. Left out: a thread that ends when the corpus is read. */
  readonly extraction?: Extraction | undefined;
  /** Called while a corpus is opened: how many of its files are read, then how many articles are about to be indexed. */
  readonly onProgress?: ((step: 'reading' | 'indexing', done: number, total: number) => void) | undefined;
  /** Once it is aborted, a corpus that is being opened is let go, and the signal's reason is thrown. */
  readonly signal?: AbortSignal | undefined;
  /** Where what was read of a big corpus is kept: a folder; null: nowhere. Left out: beside the articles, in `.dateline`. */
  readonly snapshots?: string | null | undefined;
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
   * Loads in the background what else the first to ask would wait for: the reader, other names of things, and the quotes of all
   * articles. For who serves many; what is asked meanwhile is answered between. Never throws: what goes wrong is said to who asks.
   */
  readAhead(): Promise<void>;
  /** Stops what is being read. Whoever still waits for it, or asks for quotes later, gets an error. */
  close(): Promise<void>;
}

/** An archive of files, that articles can be added to without reading the others again. */
export interface OpenedArchive {
  readonly archive: Archive;
  /** Whether reading all files again may find more in them, or makes adding quicker. */
  readonly isUnfinished: boolean;
  /** Whether an article of a file is among its articles. @param name its path below the folder */
  hasFile(name: string): boolean;
  /** Does beforehand what the first who adds an article would wait for. */
  prepare(): Promise<void>;
  /**
   * An archive with the articles of some files too, which answers beside this one; either is closed by itself.
   * @param names their paths below the folder
   * @returns null when all files have to be read again instead
   * @throws Error when the folder cannot be read
   */
  withFiles(names: readonly string[]): Promise<OpenedArchive | null>;
}
