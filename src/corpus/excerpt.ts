import type { DayMention } from '../english/days.js';
import { lastBeginning, type Span } from '../english/span.js';
import type { Article, ArticleHead, Published } from './article.js';
import { resolveDays } from './articleDays.js';

/** Which article an excerpt is from, with everything a citation shows. */
export interface ArticleRef {
  /** File name without extension. */
  readonly id: string;
  readonly title: string;
  readonly outlet: string | null;
  readonly agencies: readonly string[];
  readonly url: string | null;
  readonly published: Published;
}

/** The same thing in another article. */
export interface AlsoIn {
  readonly article: ArticleRef;
  readonly excerpt: Excerpt;
  /** True when the wording is copied (one wire), false when it is told independently. */
  readonly wireCopy: boolean;
}

/** A run of an article's text, word for word: `article.text.slice(start, end) === text`. */
export interface Excerpt extends Span {
  readonly text: string;
  /** What to draw in bold: sorted, disjoint `[start, end)` ranges within `text`. */
  readonly emphasis: readonly (readonly [number, number])[];
  readonly article: ArticleRef;
  /** 1-based among the article's body paragraphs. */
  readonly paragraph: number;
  /** Days said in words, resolved; spans are into the article's text, like `start` and `end`. */
  readonly days: readonly DayMention[];
  readonly alsoIn: readonly AlsoIn[];
}

/** What a citation shows of an article. */
export function articleRef(article: ArticleHead): ArticleRef {
  const { id, title, outlet, agencies, url, published } = article;
  return { id, title, outlet, agencies, url, published };
}

/**
 * Cuts an excerpt out of an article, with its citation and its days resolved.
 * @param span into `article.text`; must begin inside a body paragraph
 * @param emphasis ranges within the excerpt's own text
 */
export function excerptAt(
  article: Article,
  span: Span,
  emphasis: readonly (readonly [number, number])[] = [],
  alsoIn: readonly AlsoIn[] = [],
): Excerpt {
  return {
    text: article.text.slice(span.start, span.end),
    start: span.start,
    end: span.end,
    emphasis,
    article: articleRef(article),
    paragraph: lastBeginning(article.paragraphs, span.start)?.number ?? 0,
    days: resolveDays(article, span),
    alsoIn,
  };
}
