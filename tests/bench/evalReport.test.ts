import { describe, expect, it } from 'vitest';
import { drawFailures, drawReport } from '../../bench/evalReport.js';
import { outcomes } from '../evaluation/outcomes.js';

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
