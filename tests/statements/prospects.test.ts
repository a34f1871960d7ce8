import { describe, expect, it } from 'vitest';
import { createArticle } from '../../src/corpus/articles.js';
import { splitClauses } from '../../src/statements/clauses.js';
import { areOnlyProspects } from '../../src/statements/prospects.js';
import { readStatement } from '../../src/statements/statement.js';

/** Whether an article's line tells of none of a claim's deeds that they are done. */
function onlyProspects(line: string, claim: string): boolean {
  const [clause] = splitClauses(createArticle({ id: line, text: line, published: '2024-03-05' }), 0);
  if (clause === undefined) throw new Error(`no clause in "${line}"`);
  return areOnlyProspects(clause, readStatement(claim, { start: 0, end: claim.length }).traits.deeds);
}

describe('areOnlyProspects', () => {
  it.each([
    ['Brann would rejoice if Oda Lund resigned on Monday.', 'Oda Lund resigned on Monday.'],
    ['Had Oda Lund resigned on Monday, Brann would have rejoiced.', 'Oda Lund resigned on Monday.'],
    ['Suppose Norcom bought the pier on Monday.', 'Norcom bought the pier on Monday.'],
    ['Nobody knows whether Norcom bought the pier.', 'Norcom bought the pier.'],
  ])('is so of what is only supposed: %s', (line, claim) => {
    expect(onlyProspects(line, claim)).toBe(true);
  });

  it.each([
    ['The council denied that Norcom bought the pier.', 'Norcom bought the pier.'],
    ['Reports that Norcom bought the pier are untrue.', 'Norcom bought the pier.'],
    ['The council dismissed claims that Norcom bought the pier.', 'Norcom bought the pier.'],
  ])('is so of what is denied: %s', (line, claim) => {
    expect(onlyProspects(line, claim)).toBe(true);
  });

  it.each([
    ['Oda Lund resigned on Monday.', 'Oda Lund resigned on Monday.'],
    ['Norcom had bought the pier on Monday.', 'Norcom bought the pier on Monday.'],
  ])('is not so of what is told: %s', (line, claim) => {
    expect(onlyProspects(line, claim)).toBe(false);
  });
});
