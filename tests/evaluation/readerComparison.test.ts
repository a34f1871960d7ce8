import { describe, expect, it } from 'vitest';
import type { QuestionRow } from '../../src/evaluation/questionSet.js';
import { compareReader } from '../../src/evaluation/readerComparison.js';
import { type CandidateScorer, NONE_ANSWERS } from '../../src/search/meaning/candidateScorer.js';

const articles = [
  {
    id: 'dam',
    text: 'The dam at Ostrow broke on Friday.\n\nEngineers had warned of cracks in the dam at Ostrow on Monday.',
  },
];
const questions: QuestionRow[] = [
  {
    id: 'q1',
    kind: 'k',
    q: 'when did the dam at Ostrow break',
    answerable: true,
    gold: [{ doc: 'dam', text: 'broke on Friday' }],
    articles,
  },
  { id: 'q2', kind: 'k', q: 'when did the dam at Ostrow open', answerable: false, gold: [], articles },
];
const compare = (reader: CandidateScorer, onProgress = (_done: number) => {}) =>
  compareReader(questions, { corpus: 'no such folder', reader, archive: {}, onProgress });

describe('a comparison without and with a reader', () => {
  it('asks the reader in the second run alone, and measures both', async () => {
    const done: number[] = [];
    const veto: CandidateScorer = { name: 'a veto', score: async () => NONE_ANSWERS };
    const { measures, ...rest } = await compare(veto, (count) => done.push(count));
    expect(rest).toEqual({
      questions: 2,
      answerable: 1,
      reader: { name: 'a veto', asked: 2, silent: 0, trouble: null },
    });
    expect(measures.rightFirst).toMatchObject({ without: 1, with: 0, difference: -1 });
    expect(measures.wronglyRefused).toMatchObject({ without: 0, with: 1 });
    expect(measures.unanswerableAnswered.with).toBe(0);
    expect(done).toEqual([1, 2, 3, 4]);
  });

  it('is the same twice with a reader that always fails, and tells of it', async () => {
    const broken: CandidateScorer = { name: 'broken', score: () => Promise.reject(new Error('broken is down')) };
    const { measures, reader } = await compare(broken);
    expect(reader).toEqual({ name: 'broken', asked: 2, silent: 2, trouble: 'broken is down' });
    expect(measures.rightFirst.difference).toBe(0);
  });
});
