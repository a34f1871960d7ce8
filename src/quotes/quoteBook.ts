import type { Article, Problem } from '../corpus/article.js';
import type { Excerpt } from '../corpus/excerpt.js';
import { finish, type Steps } from '../steps.js';
import { type BookContents, readBook } from './bookReading.js';
import type { QuoteGroup } from './group.js';
import type { Quote } from './quote.js';
import { bestGroups, quotesOf } from './select.js';
import type { SpeakerEntry } from './speakers.js';
import { readStatements } from './statements.js';

/** What `/quote` asks for. */
export interface QuoteRequest {
  /** A name, a part of one, a role or a misspelling. */
  readonly speaker?: string | undefined;
  readonly about?: string | undefined;
  /** Only from these articles, by id. */
  readonly articles?: ReadonlySet<string> | undefined;
  readonly limit?: number | undefined;
}

/** All quotes of a corpus, and who says them. */
export class QuoteBook {
  /** In the order of the articles. */
  readonly quotes: readonly Quote[];
  /** Articles whose quotes could not be read, through a fault of ours. */
  readonly problems: readonly Problem[];
  readonly #contents: BookContents;

  /** @param contents what {@link readBook} reads of the articles: in steps, for who cannot wait */
  constructor(articles: readonly Article[], contents: BookContents = finish(readBook(articles))) {
    this.#contents = contents;
    this.quotes = contents.quotes;
    this.problems = contents.problems;
  }

  /** Everyone who is quoted, most quoted first. */
  speakers(): readonly SpeakerEntry[] {
    return this.#contents.list.entries;
  }

  /** Whom a name, role or misspelling means among those who are quoted; [] for nobody. */
  find(speaker: string): SpeakerEntry[] {
    return this.#contents.matcher.find(speaker);
  }

  /** Quotes in article order when neither speaker nor topic is asked for, else the best first; [] for an unknown speaker. */
  select(request: QuoteRequest = {}): Quote[] {
    return finish(this.selectInSteps(request));
  }

  /** As `select`, a statement a step. */
  *selectInSteps(request: QuoteRequest = {}): Steps<Quote[]> {
    const { speaker, about, articles, limit = Number.POSITIVE_INFINITY } = request;
    if (speaker !== undefined || about !== undefined)
      return quotesOf(yield* this.selectGroupsInSteps(request)).slice(0, limit);
    return this.quotes.filter((quote) => !articles || articles.has(quote.article.id)).slice(0, limit);
  }

  /** As `select`, each statement once with all its sources and wordings; `limit` counts statements. */
  selectGroups(request: QuoteRequest = {}): QuoteGroup[] {
    return finish(this.selectGroupsInSteps(request));
  }

  /** As `selectGroups`, a statement a step. */
  *selectGroupsInSteps(request: QuoteRequest = {}): Steps<QuoteGroup[]> {
    const { speaker, about, articles, limit = Number.POSITIVE_INFINITY } = request;
    const wanted = speaker === undefined ? null : this.find(speaker);
    yield;
    let { statements } = this.#contents;
    if (articles) {
      const { list } = this.#contents;
      const asked = wanted && new Set(wanted);
      const isAsked = (quote: Quote) => {
        const entry = asked && list.of(quote);
        return asked === null || (entry !== null && asked.has(entry));
      };
      const inScope = this.quotes.filter((quote) => articles.has(quote.article.id) && isAsked(quote));
      statements = yield* readStatements(inScope, list);
    }
    const best = yield* bestGroups(statements.of(wanted), about);
    return best.slice(0, limit);
  }

  /** The lines that mention somebody, for one who is named but never quoted. */
  mentions(name: string): Excerpt[] {
    return this.#contents.mentions.find(name);
  }
}
