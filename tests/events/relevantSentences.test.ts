import { describe, expect, it } from 'vitest';
import { createArticle } from '../../src/corpus/articles.js';
import {
  closestByIndex,
  type RankSentences,
  rankByIndex,
  relevantSentences,
} from '../../src/events/relevantSentences.js';
import { PassageIndex } from '../../src/search/passages.js';

const article = createArticle({
  id: 'tarrow',
  text: 'The senate condemned the dam.\n\nBakers in Tarrow praised their new ovens.\n\nAmerican divers searched the river.',
});
const rank = rankByIndex(new PassageIndex([article]));

function found(topic: string): string[] {
  return rank(topic).map(({ sentence }) => {
    const { start, end } = article.sentences[sentence] ?? { start: 0, end: 0 };
    return article.text.slice(start, end);
  });
}

describe('the ranking', () => {
  it('gives the sentences with the topic in them, and none without', () => {
    expect(found('ovens')).toEqual(['Bakers in Tarrow praised their new ovens.']);
    expect(found('volcano')).toEqual([]);
  });

  it('knows other words for the same deed and the country, but not the opposite deed', () => {
    expect(found('slammed')).toEqual(['The senate condemned the dam.']);
    expect(found('US')).toEqual(['American divers searched the river.']);
  });

  it('puts the sentence with more of the topic first', () => {
    expect(found('Tarrow bakers and divers')[0]).toBe('Bakers in Tarrow praised their new ovens.');
  });
});

describe('the sentences closest to another', () => {
  it('are so by themselves, whatever their articles are about', () => {
    const ovens = 'Bakers praised their ovens.\n\nOvens are hot.\n\nOvens burn wood.';
    const articles = [
      createArticle({ id: 'ovens', title: 'Ovens and bakers in Tarrow', text: ovens }),
      createArticle({ id: 'divers', text: 'Divers left.\n\nBakers in Tarrow praised new ovens.\n\nThe river rose.' }),
    ];
    const closest = closestByIndex(new PassageIndex(articles));
    const found = closest('Bakers in Tarrow praised their new ovens', 2);
    expect(found.map(({ article, sentence }) => [article.id, sentence])).toEqual([
      ['divers', 1],
      ['ovens', 0],
    ]);
    expect(closest('volcano', 2)).toEqual([]);
  });
});

describe('what is relevant', () => {
  const scored =
    (...scores: number[]): RankSentences =>
    () =>
      scores.map((score, sentence) => ({ article, sentence, score, words: () => [] }));

  it('comes near the best and is no more than asked for', () => {
    expect(relevantSentences(scored(10, 9, 1), 'dam', 5).map(({ score }) => score)).toEqual([10, 9]);
    expect(relevantSentences(scored(10, 9, 8), 'dam', 2).map(({ score }) => score)).toEqual([10, 9]);
  });

  it('is nothing where nothing has to do with the topic', () => {
    expect(relevantSentences(scored(0, 0), 'dam', 5)).toEqual([]);
    expect(relevantSentences(scored(), 'dam', 5)).toEqual([]);
  });
});
