import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeSyntheticCorpus } from '../../bench/syntheticCorpus.js';
import { GrownIndex } from '../../src/answers/grownIndex.js';
import { Responder } from '../../src/answers/responder.js';
import { readArticles } from '../../src/answers/retrieval.js';
import type { Article } from '../../src/corpus/article.js';
import { createArticle } from '../../src/corpus/articles.js';
import type { SearchedCorpus } from '../../src/search/searchedCorpus.js';
import { finish } from '../../src/steps.js';

const wholly = (articles: readonly Article[]): SearchedCorpus => finish(readArticles(articles));

/** The first articles read at once, the others added in lots. */
function grown(articles: readonly Article[], first: number, lot: number): SearchedCorpus {
  let index = new GrownIndex(finish(readArticles(articles.slice(0, first))));
  for (let at = first; at < articles.length; at += lot) index = finish(index.with(articles.slice(at, at + lot)));
  return index.searched;
}

const WORDS =
  'Harbour harbour pilot Pilot Marlow Marlow gull gulls ferry ferries Odela Odela the of storm Storm 40 tonnes sank sinks sinking'.split(
    ' ',
  );
const SENTENCE = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 12 }).map((all) => `${all.join(' ')}.`);
const TEXT = fc.array(SENTENCE, { minLength: 1, maxLength: 6 }).map((all) => all.join(' '));
const ARTICLES = fc.array(fc.record({ title: SENTENCE, text: TEXT }), { minLength: 1, maxLength: 9 }).map((all) =>
  all.map(({ title, text }, i) => {
    const published = `2031-03-0${i + 1}`;
    // Words that are in one article alone, and a short form that is explained.
    const own = `The cutter Zeb${'aeiou'.charAt(i % 5)}l${'x'.repeat(i)} met the Odela Storm Guard (OSG) on day ${i}.`;
    return createArticle({ id: `a${i}`, title, text: `${text} ${own}`, outlet: `Post ${i % 3}`, published });
  }),
);

const QUESTIONS = [
  'where did the ferry sink',
  'who is the pilot Marlow',
  'gulls of Odela',
  'how many tonnes did the storm sink',
  'which cuter met the OSG',
  'what did Zebal do',
  'Marlw and the harbor',
];

/** What a corpus says of itself to those who answer, form numbers aside, of which one form may have two. */
function told({ index, acronyms }: SearchedCorpus) {
  const passages = Array.from({ length: index.size }, (_, passage) => passage);
  const terms = index.sentences.vocabulary.map(({ term }) => term);
  return {
    acronyms,
    ids: index.articles.map(({ id }) => id),
    vocabulary: index.sentences.vocabulary,
    names: terms.filter((term) => index.sentences.isName(term)),
    uses: terms.map((term) => index.nameUses(term, 5)),
    idfs: terms.map((term) => index.sentences.idf(term)),
    shares: terms.map((term) => index.articleShare(term)),
    held: terms.map((term) => index.articles.map((_, number) => index.articleTerms.contains(term, number))),
    together: terms.map((term) => terms.filter((other) => index.sentences.holdTogether(term, other))),
    texts: passages.map((passage) => [
      index.text(passage),
      index.articleNumber(passage),
      index.sentenceNumber(passage),
    ]),
    firsts: [...index.articles.keys(), index.articles.length].map((number) => index.firstPassage(number)),
    tokens: passages.map((passage) => index.tokens(passage).map(({ form, ...token }) => [token, index.forms[form]])),
    titles: index.articles.map((_, number) => index.titleTokens(number).map(({ form, ...token }) => token)),
  };
}

describe('an index that articles were added to', () => {
  it('is the same as one of all of them, to the last digit of every answer', () => {
    fc.assert(
      fc.property(ARTICLES, fc.nat(8), fc.integer({ min: 1, max: 3 }), (articles, first, lot) => {
        const base = Math.min(first, articles.length);
        const [whole, parts] = [wholly(articles), grown(articles, base, lot)];
        expect(told(parts)).toEqual(told(whole));
        const [one, other] = [new Responder(whole), new Responder(parts)];
        for (const question of QUESTIONS) expect(other.answer(question)).toEqual(one.answer(question));
        const terms = ['ferri', 'pilot', 'gull'].map((term) => ({ term, weight: 0.7 }));
        expect(parts.index.candidates(terms, 5)).toEqual(whole.index.candidates(terms, 5));
      }),
      { numRuns: 25 },
    );
  });

  it('is the same where the candidates are chosen among many, and words are misspelt', () => {
    const { articles: inputs, questions } = makeSyntheticCorpus(2_400, 30);
    const articles = inputs.map((input) => createArticle(input));
    const [one, other] = [new Responder(wholly(articles)), new Responder(grown(articles, 113, 3))];
    for (const question of questions) {
      const misspelt = question.replace(/(\w{4})\w(\w)/g, '$1$2');
      for (const asked of [question, misspelt]) expect(other.answer(asked)).toEqual(one.answer(asked));
    }
  });

  it('leaves the one that it was made of as it was', () => {
    const articles = makeSyntheticCorpus(100, 0).articles.map((input) => createArticle(input));
    const before = new GrownIndex(finish(readArticles(articles.slice(0, 3))));
    const once = finish(before.with(articles.slice(3, 4)));
    const stood = [told(before.searched), told(once.searched)];
    finish(once.with(articles.slice(4)));
    expect([told(before.searched), told(once.searched)]).toEqual(stood);
    expect(once.added).toEqual(articles.slice(3, 4));
  });
});
