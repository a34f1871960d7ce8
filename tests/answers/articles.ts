import type { Article } from '../../src/corpus/article.js';
import { createArticle } from '../../src/corpus/articles.js';

/** One article of a few sentences about a launch; what matters to a test is given. */
export function articleOf(input: {
  readonly id: string;
  readonly text?: string;
  readonly title?: string;
  readonly outlet?: string;
  readonly agencies?: readonly string[];
  readonly published?: string;
}): Article {
  return createArticle({ text: 'The rocket left its pad at noon. Nobody was hurt.', title: 'A launch', ...input });
}
