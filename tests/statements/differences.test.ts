import { describe, expect, it } from 'vitest';
import { createArticle } from '../../src/corpus/articles.js';
import { type Clause, splitClauses } from '../../src/statements/clauses.js';
import { couldBeOneDay, daysOf, isDayOfSaying, mismatches, sayAlike } from '../../src/statements/differences.js';

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

  it('are not alike when each counts otherwise in words', () => {
    const line = (many: string) => clause(`${many} of houses were destroyed in Tarrow by the storm on Sunday.`);
    expect(sayAlike(line('Hundreds'), line('Hundreds'))).toBe(true);
    expect(sayAlike(line('Hundreds'), line('Dozens'))).toBe(false);
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

describe('two clauses', () => {
  it.each([
    ['The storm destroyed 40 houses in Tarrow on Sunday.', 'On Sunday the storm destroyed 40 houses in Tarrow.'],
    ['The storm destroyed 40 houses in Tarrow on Sunday.', 'In Tarrow, forty houses were destroyed by the storm.'],
    ['Police arrested three pilots in Ostrin harbour.', 'Police detained three pilots in Ostrin harbour.'],
    ['The yard bought two cranes for $3 million in May.', 'In May the yard acquired two cranes for $3 million.'],
    ['More than 30 boats sank near the old pier.', 'Near the old pier, more than thirty boats sank.'],
    ['The ferry did not sail from Brann on Monday.', 'On Monday the ferry didn’t sail from Brann.'],
  ])('say alike: "%s" and "%s"', (a, b) => {
    expect(sayAlike(clause(a), clause(b))).toBe(true);
    expect(sayAlike(clause(b), clause(a))).toBe(true);
  });

  it.each([
    ['number', LINE, LINE.replace('40', '55')],
    ['number', 'The repair cost the town $3 million in March.', 'The repair cost the town $5 million in March.'],
    ['number', 'Forty boats sank near the old pier.', 'Fifty boats sank near the old pier.'],
    ['unit', 'The pilot swam 5 miles through cold water.', 'The pilot swam 5 kilometres through cold water.'],
    ['unit', 'Fares for the night ferry rose by $5.', 'Fares for the night ferry rose by 5%.'],
    ['unit', 'The repair cost the town £3m in March.', 'The repair cost the town $3m in March.'],
    ['day', LINE, LINE.replace('Sunday', 'Monday')],
    ['day', 'The ferry sank in deep water on March 3.', 'The ferry sank in deep water on March 1.'],
    ['day', 'The yard closed its gates in May 2019.', 'The yard closed its gates in June 2019.'],
    ['name', LINE, LINE.replace('Tarrow', 'Brann')],
    ['name', 'The jury praised Oda Lund for her song.', 'The jury praised Ilsa Korr for her song.'],
    ['name', 'A trawler from Norwick hit the pier.', 'A trawler from Ostrin hit the pier.'],
    ['role', 'Last week Brann sued Tarrow over fish.', 'Last week Tarrow sued Brann over fish.'],
    ['role', 'In March Norwick sent grain to Ostrin.', 'In March Ostrin sent grain to Norwick.'],
    ['role', 'In court Oda Lund accused Ilsa Korr of theft.', 'In court Ilsa Korr accused Oda Lund of theft.'],
    ['denial', 'The ferry sailed from Brann at dawn.', 'The ferry never sailed from Brann at dawn.'],
    ['denial', 'The crew will repair the old pier.', 'The crew will not repair the old pier.'],
    ['denial', 'The harbour was closed for the storm.', 'The harbour wasn’t closed for the storm.'],
    ['limit', 'More than 30 boats sank near the pier.', 'Fewer than 30 boats sank near the pier.'],
    ['limit', 'The storm destroyed at least 40 houses.', 'The storm destroyed at most 40 houses.'],
    ['limit', 'The repair cost over $3 million.', 'The repair cost under $3 million.'],
    ['deed', 'The storm destroyed 40 houses in Tarrow.', 'The storm spared 40 houses in Tarrow.'],
    ['deed', 'Prices for grain rose in Norwick.', 'Prices for grain fell in Norwick.'],
    ['deed', 'The yard bought two cranes in May.', 'The yard sold two cranes in May.'],
  ])('do not say alike with another %s: "%s" and "%s"', (_, a, b) => {
    expect(sayAlike(clause(a), clause(a))).toBe(true);
    expect(sayAlike(clause(a), clause(b))).toBe(false);
    expect(sayAlike(clause(b), clause(a))).toBe(false);
  });
});
