import { describe, expect, it } from 'vitest';
import { Responder } from '../../src/answers/responder.js';
import { loadKnowledge } from '../../src/search/knowledge.js';
import { articleOf } from './articles.js';

const knowledge = await loadKnowledge(null);
const HARBOUR = articleOf({
  id: 'harbour',
  published: '2024-03-05',
  text: 'The ferry Aurora sank off Norway on 4 March and 12 passengers were injured. A crane raised the wreck.',
});
const LATER = articleOf({
  id: 'later',
  published: '2024-03-06',
  text: 'The ferry Aurora sank off Norway on 4 March and 19 passengers were injured. The captain was questioned.',
});
const OTHER_DAY = articleOf({
  id: 'other-day',
  published: '2024-03-06',
  text: 'The ferry Aurora sank off Norway on 3 March. The owner has two other ferries.',
});

const ask = (question: string, ...articles: ReturnType<typeof articleOf>[]) =>
  new Responder(articles, 0, knowledge).answer(question);

describe('what another article tells otherwise', () => {
  it('is shown with both words for it, and which line is the newer', () => {
    const { excerpts, otherwise } = ask('how many passengers of the ferry Aurora were injured', HARBOUR, LATER);
    const told = [otherwise?.ours, otherwise?.theirs].sort();
    expect(told).toEqual(['12', '19']);
    expect(otherwise?.excerpt.article.id).not.toBe(excerpts[0]?.article.id);
    expect(otherwise?.excerpt.text).toContain(`${otherwise?.theirs} passengers`);
    expect(otherwise?.newer).toBe(otherwise?.theirs === '19' ? 'theirs' : 'ours');
  });

  it('is emphasised where it parts from the best line', () => {
    const { otherwise } = ask('how many passengers of the ferry Aurora were injured', HARBOUR, LATER);
    const [start = 0, end = 0] = otherwise?.excerpt.emphasis[0] ?? [];
    expect(otherwise?.excerpt.text.slice(start, end)).toBe(otherwise?.theirs);
  });

  it('is a day for a question that asks when', () => {
    const { otherwise } = ask('when did the ferry Aurora sink', HARBOUR, OTHER_DAY);
    expect([otherwise?.ours, otherwise?.theirs].sort()).toEqual(['3 March', '4 March']);
  });

  it('is nothing where lines part in what was not asked', () => {
    expect(ask('when did the ferry Aurora sink', HARBOUR, LATER).otherwise).toBeNull();
    expect(ask('what happened to the ferry Aurora off Norway', HARBOUR, LATER).otherwise).toBeNull();
  });

  it('is nothing where lines agree, or when the articles do not answer', () => {
    const again = articleOf({ id: 'again', published: '2024-03-06', text: HARBOUR.text });
    expect(ask('how many passengers were injured', HARBOUR, again).otherwise).toBeNull();
    const refused = new Responder([HARBOUR, LATER], 1, knowledge).answer('how many passengers were injured');
    expect(refused).toMatchObject({ status: 'not-found', otherwise: null });
  });
});
