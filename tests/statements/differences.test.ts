import { describe, expect, it } from 'vitest';
import { createArticle } from '../../src/corpus/articles.js';
import { type Clause, splitClauses } from '../../src/statements/clauses.js';
import { couldBeOneDay, daysOf, isDayOfSaying, mismatches } from '../../src/statements/differences.js';

/** The first clause of an article. 5 March 2024 was a Tuesday. */
function clause(text: string, published = '2024-03-05'): Clause {
  const [first] = splitClauses(createArticle({ id: text, text, published }), 0);
  if (first === undefined) throw new Error(`no clause in "${text}"`);
  return first;
}

function parted(a: Clause, b: Clause): unknown[] {
  return mismatches(a, b).map(({ what, ofA, ofB }) => [
    what,
    a.article.text.slice(ofA.start, ofA.end),
    b.article.text.slice(ofB.start, ofB.end),
  ]);
}

const LINE = 'The storm destroyed 40 houses in Tarrow on Sunday.';

describe('two lines about one thing', () => {
  it.each([
    ['day', 'Sunday', 'Monday'],
    ['number', '40', '55'],
    ['name', 'Tarrow', 'Brann'],
  ])('part in the %s when one has "%s" and the other "%s"', (what, ofA, ofB) => {
    expect(parted(clause(LINE), clause(LINE.replace(ofA, ofB)))).toEqual([[what, ofA, ofB]]);
  });

  it('part in the words of a quotation', () => {
    const quoted = 'Mayor Ilsa Korr called the repair “a costly failure for the whole island”.';
    expect(parted(clause(quoted), clause(quoted.replace('failure', 'triumph')))).toEqual([
      ['wording', 'costly failure', 'costly triumph'],
    ]);
  });

  it('do not part in a name that both articles have beside', () => {
    const others = LINE.replace('Tarrow', 'Brann');
    expect(parted(clause(`${LINE} It spared Brann.`), clause(`${others} It spared Tarrow.`))).toEqual([]);
  });

  it('part in nothing when they say the same, or were written of different times', () => {
    expect(parted(clause(LINE), clause(LINE))).toEqual([]);
    expect(parted(clause(LINE), clause(LINE.replace('40', '55'), '2024-05-21'))).toEqual([]);
  });
});

describe('a day', () => {
  it('is of the deed and not of the report', () => {
    const told = clause('PORT BRANN, March 5 (Island Wire) - The old ferry sank in deep water on Sunday.');
    expect(daysOf(told).map(({ text, date }) => [text, date])).toEqual([['Sunday', '2024-03-03']]);
  });

  it('may be that of a saying', () => {
    const isSaying = (text: string) => daysOf(clause(text)).map((day) => isDayOfSaying(clause(text), day));
    expect(isSaying('The harbour office said on Monday that the ferry would be raised.')).toEqual([true]);
    expect(isSaying('The old ferry sank in deep water on Sunday.')).toEqual([false]);
  });

  it('may be meant by a near one only', () => {
    expect(couldBeOneDay('2024-02-29', '2024-03-01')).toBe(true);
    expect(couldBeOneDay('2024-03-01', '2024-03-20')).toBe(false);
  });
});
