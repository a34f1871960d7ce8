import { datedSourceLine } from '../../commands/parts/citation.js';
import type { Article, ParagraphKind, Problem } from '../corpus/article.js';
import { linkable } from '../discord/markdown.js';
import { describeProblems } from '../terminal/corpusSummary.js';

/** An article as the page shows it beside an answer. */
export interface ArticleText {
  readonly id: string;
  readonly title: string;
  /** Who stands behind it, its date, and how that is known. */
  readonly source: string;
  readonly file: string | null;
  /** Where the original is; null when none is stated, or none that may be linked to. */
  readonly url: string | null;
  /** What was found wrong in its file. */
  readonly problems: readonly string[];
  /** The text as read, in its paragraphs; `start` is the offset of each in the article. */
  readonly paragraphs: readonly { readonly kind: ParagraphKind; readonly start: number; readonly text: string }[];
}

export function articleText(article: Article, problems: readonly Problem[]): ArticleText {
  const { id, title, file, url, text, paragraphs } = article;
  return {
    id,
    title,
    source: datedSourceLine(article),
    file,
    url: url === null ? null : linkable(url),
    problems: describeProblems(problems.filter((problem) => file !== null && problem.file === file)),
    paragraphs: paragraphs.map(({ kind, start, end }) => ({ kind, start, text: text.slice(start, end) })),
  };
}
