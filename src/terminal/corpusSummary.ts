import { count } from '../../commands/parts/citation.js';
import { spanInWords } from '../../commands/parts/dates.js';
import type { ArchiveSize } from '../archive.js';
import type { ArticleHead, Problem } from '../corpus/article.js';
import { tame } from './style.js';

/** To the owner, who can do something about it. */
const NO_ARTICLES =
  'no articles yet. Put some into it, by hand or with “npx dateline add FILE”, or set CORPUS to where they are.';

/**
 * What the corpus holds, in one plain sentence: "4 articles, 44 passages, 18 October 2023 to 20 October 2023; 1 without
 * a date of its own." Without articles, how to add one.
 */
export function describeCorpus(size: ArchiveSize, articles: readonly Pick<ArticleHead, 'published'>[]): string {
  if (size.articles === 0) return NO_ARTICLES;
  const parts = [
    count(size.articles, 'article'),
    count(size.passages, 'passage'),
    spanInWords(size.firstDate, size.lastDate),
  ];
  const undated = articles.filter(({ published }) => published.basis === 'inferred' || published.basis === 'unknown');
  return `${parts.join(', ')}${size.firstDate === null ? '' : undatedInWords(undated.length)}.`;
}

/** "; 2 without a date of their own"; nothing for none. */
function undatedInWords(undated: number): string {
  return undated > 0 ? `; ${undated} without a date of ${undated === 1 ? 'its' : 'their'} own` : '';
}

/** One line a problem, with file and line, for the owner to mend. Empty when there is none. */
export function describeProblems(problems: readonly Problem[]): string[] {
  return problems.map(({ file, line, message }) => tame(`${file}${line === null ? '' : `:${line}`}: ${message}`));
}
