import type { Article } from '../corpus/article.js';
import { resolveDays } from '../corpus/articleDays.js';
import type { DayMention } from '../english/days.js';
import type { Span } from '../english/span.js';

/** The days that a sentence of an article names, looked for when first asked for and kept: each comparison of its clauses asks. */
export class SentenceDays {
  readonly #article: Article;
  readonly #span: Span;
  #all: readonly DayMention[] | null = null;

  constructor(article: Article, span: Span) {
    this.#article = article;
    this.#span = span;
  }

  get all(): readonly DayMention[] {
    this.#all ??= resolveDays(this.#article, this.#span);
    return this.#all;
  }
}
