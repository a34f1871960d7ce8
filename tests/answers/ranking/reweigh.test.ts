import { describe, expect, it } from 'vitest';
import type { Ranked } from '../../../src/answers/ranking/rank.js';
import { reweigh } from '../../../src/answers/ranking/reweigh.js';

const SIGNALS: Ranked['signals'] = {
  coverage: 0,
  wording: 0,
  excerpt: 0,
  context: 0,
  article: 0,
  sentenceScore: 0,
  articleScore: 0,
  recency: 0,
  nearness: 0,
  evidence: 0,
  title: 0,
  lead: 0,
  asks: 0,
};

/** Candidates of passages 0, 1, … with these scores. */
const candidates = (...scores: readonly number[]): Ranked[] =>
  scores.map((score, passage) => ({
    passage,
    run: { first: passage, last: passage },
    score,
    signals: SIGNALS,
    read: null,
  }));

const order = (ranked: readonly Ranked[]): number[] => ranked.map(({ passage }) => passage);

describe('the best few, weighed anew', () => {
  it('are ordered by what each has with its bonus', () => {
    const weighed = reweigh(candidates(3, 2, 1), [0, 2, 1]);
    expect(weighed.map(({ passage, score }) => [passage, score])).toEqual([
      [1, 4],
      [0, 3],
      [2, 2],
    ]);
  });

  it('never fall behind those below them, nor do these move', () => {
    expect(order(reweigh(candidates(3, 2, 9, 8), [-10, -5]))).toEqual([1, 0, 2, 3]);
  });

  it('stand in the order of the articles where they are as good', () => {
    expect(order(reweigh(candidates(3, 2, 1), [0, 1, 2]))).toEqual([0, 1, 2]);
  });

  it('are none without a bonus', () => {
    const ranked = candidates(1, 2);
    expect(reweigh(ranked, [])).toEqual(ranked);
    expect(reweigh([], [])).toEqual([]);
  });

  it('leave what they were given as it was', () => {
    const ranked = candidates(3, 2);
    reweigh(ranked, [0, 5]);
    expect(ranked).toEqual(candidates(3, 2));
  });
});
