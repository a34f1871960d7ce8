import { describe, expect, it } from 'vitest';
import { createArticle } from '../../../src/corpus/articles.js';
import { isReprint, sameHappening, type Telling, tellingsOf } from '../../../src/events/timeline/happening.js';
import { splitClauses } from '../../../src/statements/clauses.js';
import { CopyDetector } from '../../../src/statements/copies.js';

/** What the first clause of an article tells. 5 March 2024 was a Tuesday. */
function tellings(text: string, published = '2024-03-05'): Telling[] {
  const article = createArticle({ id: `${published} ${text}`, text, published });
  return splitClauses(article, 0)
    .slice(0, 1)
    .flatMap((clause) => tellingsOf(clause));
}

function telling(text: string, published?: string): Telling {
  const [first, ...more] = tellings(text, published);
  if (first === undefined || more.length > 0) throw new Error(`not one telling in "${text}"`);
  return first;
}

const copies = new CopyDetector();
const LINE = 'Divers raised the wreck of the old ferry Halcyon off Port Brann on Sunday.';

describe('what a line tells', () => {
  it.each([
    ['on Sunday', '2024-03-03', 'day'],
    ['in January', '2024-01', 'month'],
    ['in 2019', '2019', 'year'],
  ])('is dated "%s" no more precisely than said', (said, date, precision) => {
    expect(telling(`Divers raised the wreck of the old ferry Halcyon ${said}.`).when).toEqual({ date, precision });
  });

  it('is expected when it is still to come', () => {
    expect(telling('Divers will raise the wreck of the old ferry Halcyon on March 9.').expected).toBe(true);
    expect(telling(LINE).expected).toBe(false);
  });

  it('is not expected for what is said of it on the day', () => {
    expect(telling('Divers declared on Tuesday that they would raise the old ferry.').expected).toBe(false);
  });

  it.each([
    'Divers had been due to raise the old ferry on Tuesday.',
    'The old ferry was planned to be raised on Monday but the salvage was called off.',
    'Divers were due to raise the old ferry on Sunday, but stayed ashore in the storm.',
    'The raising of the old ferry, scheduled for Tuesday, has been cancelled.',
    'The raising of the old ferry planned for Friday will not take place.',
    'Monday’s raising of the old ferry has been postponed.',
    'Divers had hoped to raise the old ferry on Friday.',
  ])('is nothing for a plan that came to nothing: %s', (text) => {
    expect(tellings(text)).toEqual([]);
  });

  it.each([
    'If divers raise the old ferry on Sunday, the harbour will be clear.',
    'Had divers raised the old ferry on Sunday, the harbour would be clear.',
    'Suppose divers raise the old ferry on Sunday.',
    'Without the storm the old ferry would have been raised on Sunday.',
  ])('is nothing for what is only supposed: %s', (text) => {
    expect(tellings(text)).toEqual([]);
  });

  it('is nothing for what is denied', () => {
    expect(tellings('The harbour office denied that divers raised the old ferry on Sunday.')).toEqual([]);
    expect(tellings('Reports that divers raised the old ferry on Sunday are untrue.')).toEqual([]);
    expect(tellings('On Sunday the harbour office denied that divers had raised the old ferry.')).toHaveLength(1);
  });

  it('is not of the day of a report behind it, where it has its own', () => {
    const dates = (text: string) => tellings(text).map(({ when }) => when.date);
    expect(dates('Two divers were hurt when the ferry sank on Sunday, the hospital in Brann said on Monday.')).toEqual([
      '2024-03-03',
    ]);
    expect(dates('Two divers were hurt when the ferry sank, the hospital in Brann said on Monday.')).toEqual([
      '2024-03-04',
    ]);
    expect(dates('Divers raised the ferry on Sunday, and the harbour office opened on Monday.')).toEqual([
      '2024-03-03',
      '2024-03-04',
    ]);
  });

  it.each(['Brann, 3 March 2024.', 'Brann, East Tarrow, 3 March 2024', '3 March 2024.'])(
    'is nothing where only a place and a day are said: %s',
    (text) => {
      expect(tellings(text)).toEqual([]);
    },
  );

  it('is the day on which something was called off, and the day to which it was put off', () => {
    const dates = (text: string) => tellings(text).map(({ when, expected }) => [when.date, expected]);
    expect(dates('The harbour office on Sunday called off a salvage planned for Monday.')).toEqual([
      ['2024-03-03', false],
    ]);
    expect(dates('The salvage was postponed by a week and is now scheduled for Friday.')).toEqual([
      ['2024-03-08', true],
    ]);
  });

  it('begins on the first day of a stretch of time, and on no other', () => {
    const dates = (text: string) => tellings(text).map(({ when }) => when.date);
    expect(dates('Lund led the old harbour office from 1950 to 1951.')).toEqual(['1950']);
    expect(dates('Divers raised the ferry between 2 March and 4 March 2024.')).toEqual(['2024-03-02']);
    expect(dates('Divers raised the ferry from 2 to 4 March 2024.')).toEqual(['2024-03-02']);
    expect(dates('Divers raised the ferry on 2-4 March 2024.')).toEqual(['2024-03-02']);
    expect(dates('Divers raised the ferry on 2 March and the barge on 4 March 2024.')).toEqual([
      '2024-03-02',
      '2024-03-04',
    ]);
  });

  it('has no date from what is only compared with it', () => {
    expect(tellings('Rents in the harbour fell to the lowest level since the flood of 1998.')).toEqual([]);
    expect(tellings('It was the third harbour master since the flood in 1998.')).toEqual([]);
    expect(tellings('Lund has led the harbour office since 1998.')).toHaveLength(1);
  });

  it('has no date where none is said, and none from "the first since"', () => {
    expect(tellings('Divers raised the wreck of the old ferry Halcyon.')).toEqual([]);
    expect(tellings('It was the first ferry raised from the bay since 1998.')).toEqual([]);
  });
});

describe('two tellings', () => {
  it('are of one happening when they say the same of the same day', () => {
    const other = telling('On March 3, divers raised the wreck of the old ferry Halcyon off Port Brann.', '2024-03-06');
    expect(sameHappening(telling(LINE), other, copies)).toBeGreaterThan(0);
  });

  it('are of one arrival when somebody "arrived" and "has been on a visit since" a day near by', () => {
    const arrival = telling('Trade envoy Oda Lund arrived in Tarrow with gifts on Monday.');
    const visit = telling('Envoy Oda Lund, the island paper wrote, has been on a visit to Tarrow since Sunday.');
    expect(sameHappening(arrival, visit, copies)).toBeGreaterThan(0);
    const elsewhere = telling('Envoy Ilsa Korr, the island paper wrote, has been on a visit to Brann since Sunday.');
    expect(sameHappening(arrival, elsewhere, copies)).toBeNull();
  });

  it('are of two when they tell other things of one day', () => {
    const other = telling('Bakers in Tarrow won the national bread prize on Sunday.');
    expect(sameHappening(telling(LINE), other, copies)).toBeNull();
  });

  it('are one printed twice when the words are copied within weeks', () => {
    expect(isReprint(telling(LINE), telling(LINE, '2024-03-12'), copies)).toBe(true);
    expect(isReprint(telling(LINE), telling(LINE, '2024-09-03'), copies)).toBe(false);
    const dated = LINE.replace('Sunday', 'March 3');
    expect(isReprint(telling(dated), telling(dated.replace('March 3', 'March 10'), '2024-03-12'), copies)).toBe(false);
  });
});
