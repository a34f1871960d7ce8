import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { articleLink, eventOfArticle, readArticleLink } from '../../src/discord/articleLink.js';

describe('a link to a place in an article', () => {
  it('names the article and the stretch of it', () => {
    const link = articleLink('https://dateline.example', { article: 'ferry 1', start: 12, end: 80 });
    expect(link).toBe('https://dateline.example/?article=ferry+1&start=12&end=80');
  });

  it('is read back as it was written, whatever the id', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1 }),
        fc.nat(1_000),
        fc.integer({ min: 1, max: 500 }),
        (article, start, length) => {
          const place = { article, start, end: start + length };
          expect(readArticleLink(new URL(articleLink('http://a.example', place)).searchParams)).toEqual(place);
        },
      ),
    );
  });

  it.each(['', 'q=ferry', 'article='])('is none where no article is named: “%s”', (query) => {
    expect(readArticleLink(new URLSearchParams(query))).toBeNull();
  });

  it('marks nothing where the stretch is none', () => {
    for (const query of ['article=a&start=9&end=3', 'article=a&start=-1&end=x', 'article=a&start=1e99&end=1e100']) {
      expect(readArticleLink(new URLSearchParams(query))).toEqual({ article: 'a', start: 0, end: 0 });
    }
  });
});

describe('a link to an article of one of several events', () => {
  it('names the event too', () => {
    const link = new URL(articleLink('https://dateline.example', { article: 'a', start: 0, end: 3 }, 'the harbour'));
    expect(eventOfArticle(link.searchParams)).toBe('the harbour');
    expect(readArticleLink(link.searchParams)).toEqual({ article: 'a', start: 0, end: 3 });
    expect(eventOfArticle(new URLSearchParams('article=a'))).toBeNull();
  });
});
