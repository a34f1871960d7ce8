import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createArticle } from '../../src/corpus/articles.js';
import { byDate, insertByDate } from '../../src/corpus/byDate.js';

const articleOf = (id: string, published?: string) =>
  createArticle({ id, title: 'A ferry sinks', text: 'The ferry sank at noon.', published });

describe('byDate', () => {
  it('puts the earlier article first', () => {
    const articles = [articleOf('a', '2031-03-07'), articleOf('b', '2030-12-31'), articleOf('c', '2031-03-06')];
    expect(articles.sort(byDate).map(({ id }) => id)).toEqual(['b', 'c', 'a']);
  });

  it('puts what has no date last', () => {
    const articles = [articleOf('a'), articleOf('b', '2031-03-07')];
    expect(articles.sort(byDate).map(({ id }) => id)).toEqual(['b', 'a']);
  });

  it('orders what is of one day, or of none, by id', () => {
    const articles = [articleOf('d'), articleOf('b', '2031-03-07'), articleOf('c'), articleOf('a', '2031-03-07')];
    expect(articles.sort(byDate).map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd']);
  });

  it('gives one order, whatever order the articles come in', () => {
    const articles = ['2031-03-07', undefined, '2031-03-06', '2031-03-07', undefined].map((day, i) =>
      articleOf(`article-${i}`, day),
    );
    fc.assert(
      fc.property(fc.shuffledSubarray(articles, { minLength: articles.length }), (shuffled) => {
        expect(shuffled.sort(byDate).map(({ id }) => id)).toEqual([
          'article-2',
          'article-0',
          'article-3',
          'article-1',
          'article-4',
        ]);
      }),
    );
  });

  it('is the same order for what is put among articles that have it', () => {
    const days = fc.constantFrom('2031-03-05', '2031-03-06', '2031-03-07', undefined);
    fc.assert(
      fc.property(fc.array(days, { maxLength: 12 }), fc.nat(12), (all, first) => {
        const articles = all.map((day, i) => articleOf(`a${(i * 7) % 12}`, day));
        const sorted = articles.slice(0, first).sort(byDate);
        expect(insertByDate(sorted, articles.slice(first))).toEqual(articles.toSorted(byDate));
      }),
    );
  });
});
