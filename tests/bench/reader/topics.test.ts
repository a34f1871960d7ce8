import { describe, expect, it } from 'vitest';
import { contentOf, share, Topics } from '../../../bench/reader/topics.js';

const row = (id: string, title: string, text: string) => ({ id, title, text });
const FERRY = row('a', 'Ferry Alma sinks off Norvik', 'The ferry Alma sank off Norvik in a storm on Sunday.');
const RESCUE = row(
  'b',
  'Rescuers search for passengers of the Alma',
  'Boats searched off Norvik after the ferry Alma sank.',
);
const BUDGET = row('c', 'Parliament passes the budget', 'Members voted for higher taxes on fuel and tobacco.');
const CUP = row('d', 'Rovers win the cup', 'A late goal gave Rovers their first trophy for decades.');

describe('topics', () => {
  it('put the articles on one event together', () => {
    const topics = new Topics([CUP, FERRY, BUDGET, RESCUE], []);
    expect(topics.around(1, 2).map(({ id }) => id)).toEqual(['a', 'b']);
  });

  it('leave out an article that is kept out, and others on its event', () => {
    const topics = new Topics([CUP, FERRY, BUDGET, RESCUE], [FERRY]);
    expect(topics.rows.map(({ id }) => id)).toEqual(['d', 'c']);
  });
});

describe('the content of a text', () => {
  it('takes forms of a word for one and leaves small words out', () => {
    expect(share(contentOf('Who resigned?'), contentOf('The resignation of the minister'))).toBe(1);
  });
});
