import type { ArticleRef, Excerpt } from '../corpus/excerpt.js';
import type { Span } from '../english/span.js';

/** Who is quoted. */
export interface Speaker extends Span {
  /** As written where the quote stands: 'he', 'Lavrov'. */
  readonly text: string;
  /** Resolved: 'Sergei Lavrov'; null when the article does not say. */
  readonly name: string | null;
  /** Those who say it together, by name, in the order of the text; left out where one speaks. */
  readonly members?: readonly string[];
}

/** Somebody's words, word for word: `article.text.slice(start, end) === text`. */
export interface Quote extends Span {
  readonly text: string;
  readonly speaker: Speaker | null;
  /** The cue as written ('said', 'told'); null when there is none. */
  readonly verb: string | null;
  /** True for words in quotation marks, false for a reported statement. */
  readonly direct: boolean;
  readonly article: ArticleRef;
  /** The sentences around it; the same for all parts of one quotation. */
  readonly excerpt: Excerpt;
}

export interface QuoteOptions {
  readonly speaker?: string | undefined;
  readonly about?: string | undefined;
  readonly source?: string | undefined;
  readonly limit?: number | undefined;
}
