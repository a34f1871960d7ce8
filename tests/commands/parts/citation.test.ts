import { describe, expect, it } from 'vitest';
import { alsoReported, count, excerptSection, sourceLine } from '../../../commands/parts/citation.js';
import type { ArticleRef, Excerpt } from '../../../src/corpus/excerpt.js';

const ARTICLE: ArticleRef = {
  id: 'a1',
  title: 'Title',
  outlet: 'Complete News World',
  agencies: ['APA', 'AFP'],
  url: null,
  published: { date: '2023-10-20', basis: 'stated' },
};
const EXCERPT: Excerpt = {
  text: 'He left.',
  start: 10,
  end: 18,
  emphasis: [[0, 8]],
  article: ARTICLE,
  paragraph: 2,
  days: [],
  alsoIn: [],
};

describe('a citation', () => {
  it('names outlet, agencies and day', () => {
    expect(sourceLine(ARTICLE)).toBe('Complete News World (APA and AFP) · 20 October 2023');
    expect(sourceLine({ ...ARTICLE, outlet: null })).toBe('APA and AFP · 20 October 2023');
    expect(sourceLine({ ...ARTICLE, outlet: 'AFP', agencies: ['AFP'] })).toBe('AFP · 20 October 2023');
  });

  it('says so when an article names no source', () => {
    const unnamed: ArticleRef = { ...ARTICLE, outlet: null, agencies: [], published: { date: null, basis: 'unknown' } };
    expect(sourceLine(unnamed)).toBe('source not named · undated');
  });

  it('leads to file and paragraph, and stresses nothing when everything would be bold', () => {
    expect(excerptSection(EXCERPT)).toMatchObject({
      citations: ['Complete News World (APA and AFP) · 20 October 2023', 'a1, paragraph 2'],
      quotation: { text: 'He left.', emphasis: [] },
    });
  });

  it('tells independent reports from copies of one wire, each source once', () => {
    const other = { article: { ...ARTICLE, outlet: 'DW', agencies: [] }, excerpt: EXCERPT };
    expect(
      alsoReported([
        { ...other, wireCopy: false },
        { ...other, wireCopy: false },
        { ...other, wireCopy: true },
      ]),
    ).toEqual(['Also reported by DW, 20 October 2023', 'Same wire text: DW, 20 October 2023']);
  });

  it('names who else reported it oldest first, and last who has no date', () => {
    const by = (outlet: string, date: string | null) => ({
      article: { ...ARTICLE, outlet, agencies: [], published: { date, basis: date ? 'stated' : 'unknown' } as const },
      excerpt: EXCERPT,
      wireCopy: false,
    });
    expect(alsoReported([by('C', null), by('B', '2023-10-19'), by('A', '2023-10-18')])).toEqual([
      'Also reported by A, 18 October 2023; B, 19 October 2023; C, undated',
    ]);
  });
});

describe('words for numbers', () => {
  it('count as people do', () => {
    expect([count(1, 'article'), count(4_971, 'article')]).toEqual(['1 article', '4,971 articles']);
  });
});
