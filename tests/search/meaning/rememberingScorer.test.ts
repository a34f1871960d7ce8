import { describe, expect, it } from 'vitest';
import type { ScorerVerdict } from '../../../src/search/meaning/candidateScorer.js';
import { RememberingScorer } from '../../../src/search/meaning/rememberingScorer.js';

/** A scorer that gives these verdicts one after the other, and a clock to set. */
function remembering(...verdicts: ScorerVerdict[]) {
  const clock = { now: 0 };
  const scorer = { name: 'a test', calibrated: true, score: async () => verdicts.shift() ?? null };
  return { clock, scorer: new RememberingScorer(scorer, () => clock.now) };
}

describe('a scorer that remembers', () => {
  it('gives the same verdict when the same is asked again, and asks anew for anything else', async () => {
    const { scorer } = remembering([1], [2], [3]);
    expect(await scorer.score('who', ['a'])).toEqual([1]);
    expect(await scorer.score('who', ['b'])).toEqual([2]);
    expect(await scorer.score('who', ['a'])).toEqual([1]);
    expect(await scorer.score('when', ['a'])).toEqual([3]);
  });

  it('remembers for a minute that nothing was said, so that an answer’s pages agree', async () => {
    const { scorer, clock } = remembering(null, [1]);
    expect(await scorer.score('who', ['a'])).toBeNull();
    clock.now = 59_000;
    expect(await scorer.score('who', ['a'])).toBeNull();
    clock.now = 61_000;
    expect(await scorer.score('who', ['a'])).toEqual([1]);
  });

  it('goes by the name and the calibration of the one that it asks', () => {
    const { scorer } = remembering();
    expect([scorer.name, scorer.calibrated]).toEqual(['a test', true]);
  });
});
