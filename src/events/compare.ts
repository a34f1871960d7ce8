import type { Article, Span } from '../corpus/article.js';
import type { ArticleRef, Excerpt } from '../corpus/excerpt.js';
import type { RankSentences } from './topic.js';

/**
 * How the sources stand to one statement: several tell it in their own words, one wire copied, only one has it,
 * or they tell it with a difference.
 */
export type ItemKind = 'independent' | 'wire' | 'single' | 'differs';

/** One side of a difference: the words as one article has them. */
export interface DifferingWords extends Span {
  /** Word for word; the span is into the article's text. */
  readonly text: string;
  readonly article: ArticleRef;
}

/** Where sources part. Shown, never judged. */
export interface Difference {
  readonly what: 'number' | 'day' | 'name' | 'wording';
  /** Two or more, by date of the article; two may come from one article that contradicts itself. */
  readonly sides: readonly DifferingWords[];
}

/** One statement and who has it. */
export interface ComparedItem {
  readonly kind: ItemKind;
  /** By date of the article, undated last; one a source, but for an article that differs with itself. */
  readonly excerpts: readonly Excerpt[];
  /** Empty unless `kind` is 'differs'. */
  readonly differences: readonly Difference[];
}

/** What the sources say about one thing, side by side. */
export interface Comparison {
  readonly topic: string;
  /** The articles that say anything about it, by date, undated last. */
  readonly articles: readonly ArticleRef[];
  /** 'differs' first, then what several report, then what one wire says, then what one alone has. */
  readonly items: readonly ComparedItem[];
}

/** Lays side by side what the articles say about a topic. */
export function compareSources(_articles: readonly Article[], topic: string, _rank: RankSentences): Comparison {
  return { topic, articles: [], items: [] };
}
