import { describe, expect, it } from 'vitest';
import { createArticle } from '../../src/corpus/articles.js';
import { articleRef, excerptAt } from '../../src/corpus/excerpt.js';

const article = createArticle({
  id: 'ferry',
  title: 'A ferry sinks off Ostrin',
  outlet: 'The Ostrin Herald',
  url: 'https://herald.example/ferry',
  published: '2031-03-07',
  text: 'The ferry left Ostrin at dawn.\n\nHow the rescue went\n\nIt sank on Tuesday. Nobody was hurt.\n\n(AFP)',
});

function spanOf(words: string) {
  const start = article.text.indexOf(words);
  return { start, end: start + words.length };
}

describe('excerptAt', () => {
  it('cuts word for word', () => {
    const span = spanOf('It sank on Tuesday.');
    expect(excerptAt(article, span)).toMatchObject({ ...span, text: 'It sank on Tuesday.' });
  });

  it('counts the paragraph as a reader does, without headings', () => {
    expect(excerptAt(article, spanOf('The ferry left')).paragraph).toBe(1);
    expect(excerptAt(article, spanOf('Nobody was hurt.')).paragraph).toBe(2);
  });

  it('resolves the days it names, and no others', () => {
    expect(excerptAt(article, spanOf('It sank on Tuesday.')).days).toEqual([
      { text: 'Tuesday', date: '2031-03-04', ...spanOf('Tuesday') },
    ]);
    expect(excerptAt(article, spanOf('Nobody was hurt.')).days).toEqual([]);
  });

  it('carries what is to be emphasised and where else it stands, nothing unless told', () => {
    const other = { article: articleRef(article), excerpt: excerptAt(article, spanOf('Nobody')), wireCopy: true };
    const told = excerptAt(article, spanOf('It sank on Tuesday.'), [[3, 7]], [other]);
    expect([told.emphasis, told.alsoIn]).toEqual([[[3, 7]], [other]]);
    const bare = excerptAt(article, spanOf('It sank on Tuesday.'));
    expect([bare.emphasis, bare.alsoIn]).toEqual([[], []]);
  });
});

describe('articleRef', () => {
  it('is what a citation shows, and nothing of the text', () => {
    expect(articleRef(article)).toEqual({
      id: 'ferry',
      title: 'A ferry sinks off Ostrin',
      outlet: 'The Ostrin Herald',
      agencies: ['AFP'],
      url: 'https://herald.example/ferry',
      published: { date: '2031-03-07', basis: 'stated' },
    });
  });

  it('comes with each excerpt', () => {
    expect(excerptAt(article, spanOf('Nobody was hurt.')).article).toEqual(articleRef(article));
  });
});
