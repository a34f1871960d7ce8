import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBeside, splitClaims } from '../../../src/events/check/claims.js';

function claimsOf(message: string): string[] {
  return splitClaims(message).map(({ start, end }) => message.slice(start, end));
}

describe('a message', () => {
  it('claims what each of its sentences and clauses tells', () => {
    expect(claimsOf('Brann sent boats. Divers found the old wreck, while sailors watched the harbour.')).toEqual([
      'Brann sent boats.',
      'Divers found the old wreck,',
      'while sailors watched the harbour.',
    ]);
  });

  it('claims nothing by questions, greetings, links and mentions', () => {
    expect(
      claimsOf('Hello everybody!\nDid Brann send boats to Tarrow?\nhttps://example.com/boats-sent <@123456>'),
    ).toEqual([]);
  });

  it('claims the lines of a list and of a quoted message, without their marks', () => {
    expect(claimsOf('> Brann sent boats\n- Tarrow bought bread\n2. Divers found wrecks')).toEqual([
      'Brann sent boats',
      'Tarrow bought bread',
      'Divers found wrecks',
    ]);
  });

  it('claims only so much, however long it is', () => {
    const { length } = splitClaims('Brann sent boats to Tarrow.\n'.repeat(500));
    expect(length).toBeGreaterThan(5);
    expect(length).toBeLessThan(100);
  });

  it('of whatever text gives spans of itself, in its order and apart', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 150 }), (message) => {
        let behind = 0;
        for (const { start, end } of splitClaims(message)) {
          expect(start).toBeGreaterThanOrEqual(behind);
          expect(end).toBeGreaterThan(start);
          behind = end;
        }
        expect(behind).toBeLessThanOrEqual(message.length);
      }),
    );
  });
});

it('the articles tell whether the word at the head of a claim is a name', () => {
  const headIsName = (claim: string, article: string) => {
    const [statement] = splitClaims(claim);
    return statement && readBeside(claim, statement, [article]).words[0]?.name;
  };
  expect(headIsName('Halcyon sank in the bay', 'Divers found the ferry Halcyon.')).toBe(true);
  expect(headIsName('Halcyon sank in the bay', 'It was a halcyon summer.')).toBe(false);
  expect(headIsName('Hastings sank in the bay', 'Divers found the ferry Hastings.')).toBe(true);
  expect(headIsName('Divers sank in the bay', 'All divers came home.')).toBe(false);
});
