import { describe, expect, it } from 'vitest';
import type { Article } from '../../src/corpus/article.js';
import { createArticle } from '../../src/corpus/articles.js';
import { inferDates } from '../../src/corpus/inferDates.js';
import { withoutRepeated } from '../../src/corpus/repeated.js';
import { readSideBySide } from '../../src/corpus/sideBySide.js';
import { bodyText } from './seeds.js';

const STORY = 'The harbour bridge of Ostrin collapsed into the Vessel river on Thursday, its engineers said.';
const PAGE = 'Subscribe to the newsletter of the Island Wire.';
const STORIES = [
  STORY,
  'A choir from Norwick won the prize.',
  'The price of grain rose by a tenth.',
  'A pilot found a dog.',
];

const dated = createArticle({ id: 'dated', text: STORY, published: '2023-10-20' });
const undated = createArticle({ id: 'undated', text: STORY });

/** The article with a part that cannot be read, as a fault of ours would have it. */
function broken(article: Article, part: 'text' | 'sentences' | 'dateline' | 'paragraphs'): Article {
  return Object.defineProperty({ ...article, id: 'bad', file: 'bad.txt' }, part, {
    enumerable: true,
    get: () => {
      throw new Error('out of order');
    },
  });
}

const PROBLEM = {
  file: 'bad.txt',
  line: null,
  message: 'It could not be held against the other articles and stays as it is: out of order.',
};

describe('a fault in one article', () => {
  it.each(['text', 'sentences', 'dateline', 'paragraphs'] as const)(
    'is one problem of its file, and the others are dated: %s of an undated one',
    (part) => {
      const bad = broken(undated, part);
      const { articles, problems } = readSideBySide([bad, dated, undated]);
      expect(problems).toEqual([PROBLEM]);
      expect(articles[0]).toBe(bad);
      expect(articles[2]?.published).toEqual({ date: '2023-10-19', basis: 'inferred' });
    },
  );

  it.each(['text', 'sentences', 'dateline', 'paragraphs'] as const)(
    'is one problem of its file, and the others are dated by the rest: %s of a dated one',
    (part) => {
      const bad = broken(dated, part);
      const { articles, problems } = readSideBySide([undated, bad, dated]);
      expect(problems).toEqual([PROBLEM]);
      expect(articles[0]?.published).toEqual({ date: '2023-10-19', basis: 'inferred' });
      expect(articles[1]).toBe(bad);
    },
  );

  it('leaves the lines of the page to be found in the others', () => {
    const all = STORIES.map((story, i) => createArticle({ id: String(i), text: `${story}\n\n${PAGE}` }));
    const bad = broken(createArticle({ id: 'bad', text: STORY }), 'paragraphs');
    const { articles, problems } = readSideBySide([bad, ...all]);
    expect(problems).toEqual([PROBLEM]);
    expect(articles.slice(1).map(bodyText)).toEqual(STORIES);
  });

  it('without a file is a problem of its id', () => {
    const bad = { ...undated, id: 'bare' };
    Object.defineProperty(bad, 'text', { get: () => STORY.repeat(-1) });
    expect(readSideBySide([bad, dated]).problems).toMatchObject([{ file: 'bare', line: null }]);
  });

  it('is thrown where nobody asked to be told', () => {
    expect(() => inferDates([broken(undated, 'text'), dated])).toThrow('out of order');
    expect(() => withoutRepeated([broken(undated, 'paragraphs'), dated, undated])).toThrow('out of order');
  });
});

describe('articles without a fault', () => {
  it('have no problem', () => {
    expect(readSideBySide([undated, dated]).problems).toEqual([]);
    expect(readSideBySide([])).toEqual({ articles: [], problems: [] });
  });
});
