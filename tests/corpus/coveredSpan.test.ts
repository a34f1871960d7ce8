import { expect, it } from 'vitest';
import { createArticle } from '../../src/corpus/articles.js';
import { coveredSpan } from '../../src/corpus/coveredSpan.js';

const article = (published?: string) =>
  createArticle({ id: published ?? 'undated', text: 'The ferry sank off Brann.', ...(published ? { published } : {}) });

it('goes from the first dated article to the last', () => {
  const span = coveredSpan([article('2024-03-05'), article(), article('2024-03-20'), article('2024-03-01')]);
  expect(span).toEqual({ first: '2024-03-01', last: '2024-03-20' });
  expect(coveredSpan([article()])).toBeNull();
  expect(coveredSpan([])).toBeNull();
});
