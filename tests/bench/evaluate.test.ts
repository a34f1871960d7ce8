import { describe, expect, it } from 'vitest';
import { drawFailures, drawReport } from '../../bench/evalReport.js';
import { evaluate, holdsGold, type Outcome, scoreOf, scoresByKind, sharesOf, succeeded } from '../../bench/evaluate.js';
import type { Question } from '../../bench/questionSet.js';
import { createArchive } from '../../src/archive.js';
import type { Excerpt } from '../../src/corpus/excerpt.js';

function excerpt(id: string, text: string): Excerpt {
  const article = {
    id,
    title: id,
    outlet: null,
    agencies: [],
    url: null,
    published: { date: null, basis: 'unknown' },
  } as const;
  return { text, start: 0, end: text.length, emphasis: [], article, paragraph: 1, days: [], alsoIn: [] };
}

function question(id: string, kind: string, answerable: boolean): Question {
  return { id, kind, q: `question ${id}`, answerable, gold: answerable ? [{ doc: 'a', text: 'Lavrov met Kim' }] : [] };
}

function outcome(asked: Question, refused: boolean, rank: number | null): Outcome {
  const best = excerpt('a', 'The bomber sits at the airport.');
  return { question: asked, refused, rank, confidence: 0.5, bestAnswers: rank === 1, best, milliseconds: 2 };
}

const outcomes = [
  outcome(question('d1', 'direct', true), false, 1),
  outcome(question('d2', 'direct', true), false, 2),
  outcome(question('d3', 'direct', true), true, null),
  outcome(question('d4', 'direct', true), false, null),
  outcome(question('u1', 'unanswerable', false), true, null),
  outcome(question('u2', 'unanswerable', false), false, null),
];

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
    const score = scoreOf(outcomes);
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
    expect(sharesOf(scoreOf(outcomes.slice(4)))).toMatchObject({ top1: null, mrr: null, abstained: 0.5 });
  });

  it('calls a right first line and an honest refusal a success, and nothing else', () => {
    expect(outcomes.filter(succeeded).map((one) => one.question.id)).toEqual(['d1', 'u1']);
  });
});

describe('the report', () => {
  it('has a row for each kind and one for all, and the times', () => {
    const lines = drawReport(outcomes).split('\n');
    expect(lines[1]).toMatch(/^direct +4 +0\.250 +0\.500 +0\.375 +0\.250 +1\/4 +–$/);
    expect(lines[2]).toMatch(/^unanswerable +2 +– +– +– +– +– +1\/2$/);
    expect(lines[3]).toMatch(/^all +6 +0\.250 +0\.500 +0\.375 +0\.250 +1\/4 +1\/2$/);
    expect(lines.at(-1)).toBe('answers took 2.0 ms at the median, 2.0 ms at most');
  });

  it('shows what came instead of the right line', () => {
    const failures = drawFailures(outcomes);
    expect(failures).toContain('d2  question d2\n  right line at rank 2; first (confidence 0.50): [a] The bomber sits');
    expect(failures).toContain('d3  question d3\n  refused; closest');
    expect(failures).toContain('u2  question u2\n  answered');
    expect(failures).not.toContain('question d1');
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
    expect(await evaluate(rows, open, (count) => done.push(count))).toHaveLength(2);
    expect(opened).toBe(1);
    expect(done).toEqual([1, 2]);
  });
});
