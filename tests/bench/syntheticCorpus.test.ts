import { describe, expect, it } from 'vitest';
import { makeSyntheticCorpus } from '../../bench/syntheticCorpus.js';
import { createArticle } from '../../src/corpus/articles.js';

describe('the synthetic corpus', () => {
  it('is the same every time', () => {
    expect(makeSyntheticCorpus(200, 5)).toEqual(makeSyntheticCorpus(200, 5));
  });

  it('holds as many passages as asked for, each a sentence of its own', () => {
    const { articles } = makeSyntheticCorpus(200, 1);
    const sentences = articles.flatMap((article) => createArticle(article).sentences);
    expect(sentences).toHaveLength(200);
  });

  it('asks for words that stand in one sentence', () => {
    const { articles, questions } = makeSyntheticCorpus(200, 5);
    const sentences = articles.flatMap(({ text }) => text.toLowerCase().split(/[.\s]*\n+|\. /));
    expect(questions).toHaveLength(5);
    for (const question of questions) {
      const words = question.split(' ').slice(2);
      expect(words.length).toBeGreaterThanOrEqual(3);
      expect(sentences.some((sentence) => words.every((word) => sentence.includes(word)))).toBe(true);
    }
  });
});
