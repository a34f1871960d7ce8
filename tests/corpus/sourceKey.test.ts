import { describe, expect, it } from 'vitest';
import { CorpusOutline } from '../../src/corpus/outline.js';
import { isSite, sourceKey } from '../../src/corpus/sourceKey.js';
import { articleOf } from '../answers/articles.js';

describe('a source', () => {
  it.each([
    ['CNN', 'cnn.com'],
    ['USA Today', 'usatoday.com'],
    ['The Week', 'theweek.co.uk'],
    ['Sky', 'news.sky.com'],
    ['BBC', 'www.bbc.co.uk'],
    ['the guardian', 'Guardian'],
  ])('is one, whether it is written “%s” or “%s”', (name, site) => {
    expect(sourceKey(name)).toBe(sourceKey(site));
  });

  it.each([
    ['AFP', 'APA'],
    ['CNN', 'cnbc.com'],
    ['Sky', 'skynews.com'],
    ['?', '!'],
  ])('is not one where the words differ: “%s” and “%s”', (a, b) => {
    expect(sourceKey(a)).not.toBe(sourceKey(b));
  });

  it.each([
    ['usatoday.com', true],
    ['news.sky.com', true],
    ['Harbour Times', false],
    ['St. Ives Post', false],
    ['com', false],
  ])('“%s” is the address of a site: %s', (source, expected) => {
    expect(isSite(source)).toBe(expected);
  });
});

it('a corpus lists a source once, by its name where some article has that, with all its articles counted', () => {
  const outline = new CorpusOutline([
    articleOf({ id: 'a', outlet: 'tide.com' }),
    articleOf({ id: 'b', outlet: 'tide.com' }),
    articleOf({ id: 'c', outlet: 'Harbour Times' }),
    articleOf({ id: 'd', outlet: 'Harbour Times' }),
    articleOf({ id: 'e', outlet: 'The Tide' }),
    articleOf({ id: 'f', outlet: 'quay.com' }),
  ]);
  expect(outline.sources()).toEqual(['The Tide', 'Harbour Times', 'quay.com']);
});
