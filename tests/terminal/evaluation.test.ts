import { describe, expect, it } from 'vitest';
import type { ReaderComparison } from '../../src/evaluation/readerComparison.js';
import { drawComparison } from '../../src/terminal/evaluation.js';

const nothing = { without: null, with: null, difference: null, interval: null };
const comparison: ReaderComparison = {
  questions: 40,
  answerable: 30,
  reader: { name: 'big at \u001b[31mhost', asked: 38, silent: 0, trouble: null },
  measures: {
    rightFirst: { without: 0.5, with: 0.6, difference: 0.1, interval: [-0.02, 0.21] },
    rightInThree: { without: 0.7, with: 0.65, difference: -0.05, interval: [-0.1, 0] },
    wronglyRefused: nothing,
    unanswerableAnswered: nothing,
    areaUnderCurve: nothing,
  },
};

describe('the drawn comparison', () => {
  it('has a row a measure, with the difference and its interval', () => {
    const lines = drawComparison(comparison).split('\n');
    expect(lines[3]).toMatch(/^right first +0\.500 +0\.600 +\+0\.100 +−0\.020 to \+0\.210$/);
    expect(lines[4]).toMatch(/^right in the first three +0\.700 +0\.650 +−0\.050 +−0\.100 to \+0\.000$/);
    expect(lines[5]).toMatch(/^wrongly refused +– +– +– +–$/);
    expect(lines.at(-1)).toContain('paired bootstrap');
  });

  it('says how often the reader had no say and why, with nothing in it that a terminal obeys', () => {
    const reader = { ...comparison.reader, silent: 5, trouble: 'big answered 500: \u001b[2J' };
    const drawn = drawComparison({ ...comparison, reader });
    expect(drawn).toContain('had no say on 5 of the 38 questions');
    expect(drawn).toContain('big answered 500');
    expect(drawn).not.toContain('\u001b');
  });
});
