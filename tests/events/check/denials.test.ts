import { describe, expect, it } from 'vitest';
import { createArticle } from '../../../src/corpus/articles.js';
import { readClaimLine } from '../../../src/events/check/claimLine.js';
import { readBeside } from '../../../src/events/check/claims.js';
import { splitClauses } from '../../../src/statements/clauses.js';
import { readStatement } from '../../../src/statements/statement.js';

/** How the clauses of a line, printed on Wednesday 6 March 2024, stand to a claim: as the best of them. */
function stand(line: string, claim: string): string {
  const article = createArticle({ id: 'a', text: line, published: '2024-03-06' });
  const statement = readBeside(claim, readStatement(claim, { start: 0, end: claim.length }), [line]);
  const outcomes = article.sentences.flatMap((_, sentence) =>
    splitClauses(article, sentence).map((clause) => readClaimLine(claim, statement, clause).outcome),
  );
  return ['supports', 'differs', 'neither'].find((outcome) => outcomes.some((one) => one === outcome)) ?? 'neither';
}

describe('a line that denies supports nothing of it', () => {
  it.each([
    ['The court found the captain not guilty of theft.', 'The captain was found guilty of theft.'],
    ['The inspectors found no trace of rust.', 'The inspectors found rust.'],
    ['Claims that the ferry has sunk are untrue, the navy said.', 'The ferry has sunk.'],
    ['The mate said he had been paid by the owner, which the firm denied.', 'The mate had been paid by the owner.'],
    ['The mayor nearly resigned on Monday.', 'The mayor resigned on Monday.'],
    ['It is unclear whether the mate was on the ferry.', 'The mate was on the ferry.'],
    ['Rumours that the yard is bankrupt spread in Brann.', 'The yard is bankrupt.'],
    ['Unless the council pays, the yard will close.', 'The yard will close.'],
    ['Had the harbour wall burst, the town would have drowned.', 'The harbour wall burst.'],
    ['Had the harbour wall burst, the town would have drowned.', 'The harbour wall burst in the town.'],
    ['At noon the mate was at the wheel.', 'At noon the mate was not at the wheel.'],
    ['The views of the columnist are not her own.', 'The views of the columnist are her own.'],
    [
      'It seemed that the ambitions of the mayor were over.',
      'It seemed that the ambitions of the mayor were not over.',
    ],
    ['The test of the captain was negative.', 'The test of the captain was positive.'],
    ['The profit of the yard was larger than expected.', 'The profit of the yard was smaller than expected.'],
  ])('"%s" of "%s"', (line, claim) => {
    expect(stand(line, claim)).not.toBe('supports');
  });

  it.each([
    ['The owner, who denies the charges, was fined 40 euros.', 'The owner was fined 40 euros.'],
    ['The mayor said no to the plan and resigned in March.', 'The mayor resigned in March.'],
    ['The captain was cleared of fraud but found guilty of theft.', 'The captain was found guilty of theft.'],
    ['The navy confirmed reports that the ferry had sunk.', 'The ferry had sunk.'],
  ])('but "%s" does "%s"', (line, claim) => {
    expect(stand(line, claim)).toBe('supports');
  });
});

describe('what stands in place of another', () => {
  it.each([
    ['The mayor resigned on Monday, not Tuesday.', 'Monday', 'Tuesday'],
    ['The mayor did not resign on Sunday but on Monday, the council said.', 'Monday', 'Sunday'],
  ])('in "%s" is %s and not %s', (line, told, replaced) => {
    expect(stand(line, `The mayor resigned on ${told}.`)).toBe('supports');
    expect(stand(line, `The mayor resigned on ${replaced}.`)).not.toBe('supports');
  });

  it('is who did it, and not who did not', () => {
    const line = 'In March Tolle, not Brandt, signed the contract.';
    expect(stand(line, 'Tolle signed the contract.')).toBe('supports');
    expect(stand(line, 'Brandt signed the contract.')).not.toBe('supports');
  });
});

describe('a day or a number is of its own deed', () => {
  it.each([
    [
      'The strike started on Monday and ended on Tuesday.',
      'The strike ended on Tuesday.',
      'The strike ended on Monday.',
    ],
    ['Prices rose in May 2023 and fell in June 2023.', 'Prices fell in June.', 'Prices fell in May.'],
    [
      'Olsen joined the board in 2015 and left it in 2019.',
      'Olsen left the board in 2019.',
      'Olsen left the board in 2015.',
    ],
    ['Sales begin on 17 June and end on 15 July.', 'Sales end on 15 July.', 'Sales end on 17 June.'],
    ['Shares fell to $20 from $30.', 'Shares fell to $20.', 'Shares fell to $30.'],
    ['Turnout fell by half a point, to 45 percent.', 'Turnout fell to 45 percent.', 'Turnout fell by 45 percent.'],
    ['Olsen led the party from 1998 to 2002.', 'Olsen led the party from 1998.', 'Olsen led the party from 2002.'],
    ['The fire left 12 missing and killed nine.', 'The fire killed nine.', 'The fire killed 12.'],
    ['Only three of 12 boats returned.', 'Three boats returned.', '12 boats returned.'],
  ])('in "%s"', (line, told, mixed) => {
    expect([told, stand(line, told)]).toEqual([told, 'supports']);
    expect([mixed, stand(line, mixed) === 'supports']).toEqual([mixed, false]);
  });
});

describe('a name', () => {
  it('that only its capital tells at the head of a line has its role', () => {
    const line = 'Norway beat Brazil 2-1 on Sunday.';
    expect(stand(line, 'Norway beat Brazil 2-1.')).toBe('supports');
    expect(stand(line, 'Brazil beat Norway 2-1.')).not.toBe('supports');
  });

  it('is not that of somebody who shares its first word', () => {
    expect(stand('Lee Dong-wook scored twice.', 'Lee Chul-soo scored twice.')).not.toBe('supports');
  });

  it('is not that of a relative', () => {
    expect(stand("Olsen's brother bought the house in May.", 'In May the house was bought by Olsen.')).not.toBe(
      'supports',
    );
  });

  it('is not that of whoever tells of another’s deed', () => {
    const line = 'On Monday Tolle told the court that Brandt had lied.';
    expect(stand(line, 'Brandt had lied.')).toBe('supports');
    expect(stand(line, 'In court Tolle had lied.')).not.toBe('supports');
  });
});
