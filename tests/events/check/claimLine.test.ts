import { describe, expect, it } from 'vitest';
import { createArticle } from '../../../src/corpus/articles.js';
import { type ClaimLine, readClaimLine } from '../../../src/events/check/claimLine.js';
import { type Clause, splitClauses } from '../../../src/statements/clauses.js';
import { readStatement } from '../../../src/statements/statement.js';

/** A clause of the last sentence of an article that was published on a Tuesday. */
function lastLine(...sentences: string[]): Clause {
  const article = createArticle({ id: 'a', text: sentences.join(' '), published: '2024-03-05' });
  const clause = splitClauses(article, article.sentences.length - 1).at(-1);
  if (clause === undefined) throw new Error('no clause');
  return clause;
}

function read(claim: string, ...sentences: string[]): ClaimLine {
  return readClaimLine(claim, readStatement(claim, { start: 0, end: claim.length }), lastLine(...sentences));
}

const LINE = 'The navy found the wreck of the ferry Halcyon off Port Brann on Sunday.';

describe('a line', () => {
  it.each([
    'The navy found the wreck of the ferry Halcyon off Port Brann on Sunday',
    'the wreck of the ferry Halcyon',
    'On 3 March the navy found the wreck of the Halcyon',
  ])('supports "%s"', (claim) => {
    expect(read(claim, LINE)).toMatchObject({ outcome: 'supports', mismatches: [], share: 1 });
  });

  it.each([
    'The navy found the wreck of the ferry Halcyon off Port Brann on Monday',
    'The navy never found the wreck of the ferry Halcyon off Port Brann',
    'The navy found the wreck of the ferry Aurora off Port Brann on Sunday',
  ])('differs from "%s"', (claim) => {
    expect(read(claim, LINE).outcome).toBe('differs');
  });

  it.each([
    'Bakers in Port Brann praised their new ovens',
    'The navy sold an old island fort',
    'The navy found the wreck of two ferries and 14 chests of silver coins',
  ])('has nothing to say to "%s"', (claim) => {
    expect(read(claim, LINE).outcome).toBe('neither');
  });

  it.each([
    ['The union ended the strike on Sunday', 'The union failed to end the strike on Sunday.'],
    ['The union will end the strike on Sunday', 'The union may end the strike on Sunday.'],
    ['There will be more talks in Brann on Friday', 'There will be no more talks in Brann on Friday.'],
    ['A passenger plane crashed in Mali on Sunday', 'A passenger plane crashed in Malaysia on Sunday.'],
    ['The flood killed 2000 people', 'The flood killed 1,600 people.'],
    ['Hundreds of people were killed in the storm', 'Dozens of people were killed in the storm.'],
    ['Three hundred people fled the town', 'Three hundred thousand people fled the town.'],
  ])('does not support "%s" when it says "%s"', (claim, line) => {
    expect(read(claim, line).outcome).not.toBe('supports');
  });

  it('supports what it says may be, when no more is claimed', () => {
    expect(read('The union may end the strike on Sunday', 'The union may end the strike on Sunday.').outcome).toBe(
      'supports',
    );
  });

  it('is not kept from a claim by the capital at the head of either', () => {
    expect(
      read('On Sunday, Lund repaired the lighthouse lamp', 'Lund repaired the lighthouse lamp on Sunday.').outcome,
    ).toBe('supports');
    expect(
      read('On Sunday, Korr repaired the lighthouse lamp', 'Lund repaired the lighthouse lamp on Sunday.').outcome,
    ).not.toBe('supports');
  });

  it('of an article without a date has a day where it is written alike', () => {
    const article = createArticle({ id: 'a', text: 'The poll of the island will close on Tuesday May 3.' });
    const [line] = splitClauses(article, 0) as [Clause];
    const outcomeOf = (claim: string) =>
      readClaimLine(claim, readStatement(claim, { start: 0, end: claim.length }), line).outcome;
    expect(outcomeOf('The poll of the island will close on Tuesday 3 May')).toBe('supports');
    expect(outcomeOf('The poll of the island will close on Tuesday 4 May')).not.toBe('supports');
    expect(outcomeOf('The poll of the island will close on Friday 3 May')).not.toBe('supports');
  });

  it('that denies it does not support a claim that stands in it word for word', () => {
    expect(read('the navy found the wreck', 'It is not true that the navy found the wreck.').outcome).not.toBe(
      'supports',
    );
  });

  it('is about whom it points back to', () => {
    const claim = 'Oda Lund repaired the broken lighthouse lamp';
    expect(read(claim, 'Oda Lund is a keeper.', 'She repaired the broken lighthouse lamp.').outcome).toBe('supports');
    expect(read(claim, 'Ilsa Korr is a keeper.', 'She repaired the broken lighthouse lamp.').outcome).toBe('neither');
  });
});
