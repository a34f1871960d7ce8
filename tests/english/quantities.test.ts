import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findQuantities } from '../../src/english/quantities.js';

/** What is found in a text: the words themselves, their number, unit and limit. */
function read(text: string): [words: string, value: number, unit: string | null, bound: string | null][] {
  return findQuantities(text, { start: 0, end: text.length }).map(({ start, end, value, unit, bound }) => [
    text.slice(start, end),
    value,
    unit,
    bound,
  ]);
}

describe('a number', () => {
  it.each([
    ['7', 7],
    ['1,250', 1_250],
    ['12 400', 12_400],
    ['3.75', 3.75],
    ['twelve', 12],
    ['forty-four', 44],
    ['6 million', 6_000_000],
    ['2.5 billion', 2_500_000_000],
    ['two million', 2_000_000],
    ['three hundred thousand', 300_000],
    ['three dozen', 36],
    ['40k', 40_000],
    ['9bn', 9_000_000_000],
  ])('written "%s" is %d', (written, value) => {
    expect(read(`The yard counted ${written} crates.`)).toEqual([[written, value, null, null]]);
  });

  it.each(['B-52', 'G7', 'A320neo', 'one-off', 'tend', 'tenth-rate', 'someone', 'Anyone'])(
    'is none inside "%s"',
    (word) => {
      expect(read(`The pilot knew the ${word} well.`)).toEqual([]);
    },
  );

  it.each([
    'One of them stayed.',
    'No one who saw it spoke.',
    'She helped one another crew, and one day left.',
    'They left one by one.',
  ])('is none where "one" is a pronoun: %s', (text) => {
    expect(read(text)).toEqual([]);
  });

  it('is one where "one" counts', () => {
    expect(read('The wave sank one trawler.')).toEqual([['one', 1, null, null]]);
  });

  it.each([
    'It sank on March 3.',
    'It sank on 14 June 2031.',
    'It sank in 2019.',
    'The log ends at 2031-03-03.',
    'It was the 2027 season.',
  ])('is none that is a day or a year: %s', (text) => {
    expect(read(text)).toEqual([]);
  });

  it('below zero has a minus, and a range has none', () => {
    expect(read('Overnight it fell to -12C.')).toEqual([['-12C', -12, 'C', null]]);
    expect(read('Overnight it fell to −9 degrees.')).toEqual([['−9 degrees', -9, '°', null]]);
    expect(read('The share is 10–12%.').map(([, value]) => value)).toEqual([10, 12]);
    expect(read('The share is 10-12%.').map(([, value]) => value)).toEqual([10, 12]);
  });
});

describe('a unit', () => {
  it.each([
    ['12%', 12, '%'],
    ['12 percent', 12, '%'],
    ['12 per cent', 12, '%'],
    ['80 km', 80, 'km'],
    ['80 kilometres', 80, 'km'],
    ['50 miles', 50, 'mi'],
    ['50 miles an hour', 50, 'mph'],
    ['30mph', 30, 'mph'],
    ['5 tonnes', 5, 't'],
    ['5 tons', 5, 't'],
    ['6 feet', 6, 'ft'],
    ['70 kg', 70, 'kg'],
    ['21 degrees', 21, '°'],
    ['21C', 21, 'C'],
    ['70 degrees Fahrenheit', 70, 'F'],
    ['three kilometres', 3, 'km'],
    ['twenty tonnes', 20, 't'],
  ])('stands behind its number: "%s"', (written, value, unit) => {
    expect(read(`They measured ${written} there.`)).toEqual([[written, value, unit, null]]);
  });

  it.each([
    ['$40', 40, '$'],
    ['£3.4bn', 3_400_000_000, '£'],
    ['€12m', 12_000_000, '€'],
    ['$2.5 million', 2_500_000, '$'],
    ['£ 900', 900, '£'],
  ])('of money may stand before it: "%s"', (written, value, unit) => {
    expect(read(`The repair cost ${written} in all.`)).toEqual([[written, value, unit, null]]);
  });

  it.each([
    ['40 dollars', 40, '$'],
    ['3 million euros', 3_000_000, '€'],
    ['500 yen', 500, '¥'],
  ])('of money may stand behind it: "%s"', (written, value, unit) => {
    expect(read(`The repair cost ${written} in all.`)).toEqual([[written, value, unit, null]]);
  });

  it('"m" is metres before a length, and millions elsewhere', () => {
    expect(read('The pier is 140m long.')).toEqual([['140m', 140, 'm', null]]);
    expect(read('She won the 800m race.')).toEqual([['800m', 800, 'm', null]]);
    expect(read('The mast stands 30m high.')).toEqual([['30m', 30, 'm', null]]);
    expect(read('The town has 3m people.')).toEqual([['3m', 3_000_000, null, null]]);
  });

  it.each(['30 mice', '30 footballers', '30 knotted ropes', '30 tonnage papers', '30 kmers'])(
    'is a whole word: "%s" has none',
    (written) => {
      expect(read(`They found ${written} aboard.`)).toEqual([['30', 30, null, null]]);
    },
  );
});

describe('another kind of number', () => {
  it.each([
    ['3pm', 15 * 60],
    ['3 p.m.', 15 * 60],
    ['7:45 a.m.', 7 * 60 + 45],
    ['12am', 0],
    ['8.30pm', 20 * 60 + 30],
    ['12:30pm', 12 * 60 + 30],
    ['18:05', 18 * 60 + 5],
    ["9 o'clock", 9 * 60],
  ])('is a time, in minutes after midnight: "%s"', (written, value) => {
    expect(read(`The ferry leaves at ${written} sharp.`)).toEqual([[written, value, 'time', null]]);
  });

  it.each([
    ['1st', 1],
    ['6th', 6],
    ['22nd', 22],
    ['103rd', 103],
  ])('is a place in an order: "%s"', (written, value) => {
    expect(read(`It was the ${written} crossing.`)).toEqual([[written, value, 'ordinal', null]]);
  });

  it.each([
    ['2-7', 2, 7],
    ['3–1', 3, 1],
    ['21-18', 21, 18],
  ])('is a score, of which both halves count: "%s"', (written, first, second) => {
    expect(read(`Norwick lost ${written} at home.`)).toEqual([[written, first * 10_000 + second, 'score', null]]);
  });

  it.each(['34-year-old', '34 years old'])('is an age: "%s"', (written) => {
    expect(read(`The ${written} keeper rowed out.`)).toEqual([[written, 34, 'years old', null]]);
  });
});

describe('a limit', () => {
  it.each([
    ['more than', 'more'],
    ['over', 'more'],
    ['upwards of', 'more'],
    ['at least', 'least'],
    ['no fewer than', 'least'],
    ['no less than', 'least'],
    ['fewer than', 'less'],
    ['less than', 'less'],
    ['nearly', 'less'],
    ['under', 'less'],
    ['at most', 'most'],
    ['no more than', 'most'],
    ['up to', 'most'],
    ['as many as', 'most'],
  ])('"%s" says %s, of figures and of words', (lead, bound) => {
    expect(read(`The storm sank ${lead} 30 boats.`)).toEqual([['30', 30, null, bound]]);
    expect(read(`The storm sank ${lead} thirty boats.`)).toEqual([['thirty', 30, null, bound]]);
  });

  it.each(['30 or more boats', '30-plus boats', '30+ boats'])('may stand behind: "%s"', (written) => {
    expect(read(`The storm sank ${written}.`).map(([, value, , bound]) => [value, bound])).toEqual([[30, 'least']]);
  });

  it('is of the amount also where a sign for money is between', () => {
    expect(read('It cost more than $30.')).toEqual([['$30', 30, '$', 'more']]);
    expect(read('It cost less than £4m.')).toEqual([['£4m', 4_000_000, '£', 'less']]);
    expect(read('It cost up to €90.')).toEqual([['€90', 90, '€', 'most']]);
  });

  it.each(['about', 'some', 'exactly', 'around', 'roughly', 'the'])('is none in "%s"', (lead) => {
    expect(read(`The storm sank ${lead} 30 boats.`)).toEqual([['30', 30, null, null]]);
  });
});

describe('findQuantities', () => {
  it('finds the numbers of a text in order', () => {
    expect(read('At 3pm, 12 crews left for £90 each, twenty miles out.')).toEqual([
      ['3pm', 900, 'time', null],
      ['12', 12, null, null],
      ['£90', 90, '£', null],
      ['twenty miles', 20, 'mi', null],
    ]);
  });

  it('looks inside its span only', () => {
    const text = 'It sank 30 boats. It hurt 12 sailors. It cost 9 lives.';
    const span = { start: text.indexOf('It hurt'), end: text.indexOf(' It cost') };
    expect(findQuantities(text, span).map(({ value }) => value)).toEqual([12]);
  });

  it('finds disjoint words in order, inside the span, in any text', () => {
    const word = fc.constantFrom(
      ...['12', '3.5', '1,000', '-4', '£', '$', '%', 'm', 'bn', 'million', 'two', 'forty-four', 'one', 'pm', ':30'],
      ...['more than', 'or more', 'miles', '2-7', 'th', 'May', '2019', '.', ' '],
    );
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.array(word).map((words) => words.join(' ')),
      fc.array(word).map((words) => words.join('')),
    );
    fc.assert(
      fc.property(text, fc.nat(10), (stretch, lead) => {
        const span = { start: lead, end: lead + stretch.length };
        let end = span.start;
        for (const found of findQuantities(`${'x'.repeat(lead)}${stretch} 40 boats`, span)) {
          expect(found.start).toBeGreaterThanOrEqual(end);
          expect(found.end).toBeGreaterThan(found.start);
          expect(Number.isFinite(found.value)).toBe(true);
          end = found.end;
        }
        expect(end).toBeLessThanOrEqual(span.end);
      }),
    );
  });
});

describe('what stands around a number', () => {
  it.each([
    ['It drove at 90 km/h home.', '90 km/h'],
    ['It drove at 90 km per hour home.', '90 km per hour'],
    ['It drove at 90 kilometres an hour home.', '90 kilometres an hour'],
  ])('is one unit, a speed, in "%s"', (text, words) => {
    expect(read(text)).toEqual([[words, 90, 'km/h', null]]);
  });

  it.each(['12.30pm', '12:30pm', '12.30 p.m.'])('is half past noon in "%s"', (time) => {
    expect(read(`The ferry left at ${time}`).map(([, value, unit]) => [value, unit])).toEqual([[750, 'time']]);
  });

  it.each(['not over 30', 'not above 30', '30 or fewer', '30 or less', 'no more than 30'])(
    'is a most in "%s"',
    (words) => {
      expect(read(`They built ${words} sheds.`).map(([, value, , bound]) => [value, bound])).toEqual([[30, 'most']]);
    },
  );

  it.each([
    ['It lost two-thirds of its boats.', 'two-thirds', 2 / 3],
    ['It won three-quarters of the vote.', 'three-quarters', 3 / 4],
    ['A third of the boats sank.', 'A third', 1 / 3],
    ['Half of the boats sank.', 'Half', 1 / 2],
  ])('is a share in "%s"', (text, words, value) => {
    expect(read(text)).toEqual([[words, value, 'share', null]]);
  });

  it.each([
    ['He was jailed for three years.', 'three years', 3, 'years'],
    ['It took 20 minutes.', '20 minutes', 20, 'minutes'],
    ['A 10-year sentence was passed.', '10-year', 10, 'years'],
  ])('is a time that something takes in "%s"', (text, words, value, unit) => {
    expect(read(text)).toEqual([[words, value, unit, null]]);
  });

  it.each([
    'They met from May 2 to 5.',
    'They met on May 2-5.',
    'They met from 2 to 5 May.',
    'It is open 24/7.',
    'After 9/11 it closed.',
    'Add 1/2 of it.',
    'The third ferry scored in the second half of the match.',
  ])('leaves nothing to count in "%s"', (text) => {
    expect(read(text)).toEqual([]);
  });

  it.each([
    ['On May 2, 5 boats sank.', 5],
    ['The 2 May storm sank 5 boats.', 5],
    ['A two-year plan.', 2],
  ])('leaves the count in "%s"', (text, value) => {
    expect(read(text).map(([, found]) => found)).toContain(value);
  });
});
