import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NONE_ANSWERS } from '../../../../src/search/meaning/candidateScorer.js';
import { lineIds, linesById, verdictOfChoice } from '../../../../src/search/reader/remote/choice.js';

describe('a choice among lines', () => {
  it('speaks for the chosen line and against the others', () => {
    expect(verdictOfChoice('line2', 3)).toEqual([-3, 3, -3]);
  });

  it('of none says that none answers', () => {
    expect(verdictOfChoice('none', 3)).toBe(NONE_ANSWERS);
  });

  it.each(['line4', 'line0', 'Line2', ' line2', 'line2.', '2', '', 'None', 'constructor'])(
    'of “%s” is no vote',
    (chosen) => {
      expect(verdictOfChoice(chosen, 3)).toBeNull();
    },
  );

  it('gives nothing back but known names, whatever is written', () => {
    fc.assert(
      fc.property(fc.string(), (chosen) => {
        fc.pre(!lineIds(3).includes(chosen) && chosen !== 'none');
        expect(verdictOfChoice(chosen, 3)).toBeNull();
      }),
    );
  });

  it('is made from lines by their names, in order', () => {
    expect(Object.entries(linesById(['Rain fell.', 'It snowed.']))).toEqual([
      ['line1', 'Rain fell.'],
      ['line2', 'It snowed.'],
    ]);
  });
});
