import { describe, expect, it } from 'vitest';
import { readStatement } from '../../src/statements/statement.js';

const read = (text: string) => readStatement(text, { start: 0, end: text.length });

describe('the traits of a statement', () => {
  const { traits } = read('The mayor of Tarrow said that “no ferry sails before the storm” and never denied it.');

  it('are its names, its other words of meaning, what it quotes and how often it denies', () => {
    expect([...traits.names]).toHaveLength(1);
    expect(traits.plain.has('mayor')).toBe(true);
    expect([...traits.names].some((name) => traits.plain.has(name))).toBe(false);
    expect(traits.quoted.has('mayor')).toBe(false);
    expect(traits.quoted.size).toBe(3);
    expect(traits.denials).toBe(3);
  });

  it('are worked out once, and kept by what is made of the statement', () => {
    const statement = read('The storm wrecked the old pier.');
    const clause = { ...statement, sentence: 0 };
    expect(clause.traits.deeds).toBe(statement.traits.deeds);
  });
});
