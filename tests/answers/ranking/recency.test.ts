import { describe, expect, it } from 'vitest';
import { recencyAmong } from '../../../src/answers/ranking/recency.js';
import { Responder } from '../../../src/answers/responder.js';
import { articleOf } from '../articles.js';

const old = articleOf({ id: 'a-old', text: 'The minister resigned after a vote.', published: '2016-03-01' });
const recent = articleOf({ id: 'b-new', text: 'The minister resigned after a vote.', published: '2022-07-07' });
const undated = articleOf({ id: 'c-undated', text: 'The minister resigned after a vote.' });

describe('how recent an article is', () => {
  it('is 1 for the newest and falls with the years', () => {
    const recencyOf = recencyAmong([old, recent, undated]);
    expect(recencyOf(recent)).toBe(1);
    expect(recencyOf(old)).toBeLessThan(0.01);
  });

  it('does not matter within days', () => {
    const dayBefore = articleOf({ id: 'd', published: '2022-07-06' });
    expect(recencyAmong([recent, dayBefore])(dayBefore)).toBeGreaterThan(0.99);
  });

  it('is in the middle without a date, also when no article has one', () => {
    expect([recencyAmong([old, undated])(undated), recencyAmong([undated])(undated)]).toEqual([0.5, 0.5]);
  });
});

describe('a question about what is new', () => {
  const first = (question: string): string | undefined =>
    new Responder([old, recent], 0).answer(question).excerpts[0]?.article.id;

  it.each(['Which minister resigned this week?', 'Which minister recently resigned?'])(
    '“%s” prefers the newest',
    (question) => {
      expect(first(question)).toBe('b-new');
    },
  );

  it('is told from one that is not, which takes the articles in their order', () => {
    expect(first('Which minister resigned?')).toBe('a-old');
  });
});
