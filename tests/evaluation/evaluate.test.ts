import { describe, expect, it } from 'vitest';
import { createArchive } from '../../src/archive.js';
import {
  evaluate,
  holdsGold,
  scoresByKind,
  sharesOf,
  succeeded,
  tallyOutcomes,
} from '../../src/evaluation/evaluate.js';
import { excerpt, outcomes, question } from './outcomes.js';

describe('a gold text', () => {
  it('is held by an excerpt of its article, whatever the quotation marks, case and line breaks', () => {
    const gold = [{ doc: 'a', text: 'a "dangerous" US policy' }];
    expect(holdsGold(excerpt('a', 'He saw A “dangerous”\n US policy there.'), gold)).toBe(true);
    expect(holdsGold(excerpt('b', 'He saw a "dangerous" US policy there.'), gold)).toBe(false);
    expect(holdsGold(excerpt('a', 'He saw a dangerous US policy there.'), gold)).toBe(false);
  });

  it('may be in any article when it names none', () => {
    expect(holdsGold(excerpt('b', 'Lavrov met Kim.'), [{ text: 'lavrov met kim' }])).toBe(true);
  });
});

describe('a score', () => {
  it('counts right lines over answerable questions and refusals over unanswerable ones', () => {
    const score = tallyOutcomes(outcomes);
    expect(score).toEqual({
      n: 6,
      answerable: 4,
      top1: 1,
      top3: 2,
      reciprocalRanks: 1.5,
      bestLine: 1,
      wronglyRefused: 1,
      abstained: 1,
    });
    expect(sharesOf(score)).toEqual({
      top1: 0.25,
      top3: 0.5,
      mrr: 0.375,
      bestLine: 0.25,
      wronglyRefused: 0.25,
      abstained: 0.5,
    });
  });

  it('is kept by kind, in the order of the set', () => {
    expect([...scoresByKind(outcomes).keys()]).toEqual(['direct', 'unanswerable']);
  });

  it('has no share where nothing could be measured', () => {
    expect(sharesOf(tallyOutcomes(outcomes.slice(4)))).toMatchObject({ top1: null, mrr: null, abstained: 0.5 });
  });

  it('calls a right first line and an honest refusal a success, and nothing else', () => {
    expect(outcomes.filter(succeeded).map((one) => one.question.id)).toEqual(['d1', 'u1']);
  });
});

describe('an evaluation', () => {
  const articles = [
    {
      id: 'a',
      text: 'Foreign minister Lavrov met Kim in Pyongyang on Thursday.\n\nThe bomber sits at Cheongju airport.',
    },
  ];

  it('asks a row with articles of its own of just those, and opens no other archive', async () => {
    const rows = [{ ...question('q', 'direct', true), q: 'who met Kim', articles }];
    const [only] = await evaluate(rows, () => Promise.reject(new Error('opened without need')));
    expect(only).toMatchObject({ refused: false, rank: 1, bestAnswers: true });
  });

  it('opens the shared archive once and reports progress', async () => {
    let opened = 0;
    const done: number[] = [];
    const rows = ['q1', 'q2'].map((id) => ({ ...question(id, 'direct', true), q: 'who met Kim' }));
    const open = () => {
      opened += 1;
      return createArchive(articles);
    };
    expect(await evaluate(rows, open, { onProgress: (count) => done.push(count) })).toHaveLength(2);
    expect(opened).toBe(1);
    expect(done).toEqual([1, 2]);
  });
});
