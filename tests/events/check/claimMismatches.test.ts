import { describe, expect, it } from 'vitest';
import { createArticle } from '../../../src/corpus/articles.js';
import { isNegated } from '../../../src/english/negation.js';
import { claimMismatches } from '../../../src/events/check/claimMismatches.js';
import { splitClauses } from '../../../src/statements/clauses.js';
import { readStatement } from '../../../src/statements/statement.js';

/** What parts a claim from the only line of an article published on a Tuesday. */
function parted(claim: string, line: string): unknown[] {
  const [clause] = splitClauses(createArticle({ id: 'a', text: line, published: '2024-03-05' }), 0);
  if (clause === undefined) throw new Error('no clause');
  const statement = readStatement(claim, { start: 0, end: claim.length });
  return claimMismatches(claim, statement, clause).map(({ what, ofClaim, ofSource }) => [
    what,
    ofClaim && claim.slice(ofClaim.start, ofClaim.end),
    ofSource && line.slice(ofSource.start, ofSource.end),
  ]);
}

const LINE = 'On Sunday the island of Brann sent 40 boats to Tarrow.';

describe('a line parts from a claim', () => {
  it.each([
    ['the island of Brann sent 55 boats to Tarrow', 'number', '55', '40'],
    ['on Monday the island of Brann sent boats to Tarrow', 'day', 'Monday', 'Sunday'],
    ['the island of Brann sent boats to Halcyon', 'name', 'Halcyon', 'Tarrow'],
    ['the island of Brann did not send boats to Tarrow', 'negation', 'not', null],
    ['the island of Tarrow sent 40 boats to Brann', 'name', 'Tarrow', 'Brann'],
  ])('"%s" in the %s', (claim, ...difference) => {
    expect(parted(claim, LINE)).toEqual([difference]);
  });

  it('in the words that limit a number', () => {
    expect(parted('Some 40 boats sank off Brann', 'At least 40 boats sank off Brann.')).toEqual([
      ['number', '40', 'At least 40'],
    ]);
    expect(parted('More than 40 boats sank off Brann', '40 boats sank off Brann.')).toEqual([
      ['number', 'More than 40', '40'],
    ]);
  });

  it('in the opposite deed', () => {
    expect(parted('the price of bread rose in Tarrow', 'The price of bread fell in Tarrow.')).toEqual([
      ['wording', 'rose', 'fell'],
    ]);
  });

  it('in nothing when both say the same', () => {
    expect(parted(LINE, LINE)).toEqual([]);
    expect(parted('Brann delivered 40 boats to Tarrow on Sunday', LINE)).toEqual([]);
    expect(parted('the island of Brann sent boats to Tarrow', 'To Tarrow the island of Brann sent boats.')).toEqual([]);
    expect(parted('on Sunday Brann sent boats', 'Brann sent boats on Friday and again on Sunday.')).toEqual([]);
  });
});

it('a claim is negated by any word that denies', () => {
  for (const claim of ['Brann did not send boats', 'Brann didn’t send boats', 'Brann denied that it sent boats']) {
    expect([claim, isNegated(claim)]).toEqual([claim, true]);
  }
  expect(isNegated('Brann sent notable boats to another island')).toBe(false);
});
