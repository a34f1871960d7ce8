import { describe, expect, it } from 'vitest';
import { isSameName, namesIn, writtenName } from '../../src/statements/names.js';
import { readStatement } from '../../src/statements/statement.js';
import type { Word } from '../../src/statements/word.js';

function names(text: string): Word[][] {
  return namesIn(readStatement(text, { start: 0, end: text.length }).words);
}

function written(text: string): string[] {
  return names(text).map(writtenName);
}

function areOne(a: string, b: string): boolean {
  const [one] = names(`yesterday ${a} spoke`);
  const [other] = names(`yesterday ${b} spoke`);
  if (one === undefined || other === undefined) throw new Error('no name');
  return isSameName(one, other);
}

describe('the names in a line', () => {
  it('are runs of words in one piece', () => {
    expect(written('the envoy Oda Lund met Ilsa Mae Korr near Port Brann')).toEqual([
      'Oda Lund',
      'Ilsa Mae Korr',
      'Port Brann',
    ]);
  });

  it('end at an owner, at a comma and where other words stand', () => {
    expect(written("they crossed Norway's Far North, Lapland and Karelia")).toEqual([
      'Norway',
      'Far North',
      'Lapland',
      'Karelia',
    ]);
  });

  it('are not months', () => {
    expect(written('they met Korr in October')).toEqual(['Korr']);
  });
});

describe('two names', () => {
  it('can be one when the longer has all of the shorter', () => {
    expect(areOne('Lund', 'Oda Lund')).toBe(true);
    expect(areOne('the United States', 'the U.S.')).toBe(true);
  });

  it('are two when each has a word that the other lacks', () => {
    expect(areOne('Oda Lund', 'Ilsa Lund')).toBe(false);
    expect(areOne('South Ossetia', 'North Ossetia')).toBe(false);
  });
});
