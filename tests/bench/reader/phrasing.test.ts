import { describe, expect, it } from 'vitest';
import { Dice } from '../../../bench/reader/dice.js';
import { readSynonyms, reword } from '../../../bench/reader/phrasing.js';

const synonyms = readSynonyms('# Deeds\n= quit, resign, step down\n~ ship, ferry, the big boat over there\n');

describe('synonyms', () => {
  it('are the others of a line, but for long ones', () => {
    expect(synonyms.get('quit')).toEqual(['resign', 'step down']);
    expect(synonyms.get('ship')).toEqual(['ferry']);
  });
});

describe('rewording', () => {
  it('puts other words for some, and never for the question word', () => {
    const dice = new Dice(4);
    const said = new Set(Array.from({ length: 60 }, () => reword('why did he quit', synonyms, dice.roll)));
    expect([...said].some((q) => q.includes('step down'))).toBe(true);
    expect([...said].every((q) => q.includes('why') || q.includes('how'))).toBe(true);
  });

  it('falls the same for the same seed', () => {
    const ask = (seed: number): string[] => {
      const dice = new Dice(seed);
      return Array.from({ length: 20 }, () => reword('when did the ship sink', synonyms, dice.roll));
    };
    expect(ask(7)).toEqual(ask(7));
    expect(ask(7)).not.toEqual(ask(8));
  });
});
