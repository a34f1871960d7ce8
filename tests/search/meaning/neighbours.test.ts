import { describe, expect, it } from 'vitest';
import { Neighbours } from '../../../src/search/meaning/neighbours.js';
import { WordVectors } from '../../../src/search/meaning/wordVectors.js';

const VECTORS = new WordVectors({
  dimensions: 2,
  words: ['warplane', 'jet', 'bomber', 'seoul', 'july', 'budget'],
  rows: Int8Array.of(127, 0, 127, 20, 127, 5, 127, 1, 127, 2, 0, 127),
});
const VOCABULARY = ['jet', 'bomber', 'seoul', 'july', 'budget', 'zyzzyva'].map((surface) => ({
  term: surface,
  surface,
}));
const neighbours = new Neighbours(VOCABULARY, VECTORS, (term) => term === 'seoul');
const words = (word: string, limit = 5) => neighbours.of(word, limit).map(({ surface }) => surface);

describe('the neighbours of a word', () => {
  it('are the words of the corpus that mean nearly the same, nearest first', () => {
    expect(words('warplane')).toEqual(['bomber', 'jet']);
  });

  it('are no more than asked for', () => {
    expect(words('warplane', 1)).toEqual(['bomber']);
  });

  it('are never names, months or the word itself', () => {
    expect(words('jet')).toEqual(['bomber']);
  });

  it('are none for a word without a vector, or for a month', () => {
    expect(words('zyzzyva')).toEqual([]);
    expect(words('july')).toEqual([]);
  });
});
