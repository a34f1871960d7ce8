import type { Answer, AskOptions } from './answers/answer.js';
import { Responder } from './answers/responder.js';
import { articlesInScope, sourcesOf } from './answers/scope.js';
import type { Article, ArticleInput, Corpus, Problem, Span } from './corpus/article.js';
import { createArticle } from './corpus/articles.js';
import { contextOf } from './corpus/context.js';
import type { Excerpt } from './corpus/excerpt.js';
import { readCorpus } from './corpus/folder.js';
import { inferDates } from './corpus/inferDates.js';
import type { Quote, QuoteOptions } from './quotes/quote.js';
import { loadAliases } from './search/aliases.js';
import { loadWordVectors } from './search/meaning/wordVectors.js';
import { byDate } from './search/nearCopies.js';

export { RequestError } from './answers/requestError.js';

/** How an archive answers; every part may be left out. */
export interface ArchiveOptions {
  /** Probability, 0..1, below which the articles are said not to answer. */
  readonly minConfidence?: number | undefined;
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
export async function openArchive(where: string, options: ArchiveOptions = {}): Promise<Archive> {
  return new CorpusArchive(await readCorpus(where), options);
}

/** @throws Error for two articles with one id, or an article without text. */
export async function createArchive(inputs: readonly ArticleInput[], options: ArchiveOptions = {}): Promise<Archive> {
  const ids = new Set<string>();
  for (const { id } of inputs) {
    if (ids.has(id)) throw new Error(`Two articles have the id “${id}”.`);
    ids.add(id);
  }
  const articles = inferDates(inputs.map((input) => createArticle(input)));
  return new CorpusArchive({ articles, problems: [] }, options);
}

/** An archive held in memory. */
class CorpusArchive implements Archive {
  readonly problems: readonly Problem[];
  readonly #articles: readonly Article[];
  readonly #responder: Responder;
  readonly #meaning: Promise<void>;

  constructor({ articles, problems }: Corpus, { minConfidence }: ArchiveOptions) {
    this.#articles = articles;
    this.problems = problems;
    this.#responder = new Responder(articles, minConfidence);
    this.#meaning = this.#loadMeaning();
  }

  async #loadMeaning(): Promise<void> {
    const [{ vectors }, { aliases }] = await Promise.all([loadWordVectors(), loadAliases(null)]);
    this.#responder.use({ vectors, aliases });
  }

  get size(): ArchiveSize {
    const dates = this.#articles.flatMap(({ published }) => published.date ?? []).sort();
    return {
      articles: this.#articles.length,
      passages: this.#responder.index.size,
      firstDate: dates[0] ?? null,
      lastDate: dates.at(-1) ?? null,
    };
  }

  async ask(question: string, options: AskOptions = {}): Promise<Answer> {
    await this.#meaning;
    return this.#responder.answer(question, options);
  }

  async quotes(options: QuoteOptions = {}): Promise<Quote[]> {
    const allowed = articlesInScope(this.#articles, { source: options.source });
    const scope = new Set(this.#articles.filter((_, i) => !allowed || allowed[i] === 1).map(({ id }) => id));
    return [];
  }

  async articles(): Promise<readonly Article[]> {
    return this.#articles.toSorted(byDate);
  }

  async speakers(): Promise<readonly { readonly name: string; readonly count: number }[]> {
    return [];
  }

  async sources(): Promise<readonly string[]> {
    return sourcesOf(this.#articles);
  }

  async context(articleId: string, span: Span): Promise<Excerpt | null> {
    const article = this.#articles.find(({ id }) => id === articleId);
    return article ? contextOf(article, span) : null;
  }

  async close(): Promise<void> {
    await this.#meaning;
  }
}
