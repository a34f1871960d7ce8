import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { acronymsOf } from '../../src/search/acronyms.js';
import { articleOf } from '../answers/articles.js';

/** The short forms that one article explains, each with what it stands for. */
const explained = (...texts: readonly string[]): string[] =>
  acronymsOf(texts.map((text, i) => articleOf({ id: `a${i}`, text }))).map(({ short, long }) => `${short} = ${long}`);

describe('a short form', () => {
  it('is known by the words before it, whose first letters spell it', () => {
    expect(explained('On Monday the Harbour Safety Board (HSB) met.')).toEqual(['HSB = Harbour Safety Board']);
  });

  it('is known in a list of names too: “or NEOs”', () => {
    expect(explained('They track near-Earth objects, or NEOs, all year.')).toEqual(['NEO = near-Earth objects']);
  });

  it('passes over the small words between', () => {
    expect(explained('The Ministry of Boats and the Sea (MBS) spoke.')).toEqual([
      'MBS = Ministry of Boats and the Sea',
    ]);
  });

  it('that has another beginning, another word between or nothing before it is explained by nobody', () => {
    for (const text of [
      'Mayor Olsen (HSB) met them.',
      'The Harbour Big Safety Board (HSB) met.',
      '(HSB) met on Monday.',
    ])
      expect(explained(text)).toEqual([]);
  });

  it('of one word is no short form, and neither is a remark', () => {
    expect(
      explained('The Board (B) met.', 'The ferry (the Aurora) sank.', 'The ferry sank (Aurora was its name).'),
    ).toEqual([]);
  });

  it('has each of its meanings once, however many articles explain it', () => {
    const board = 'The Harbour Safety Board (HSB) met.';
    const bank = 'The Halden Savings Bank (HSB) failed.';
    expect(explained(board, bank, board)).toEqual(['HSB = Harbour Safety Board', 'HSB = Halden Savings Bank']);
  });

  it('and what it stands for are the article’s own words, whatever it says', () => {
    const piece = fc.constantFrom(
      'Harbour ',
      'Safety ',
      'of ',
      'the ',
      'Board ',
      '(HSB)',
      ', or HSBs, ',
      '. ',
      'x',
      '(',
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const article = articleOf({ id: 'a', text: `Then Olsen spoke. ${pieces.join('')}` });
        for (const { short, long } of acronymsOf([article])) {
          expect(article.text).toContain(short);
          expect(article.text).toContain(long);
          expect(long.split(/[\s-]+/).length).toBeGreaterThan(1);
        }
      }),
    );
  });

  it('in a long text of brackets is looked for without delay', () => {
    const text = 'Harbour Safety Board (HSB), '.repeat(20_000);
    const start = performance.now();
    acronymsOf([{ ...articleOf({ id: 'a' }), text }]);
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});
