import { describe, expect, it } from 'vitest';
import { resolveDays } from '../../src/corpus/articleDays.js';
import { createArticle } from '../../src/corpus/articles.js';

/** The days named in the sentence of an article that has the words. */
function daysIn(text: string, published: string | undefined, words: string): Record<string, string> {
  const article = createArticle({ id: 'ferry', title: 'A ferry sinks', text, published });
  const sentence = article.sentences.find(({ start, end }) => article.text.slice(start, end).includes(words));
  if (!sentence) throw new Error(`no sentence says “${words}”`);
  return Object.fromEntries(resolveDays(article, sentence).map((day) => [day.text, day.date]));
}

// 7 March 2031 is a Friday.
describe('resolveDays', () => {
  it('counts from the day of publication', () => {
    expect(daysIn('The ferry sank on Tuesday.', '2031-03-07', 'sank')).toEqual({ Tuesday: '2031-03-04' });
  });

  it('counts from the dateline where there is one, as the article may be printed days later', () => {
    const text = 'OSTRIN, March 3: The ferry sank yesterday, the mayor said.';
    expect(daysIn(text, '2031-03-07', 'sank')).toEqual({ yesterday: '2031-03-02' });
  });

  it('resolves only what needs no other day when the article has none', () => {
    const text = 'The ferry sank on Tuesday and was built in May 2019. It was raised on 9 April 2031.';
    expect(daysIn(text, undefined, 'sank')).toEqual({ 'May 2019': '2019-05' });
    expect(daysIn(text, undefined, 'raised')).toEqual({ '9 April 2031': '2031-04-09' });
  });

  it('counts "a day earlier" from the one day that the article named before', () => {
    const text = 'The ferry sank on Tuesday.\n\nThe crew had struck a day earlier.';
    expect(daysIn(text, '2031-03-07', 'struck')).toEqual({ 'a day earlier': '2031-03-03' });
  });

  it('leaves "a day earlier" out when the article named two days before, or none', () => {
    const two = 'The ferry sank on Tuesday. It was raised on Thursday. The crew had struck a day earlier.';
    expect(daysIn(two, '2031-03-07', 'struck')).toEqual({});
    expect(daysIn('The crew had struck a day earlier.', '2031-03-07', 'struck')).toEqual({});
  });

  it('gives each day where it stands in the article', () => {
    const text = 'Nobody was hurt. The ferry sank on Tuesday.';
    const article = createArticle({ id: 'ferry', title: 'A ferry sinks', text, published: '2031-03-07' });
    const start = text.indexOf('Tuesday');
    expect(resolveDays(article, { start: 0, end: text.length })).toEqual([
      { text: 'Tuesday', date: '2031-03-04', start, end: start + 'Tuesday'.length },
    ]);
  });
});
