import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createArticle } from '../../src/corpus/articles.js';
import { analyze } from '../../src/english/analyzer.js';
import { PassageIndex } from '../../src/search/passages.js';

const indexOf = (...texts: readonly string[]): PassageIndex =>
  new PassageIndex(texts.map((text, i) => createArticle({ id: `a${i}`, title: 'Untitled', text })));

const want = (...terms: readonly string[]) => terms.map((term) => ({ term, weight: 1 }));

const NEWS = [
  'Kim met Lavrov in Pyongyang. The two men ate dinner. Rain fell on the capital.',
  'A bomber landed near Cheongju. The bomber had flown from Guam. Kim said nothing of the bomber.',
  'Grain prices rose in Odesa. Traders were glad.',
];
const news = indexOf(...NEWS);

const found = (index: PassageIndex, ...args: Parameters<PassageIndex['candidates']>): string[] =>
  index.candidates(...args).map(({ passage }) => index.text(passage));

describe('a passage', () => {
  it('is a sentence, numbered through all articles', () => {
    expect(news.size).toBe(8);
    expect([0, 3, 6].map((article) => news.text(article))).toEqual([
      'Kim met Lavrov in Pyongyang.',
      'A bomber landed near Cheongju.',
      'Grain prices rose in Odesa.',
    ]);
  });

  it('knows its article and its place there', () => {
    expect([2, 3, 5, 7].map((p) => [news.article(p).id, news.articleNumber(p), news.sentenceNumber(p)])).toEqual([
      ['a0', 0, 2],
      ['a1', 1, 0],
      ['a1', 1, 2],
      ['a2', 2, 1],
    ]);
    expect([0, 1, 2, 3].map((article) => news.firstPassage(article))).toEqual([0, 3, 6, 8]);
  });

  it('has its words at hand, and so has the title of its article', () => {
    for (let passage = 0; passage < news.size; passage++) {
      expect(news.tokens(passage)).toMatchObject(analyze(news.text(passage)));
      expect(news.tokens(passage)).toHaveLength(analyze(news.text(passage)).length);
    }
    expect(news.titleTokens(2)).toMatchObject(analyze('Untitled'));
  });

  it('that is not there cannot be read', () => {
    expect(() => news.text(8)).toThrow(RangeError);
    expect(() => news.sentence(-1)).toThrow(RangeError);
  });
});

describe('candidates', () => {
  it('hold a term of the question, best first', () => {
    expect(found(news, want('bomber', 'guam'), 10)).toEqual([
      'The bomber had flown from Guam.',
      expect.stringContaining('bomber'),
      expect.stringContaining('bomber'),
    ]);
  });

  it('come with falling scores, all of them above 0', () => {
    const scores = news.candidates(want('kim', 'bomber'), 10).map((c) => c.sentenceScore);
    expect(scores.length).toBe(4);
    expect(Math.min(...scores)).toBeGreaterThan(0);
  });

  it('are no more than asked for, and the best of them', () => {
    const all = news.candidates(want('kim', 'bomber', 'land'), 100);
    for (let limit = 0; limit <= all.length; limit++) {
      expect(news.candidates(want('kim', 'bomber', 'land'), limit)).toEqual(all.slice(0, limit));
    }
  });

  it('are better in an article that is about the question as a whole', () => {
    const index = indexOf('Kim spoke. Rain fell.', 'Kim spoke. A bomber landed.');
    expect(index.candidates(want('kim', 'bomber'), 1).map(({ passage }) => index.article(passage).id)).toEqual(['a1']);
    const [inSecond, inFirst] = index
      .candidates(want('kim', 'bomber'), 9)
      .filter((c) => index.text(c.passage).startsWith('Kim'));
    expect(inSecond?.articleScore).toBeGreaterThan(inFirst?.articleScore ?? Number.POSITIVE_INFINITY);
    expect(inSecond?.sentenceScore).toBe(inFirst?.sentenceScore);
  });

  it('are better under a title that names what is asked', () => {
    const articles = [
      createArticle({ id: 'plain', title: 'Evening notes', text: 'Kim spoke. Rain fell.' }),
      createArticle({ id: 'titled', title: 'A bomber lands', text: 'Kim spoke. Rain fell.' }),
    ];
    const index = new PassageIndex(articles);
    expect(index.candidates(want('kim', 'bomber'), 1).map(({ passage }) => index.article(passage).id)).toEqual([
      'titled',
    ]);
  });

  it('are only from articles that are allowed', () => {
    expect(found(news, want('kim'), 10, Uint8Array.of(0, 1, 1))).toEqual(['Kim said nothing of the bomber.']);
    expect(found(news, want('kim'), 10, Uint8Array.of(0, 0, 0))).toEqual([]);
  });

  it('are none when no passage holds a term', () => {
    expect(found(news, want('zebra'), 10)).toEqual([]);
    expect(found(news, [], 10)).toEqual([]);
  });

  it('are all passages when they may be without the terms, each once, those with them first', () => {
    const all = found(news, want('odesa'), 100, undefined, true);
    expect(all).toHaveLength(news.size);
    expect(new Set(all).size).toBe(news.size);
    expect(all[0]).toBe('Grain prices rose in Odesa.');
    expect(found(news, [], 100, Uint8Array.of(0, 0, 1), true)).toEqual([
      'Grain prices rose in Odesa.',
      'Traders were glad.',
    ]);
  });

  it('that are equally good come in the order of the corpus', () => {
    const index = indexOf(...Array.from({ length: 20 }, () => 'Kim spoke. Rain fell.'));
    expect(index.candidates(want('kim'), 7).map(({ passage }) => passage)).toEqual([0, 2, 4, 6, 8, 10, 12]);
  });

  it('of a question do not depend on what was asked before', () => {
    const used = indexOf(...NEWS);
    const fresh = used.candidates(want('kim', 'pyongyang'), 10);
    used.candidates(want('bomber', 'guam', 'grain'), 1, Uint8Array.of(0, 1, 0));
    used.candidates(want('kim'), 100, undefined, true);
    expect(used.candidates(want('kim', 'pyongyang'), 10)).toEqual(fresh);
  });

  it('are the best of many, in the order that all of them would have', () => {
    const words = fc.array(fc.constantFrom('kim', 'bomber', 'rain', 'dinner', 'grain'), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(fc.array(words, { minLength: 20, maxLength: 40 }), fc.integer({ min: 1, max: 20 }), (said, limit) => {
        const index = indexOf(said.map((sentence) => `Then ${sentence.join(' ')} came.`).join(' '));
        const terms = [
          { term: 'kim', weight: 1 },
          { term: 'rain', weight: 0.3 },
        ];
        const all = index.candidates(terms, 1000);
        expect(all.map((c) => c.sentenceScore)).toEqual(all.map((c) => c.sentenceScore).toSorted((x, y) => y - x));
        expect(index.candidates(terms, limit)).toEqual(all.slice(0, limit));
      }),
    );
  });

  it('come each once, however often a term is asked for or how little it counts', () => {
    const term = fc.record({
      term: fc.constantFrom('kim', 'bomber', 'rain', 'zebra', 'grain'),
      weight: fc.constantFrom(0, 0.000_001, 0.3, 1),
    });
    fc.assert(
      fc.property(fc.array(term), fc.nat(10), fc.boolean(), (terms, limit, evenWithout) => {
        const passages = news.candidates(terms, limit, undefined, evenWithout).map(({ passage }) => passage);
        expect(new Set(passages).size).toBe(passages.length);
        expect(passages.length).toBeLessThanOrEqual(limit);
      }),
    );
  });
});
