import { describe, expect, it } from 'vitest';
import { WatchedReader } from '../../src/evaluation/watchedReader.js';
import { type CandidateScorer, NONE_ANSWERS, type ScorerVerdict } from '../../src/search/meaning/candidateScorer.js';

/** A reader that says these, one after another; an error is thrown. */
function readerOf(...verdicts: (ScorerVerdict | Error)[]): CandidateScorer {
  const left = [...verdicts];
  const score = async () => {
    const next = left.shift() ?? null;
    if (next instanceof Error) throw next;
    return next;
  };
  return { name: 'a test', calibrated: true, score };
}

describe('a watched reader', () => {
  it('says what the reader says, under its name and on its scale', async () => {
    const watched = new WatchedReader(readerOf([1, 2], NONE_ANSWERS));
    expect([watched.name, watched.calibrated]).toEqual(['a test', true]);
    expect(await watched.score('q', ['a', 'b'])).toEqual([1, 2]);
    expect(await watched.score('q', ['a', 'b'])).toBe(NONE_ANSWERS);
    expect([watched.asked, watched.silent, watched.trouble]).toEqual([2, 0, null]);
  });

  it('is asked again after a failure, and keeps how often it had no say and what went wrong first', async () => {
    const watched = new WatchedReader(readerOf(new Error('down'), null, new Error('still down'), [3]));
    for (let i = 0; i < 3; i++) expect(await watched.score('q', ['a'])).toBeNull();
    expect(await watched.score('q', ['a'])).toEqual([3]);
    expect([watched.asked, watched.silent, watched.trouble]).toEqual([4, 3, 'down']);
  });
});
