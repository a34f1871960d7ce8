import { describe, expect, it } from 'vitest';
import type { Reading } from '../../../src/answers/fit/reading.js';
import { evidenceAtMatch, evidenceIn, spanOfRun, strengthsOf } from '../../../src/answers/fit/run.js';
import { Retriever } from '../../../src/answers/retrieval.js';
import { articleOf } from '../articles.js';

const TEXT = 'The kite fell. It rained. A fair opens on Monday.';
const article = articleOf({ id: 'a', text: TEXT });

function read(question: string): Reading {
  return new Retriever([article], { vectors: null, aliases: null }).retrieve(question, {}).reading;
}

describe('a run of sentences', () => {
  it('holds what is asked for when any of them does', () => {
    const reading = read('When did the kite fall?');
    expect(evidenceIn({ first: 0, last: 2 }, reading)).toBe(1);
    expect(evidenceIn({ first: 0, last: 1 }, reading)).toBe(0);
  });

  it('holds it half when it stands apart from the question’s words', () => {
    expect(evidenceAtMatch({ first: 0, last: 2 }, read('When did the kite fall?'))).toBe(0.5);
    expect(evidenceAtMatch({ first: 0, last: 2 }, read('When does the fair open?'))).toBe(1);
    expect(evidenceAtMatch({ first: 0, last: 1 }, read('When did the kite fall?'))).toBe(0);
  });

  it('holds each concept as strongly as the best of them', () => {
    const reading = read('the kite at the fair');
    expect(strengthsOf({ first: 0, last: 2 }, reading)).toEqual([1, 1]);
    expect(strengthsOf({ first: 0, last: 1 }, reading)).toEqual([1, 0]);
    expect(strengthsOf({ first: 1, last: 1 }, reading)).toEqual([0, 0]);
  });

  it('stands in its article from its first sentence to its last', () => {
    const spanned = (first: number, last: number): string => {
      const { start, end } = spanOfRun({ first, last }, read('the kite'));
      return article.text.slice(start, end);
    };
    expect(spanned(0, 0)).toBe('The kite fell.');
    expect(spanned(1, 2)).toBe('It rained. A fair opens on Monday.');
  });
});
