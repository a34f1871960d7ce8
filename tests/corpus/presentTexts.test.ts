import { describe, expect, it } from 'vitest';
import { makeSyntheticCorpus } from '../../bench/syntheticCorpus.js';
import { createArticle } from '../../src/corpus/articles.js';
import { nearCopies } from '../../src/corpus/nearCopies.js';
import { PresentTexts } from '../../src/corpus/presentTexts.js';
import { finish } from '../../src/steps.js';

const ARTICLES = makeSyntheticCorpus(600, 0).articles.map((input) => createArticle({ ...input, outlet: 'Post' }));
const first = ARTICLES.slice(0, 20);
const { id = '', text = '' } = first[7] ?? {};

function presentOf(articles: typeof ARTICLES): PresentTexts {
  const present = new PresentTexts();
  finish(present.update(articles));
  return present;
}

describe('texts that are there', () => {
  it('find what another is a copy of, as holding all of them side by side does', () => {
    // In other marks and capitals, with a sentence more and one less.
    const copy = text
      .toUpperCase()
      .replace(/\. /, ' — ')
      .replace(/^[^.]*\./, 'The harbour is shut.');
    const copies = [createArticle({ id: 'copy', outlet: 'Post', text: copy })];
    const found = presentOf(first).mayBeCopied(copies);
    expect(found.map((article) => article.id)).toEqual([id]);
    expect(nearCopies([...found, ...copies])).toEqual(nearCopies([...first, ...copies]));
    expect(presentOf(first).mayBeCopied(ARTICLES.slice(20))).toEqual([]);
  });

  it('know their ids and the very same text', () => {
    const present = presentOf(first);
    expect([present.hasId(id), present.hasId('other')]).toEqual([true, false]);
    expect([present.withText(text)?.id, present.withText(`${text} `)]).toEqual([id, undefined]);
  });

  it('take in what has come, and forget what is gone', () => {
    const present = presentOf(first);
    finish(present.update(ARTICLES));
    expect(ARTICLES.filter(({ text }) => !present.withText(text))).toEqual([]);
    finish(present.update(first.filter((article) => article.id !== id)));
    expect([present.hasId(id), present.withText(text), present.hasId(first[0]?.id ?? '')]).toEqual([
      false,
      undefined,
      true,
    ]);
    expect(present.mayBeCopied(first.slice(7, 8))).toEqual([]);
  });
});
