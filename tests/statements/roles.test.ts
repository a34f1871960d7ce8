import { describe, expect, it } from 'vitest';
import { swappedRoles } from '../../src/statements/roles.js';
import { readStatement, type Statement } from '../../src/statements/statement.js';

function read(text: string): Statement {
  return readStatement(text, { start: 0, end: text.length });
}

/** The two names that stand for each other's; null where each has its own role. */
function swapped(a: string, b: string): string[] | null {
  const roles = swappedRoles(read(a), read(b));
  const written = (words: Statement['words']) => words.map(({ text }) => text).join(' ');
  return roles && [written(roles.ofA), written(roles.ofB)];
}

describe('two statements', () => {
  it.each([
    ['Last week Brann sued Tarrow.', 'Last week Tarrow sued Brann.', ['Brann', 'Tarrow']],
    ['In March Norwick sent grain to Ostrin.', 'In March Ostrin sent grain to Norwick.', ['Norwick', 'Ostrin']],
    ['In court Oda Lund accused Ilsa Korr.', 'In court Ilsa Korr accused Oda Lund.', ['Oda Lund', 'Ilsa Korr']],
    ['On Monday Brann delivered coal to Tarrow.', 'On Monday Tarrow shipped coal to Brann.', ['Brann', 'Tarrow']],
  ])('swap the roles: "%s" and "%s"', (a, b, names) => {
    expect(swapped(a, b)).toEqual(names);
    expect(swapped(b, a)).toEqual([...names].reverse());
  });

  it.each([
    ['Last week Brann sued Tarrow.', 'Last week Brann sued Tarrow over fish.'],
    ['Last week Brann sued Tarrow.', 'Last week Tarrow was sued by Brann.'],
    ['In court Oda Lund accused Ilsa Korr.', 'In court Oda Lund accused Bo Marsh.'],
    ['In court Oda Lund accused Ilsa Korr.', 'In court Ilsa Korr wept.'],
    ['Last week Brann sued Tarrow.', 'Last week Tarrow thanked Brann.'],
    ['Last week Brann and Tarrow met.', 'Last week Tarrow and Brann met.'],
    ['The storm wrecked the pier.', 'The pier wrecked the storm.'],
  ])('do not: "%s" and "%s"', (a, b) => {
    expect(swapped(a, b)).toBeNull();
    expect(swapped(b, a)).toBeNull();
  });
});
