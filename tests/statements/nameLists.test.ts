import { describe, expect, it } from 'vitest';
import { mismatchedNameLists } from '../../src/statements/nameLists.js';
import { readStatement } from '../../src/statements/statement.js';

function parted(a: string, b: string): unknown[] {
  const [readA, readB] = [a, b].map((text) => readStatement(text, { start: 0, end: text.length }));
  if (readA === undefined || readB === undefined) return [];
  return mismatchedNameLists(a, readA, b, readB).map(({ what, ofA, ofB }) => [
    what,
    a.slice(ofA.start, ofA.end),
    b.slice(ofB.start, ofB.end),
  ]);
}

const LINE = 'a fishing treaty was signed by Norway, Iceland and Denmark';

describe('two lists of names', () => {
  it('part where each has a name that the other lacks', () => {
    expect(parted(LINE, 'the treaty was signed by Norway, Ireland, and Denmark')).toEqual([
      ['name', 'Norway, Iceland and Denmark', 'Norway, Ireland, and Denmark'],
    ]);
  });

  it('do not part in the order, or in how a country is written', () => {
    expect(parted(LINE, 'the treaty was signed by Denmark, Norway and Iceland')).toEqual([]);
    expect(
      parted(
        'the treaty was signed by Norway, Iceland and the United States',
        'the treaty was signed by Norway, Iceland and the U.S.',
      ),
    ).toEqual([]);
  });

  it('do not part where one only names fewer', () => {
    expect(parted(LINE, 'the treaty was signed by Norway, Iceland, Denmark and Sweden')).toEqual([]);
  });

  it('are not compared when they list other things, or have little in common', () => {
    expect(parted(LINE, 'the treaty was signed by Norway, Portugal and Malta')).toEqual([]);
    expect(parted(LINE, 'heavy snow closed airports across Norway, Ireland and Denmark')).toEqual([]);
  });
});
