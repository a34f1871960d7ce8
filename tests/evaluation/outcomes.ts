import type { Excerpt } from '../../src/corpus/excerpt.js';
import type { Outcome } from '../../src/evaluation/evaluate.js';
import type { QuestionRow } from '../../src/evaluation/questionSet.js';

export function excerpt(id: string, text: string): Excerpt {
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

export function question(id: string, kind: string, answerable: boolean): QuestionRow {
  return { id, kind, q: `question ${id}`, answerable, gold: answerable ? [{ doc: 'a', text: 'Lavrov met Kim' }] : [] };
}

export function outcome(asked: QuestionRow, refused: boolean, rank: number | null): Outcome {
  const best = excerpt('a', 'The bomber sits at the airport.');
  return { question: asked, refused, rank, confidence: 0.5, bestAnswers: rank === 1, best, milliseconds: 2 };
}

/** Four that can be answered, one of them rightly, and two that cannot. */
export const outcomes = [
  outcome(question('d1', 'direct', true), false, 1),
  outcome(question('d2', 'direct', true), false, 2),
  outcome(question('d3', 'direct', true), true, null),
  outcome(question('d4', 'direct', true), false, null),
  outcome(question('u1', 'unanswerable', false), true, null),
  outcome(question('u2', 'unanswerable', false), false, null),
];
