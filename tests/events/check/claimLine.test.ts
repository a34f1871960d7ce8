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

  it.each([
    ['Arsenal signed Tom Berg from Porto', 'Arsenal are close to signing Tom Berg from Porto.'],
    ['Nora Lind won the election', 'If Nora Lind wins the election, the port will close.'],
    [
      'Pike had stolen 2 million pounds from the city',
      'Pike dismissed claims that he had stolen 2 million pounds from the city.',
    ],
    ['Hartley bought Norcom for $4 billion', 'Hartley walked away from a deal to buy Norcom for $4 billion.'],
    ['The minister published the report', 'The minister declined to publish the report.'],
    ['Alan Pike was jailed for ten years', 'Prosecutors want Alan Pike jailed for ten years.'],
    ['The union blocked the port of Velling', 'The union was accused of blocking the port of Velling.'],
    ['Norcom left the market in Oslo', 'Norcom may have left the market in Oslo.'],
    ['Alan Pike was jailed for three months', 'Alan Pike was jailed for three years.'],
    ['Norcom will cut a third of its jobs', 'Norcom will cut a quarter of its jobs.'],
    ['On the day Porto beat Arsenal 3-1 in London', 'In the final, Arsenal beat Porto 3-1 in London.'],
    ['On the day Arsenal were beaten 3-1 by Porto in London', 'In the final, Arsenal beat Porto 3-1 in London.'],
    ['The court overturned the conviction of Alan Pike', 'The court upheld the conviction of Alan Pike.'],
    ['The council voted against the tax', 'The council voted for the tax.'],
    ['The driver did not die near Lund', 'Police have not released the name of the driver who died near Lund.'],
    ['Nora Lind was jailed for fraud', 'The brother of Nora Lind was jailed for fraud.'],
    [
      'Thirty people died in the accident near Tarn',
      'Twelve people died and 30 were injured in the accident near Tarn.',
    ],
  ])('does not support "%s" when it says "%s"', (claim, line) => {
    expect(read(claim, 'Fans of Arsenal, of Porto and of Norcom met Alan Pike.', line).outcome).not.toBe('supports');
  });

  it.each([
    ['The mayor saved the bridge of Tarn', 'The mayor managed to save the bridge of Tarn.'],
    ['Porto were beaten 3-1 by Arsenal in London', 'In the final, Arsenal beat Porto 3-1 in London.'],
    ['The driver died near Lund', 'Police have not released the name of the driver who died near Lund.'],
    ['Prosecutors want Alan Pike jailed for ten years', 'Prosecutors want Alan Pike jailed for ten years.'],
    ['Alan Pike met Nora Lind in Lund', 'Nora Lind met Alan Pike in Lund.'],
  ])('supports "%s" when it says "%s"', (claim, line) => {
    expect(read(claim, 'Fans of Arsenal, of Porto and of Norcom met Alan Pike.', line).outcome).toBe('supports');
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
