import { describe, expect, it } from 'vitest';
import { type Concept, shareOfQuestion, termsOf } from '../../../src/answers/question/concept.js';

/** A concept in which only what matters to a test is given. */
const concept = (given: Partial<Concept>): Concept => ({
  surface: 'kite',
  term: 'kite',
  position: 0,
  name: false,
  nameGroup: null,
  weight: 1,
  rarity: 1,
  day: null,
  variants: [],
  ...given,
});

describe('the terms of a concept', () => {
  it('are its own, those of a phrase one by one', () => {
    expect(termsOf(concept({ term: 'paper kite' }))).toEqual(['paper', 'kite']);
  });

  it('are those of everything that may stand for it too', () => {
    const variants = [
      { terms: ['kite'], strength: 1, by: 'exact' },
      { terms: ['flying', 'toy'], strength: 0.9, by: 'alias' },
    ] as const;
    expect(new Set(termsOf(concept({ variants })))).toEqual(new Set(['kite', 'flying', 'toy']));
  });
});

describe('a share of a question', () => {
  const concepts = [concept({ weight: 3 }), concept({ weight: 1 })];

  it('is 1 when all of it is held and 0 when nothing is', () => {
    expect(shareOfQuestion(concepts, () => 1)).toBe(1);
    expect(shareOfQuestion(concepts, () => 0)).toBe(0);
  });

  it('goes by what the concepts weigh', () => {
    expect(shareOfQuestion(concepts, (place) => (place === 0 ? 1 : 0))).toBe(0.75);
    expect(shareOfQuestion(concepts, (place) => (place === 0 ? 0.5 : 1))).toBe(0.625);
  });

  it('is 0 of a question that asks of nothing', () => {
    expect(shareOfQuestion([], () => 1)).toBe(0);
  });
});
