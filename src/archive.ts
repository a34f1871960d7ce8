import type { Answer, AskOptions } from './answers/answer.js';
import type { Article, ArticleInput, Problem, Span } from './corpus/article.js';
import type { Excerpt } from './corpus/excerpt.js';
import type { Quote, QuoteOptions } from './quotes/quote.js';

/** A source that nobody knows, a date that is no date: the caller's mistake, said in a sentence fit for a user. */
export class RequestError extends Error {
  override readonly name = 'RequestError';
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
  /** @throws RequestError for an empty question, an unknown source or a date that is no calendar day. */
  ask(question: string, options?: AskOptions): Promise<Answer>;
  /** All quotes in article order when nothing is asked. @throws RequestError as `ask`. */
  quotes(options?: QuoteOptions): Promise<Quote[]>;
  /** Every article, oldest first, undated last. */
  articles(): Promise<readonly Article[]>;
  /** Everyone who is quoted, by resolved name, most quoted first. */
  speakers(): Promise<readonly { readonly name: string; readonly count: number }[]>;
  /** Every outlet and agency that an article names, each once, commonest first. */
  sources(): Promise<readonly string[]>;
  /** A span with the sentences around it, the span itself emphasised; null when the article is gone. */
  context(articleId: string, span: Span): Promise<Excerpt | null>;
  close(): Promise<void>;
}

/** @param where a folder or a `.jsonl` file. @throws Error when it cannot be read at all. */
export async function openArchive(where: string): Promise<Archive> {
  throw new Error(`not built yet: ${where}`);
}

/** @throws Error for two articles with one id. */
export async function createArchive(articles: readonly ArticleInput[]): Promise<Archive> {
  throw new Error(`not built yet: ${articles.length}`);
}
