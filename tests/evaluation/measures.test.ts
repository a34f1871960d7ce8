import { describe, expect, it } from 'vitest';
import { MeasuredSet } from '../../src/evaluation/measures.js';
import { outcome, outcomes, question } from './outcomes.js';

/** An outcome of which only its confidence is of interest. */
const sure = (answerable: boolean, confidence: number) => ({
  ...outcome(question('q', 'k', answerable), false, null),
  confidence,
});

describe('a measured set', () => {
  it('counts right lines and refusals over what can be answered, and answers over what cannot', () => {
    expect(new MeasuredSet(outcomes).measure()).toEqual({
      rightFirst: 0.25,
      rightInThree: 0.5,
      wronglyRefused: 0.25,
      unanswerableAnswered: 0.5,
      areaUnderCurve: 0.5,
    });
  });

  it('has an area under the curve of 1 when every answerable question is surer, and of 0 when none is', () => {
    const right = [sure(false, 0.1), sure(true, 0.8), sure(true, 0.3), sure(false, 0.2)];
    const wrong = right.map((one) => ({ ...one, confidence: 1 - one.confidence }));
    expect(new MeasuredSet(right).measure().areaUnderCurve).toBe(1);
    expect(new MeasuredSet(wrong).measure().areaUnderCurve).toBe(0);
  });

  it('counts pairs one by one, a tie half', () => {
    const set = [sure(true, 0.5), sure(false, 0.5), sure(true, 0.9), sure(false, 0.7)];
    expect(new MeasuredSet(set).measure().areaUnderCurve).toBe((0.5 + 0 + 1 + 1) / 4);
  });

  it('counts a question as often as it is told', () => {
    const doubled = [...outcomes, ...outcomes.slice(0, 1), ...outcomes.slice(0, 1)];
    expect(new MeasuredSet(outcomes).measure([3, 1, 1, 1, 1, 1])).toEqual(new MeasuredSet(doubled).measure());
    expect(new MeasuredSet(outcomes).measure([1, 0, 0, 0, 1, 0])).toMatchObject({ rightFirst: 1, wronglyRefused: 0 });
  });

  it('measures nothing where no question does', () => {
    const { areaUnderCurve, unanswerableAnswered, rightFirst } = new MeasuredSet(outcomes.slice(0, 2)).measure();
    expect([areaUnderCurve, unanswerableAnswered, rightFirst]).toEqual([null, null, 0.5]);
  });
});
