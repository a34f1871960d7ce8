import { describe, expect, it } from 'vitest';
import { joinWords, namesSource, sourceName } from '../../../commands/parts/sourceName.js';

const SOURCE = { title: 'Lander reaches the Moon', outlet: 'Example Times', agencies: ['APA', 'AFP'] };

describe('the name of a source', () => {
  it('is the outlet with its agencies, or the agencies alone', () => {
    expect(sourceName(SOURCE)).toBe('Example Times (APA and AFP)');
    expect(sourceName({ ...SOURCE, outlet: null })).toBe('APA and AFP');
    expect(sourceName({ ...SOURCE, outlet: 'AFP', agencies: ['AFP'] })).toBe('AFP');
  });

  it('is the title of an article that names neither, cut at a word', () => {
    const unnamed = { ...SOURCE, outlet: null, agencies: [] };
    expect(namesSource(unnamed)).toBe(false);
    expect(sourceName(unnamed)).toBe('“Lander reaches the Moon”');
    const title = 'Lander reaches the Moon, sends pictures home, to everybody’s surprise';
    expect(sourceName({ ...unnamed, title })).toBe('“Lander reaches the Moon, sends pictures home…”');
  });
});

describe('words in a row', () => {
  it('have commas, and “and” before the last', () => {
    expect([[], ['A'], ['A', 'B'], ['A', 'B', 'C']].map(joinWords)).toEqual(['', 'A', 'A and B', 'A, B and C']);
  });
});
