import { describe, expect, it } from 'vitest';
import { createArticle } from '../../src/corpus/articles.js';
import { type Clause, splitClauses } from '../../src/statements/clauses.js';
import { flatDenial } from '../../src/statements/flatDenial.js';

function clause(id: string, text: string): Clause {
  const [first] = splitClauses(createArticle({ id, text, published: '2024-05-15' }), 0);
  if (first === undefined) throw new Error('no clause');
  return first;
}

/** The words in which two lines stand against each other, or null. */
function denied(one: string, other: string): string[] | null {
  const found = flatDenial(clause('a', one), clause('b', other));
  return found && [one.slice(found.ofA.start, found.ofA.end), other.slice(found.ofB.start, found.ofB.end)];
}

describe('one line denies flatly what another tells', () => {
  it.each([
    ['The dam at Brann burst on Monday.', 'The dam at Brann did not burst on Monday.', 'burst', 'not burst'],
    ['Olsen was released on bail on Friday.', 'Olsen was not released on bail on Friday.', 'released', 'not released'],
    [
      'Four members of the Harbour Party voted against the budget.',
      'No member of the Harbour Party voted against the budget.',
      'voted',
      'No member of the Harbour Party voted',
    ],
  ])('"%s" and "%s"', (one, other, told, denial) => {
    expect(denied(one, other)).toEqual([told, denial]);
    expect(denied(other, one)).toEqual([denial, told]);
  });

  it.each([
    ['when neither denies', 'The dam at Brann burst on Monday.', 'The dam at Brann burst on Monday night.'],
    ['of another day', 'The dam at Brann burst on Monday.', 'The dam at Brann did not burst on Sunday.'],
    ['of what is to come', 'The mill in Brann closed in May.', 'The mill in Brann will not close in May.'],
    ['with “not only”', 'Olsen became the first pilot of Brann.', 'Olsen not only became the first pilot of Brann.'],
    ['with “No. 1”', 'Olsen announced a new boat.', 'World No. 1 Olsen announced a new boat.'],
    [
      'of another matter',
      'Voters in Brann were sure of the count.',
      'What Olsen is not sure of is the count in Tarrow.',
    ],
  ])('but not %s', (_, one, other) => {
    expect(denied(one, other)).toBeNull();
  });
});
