import { describe, expect, it } from 'vitest';
import { readWritten } from '../../../bench/reader/written.js';

describe('questions that people wrote on a story', () => {
  it('come with the lines that answer, those that may, and those that only look like it', () => {
    const rows = [
      'A\twhats the toll\t1.4, 3.2\t2.1\t1.9',
      'A\twho won\t2.2\t-\t-',
      '',
      'N\thow much did it cost\t1.4',
      'F\tgood ramen?',
    ];
    expect(readWritten(rows.join('\n'), '001')).toEqual([
      { question: 'whats the toll', kind: 'typed', right: ['1.4', '3.2'], unsure: ['2.1'], tempting: ['1.9'] },
      { question: 'who won', kind: 'typed', right: ['2.2'], unsure: [], tempting: [] },
      { question: 'how much did it cost', kind: 'nearly', right: [], unsure: [], tempting: ['1.4'] },
      { question: 'good ramen?', kind: 'far', right: [], unsure: [], tempting: [] },
    ]);
  });

  it('are refused with the line of the file where a row is none', () => {
    expect(() => readWritten('F\tgood ramen?\nA\twho won\t2.2', '001')).toThrow('001.tsv:2: no such row');
    expect(() => readWritten('X\twho won', '001')).toThrow('001.tsv:1: no such row');
    expect(() => readWritten('N\t\t2.2', '001')).toThrow('001.tsv:1: no such row');
    expect(() => readWritten('A\twho won\t-\t-\t-', '001')).toThrow('001.tsv:1: no line answers');
  });
});
