import fc from 'fast-check';
import { expect, it } from 'vitest';
import { conflictingFigures } from '../../src/statements/figures.js';
import { readStatement, type Statement } from '../../src/statements/statement.js';

function read(text: string): Statement {
  return readStatement(text, { start: 0, end: text.length });
}

it('sees one body behind its short and long form', () => {
  for (const form of ['the US', 'the U.S.', 'the United States', 'American']) {
    expect([...read(`He blamed ${form} policy`).content]).toContain('US');
  }
  expect([...read('They told us about it').content]).not.toContain('US');
});

it('sees one name behind its spellings and its people', () => {
  const keys = (text: string) => [...read(text).content];
  expect(keys('talks with Korean and Japanese and Russian envoys').slice(1, 4)).toEqual(
    keys('talks with Korea and Japan and Russia today').slice(1, 4),
  );
  expect(keys('met with Sergei')).toEqual(keys('met with Sergey'));
  expect(keys('met with Koreans and Israelis')).toEqual(keys('met with Korea and Israel'));
});

it.each([
  ['Malaysia', 'Mali'],
  ['Romania', 'Rome'],
  ['Nigeria', 'Niger'],
  ['India', 'Indiana'],
  ['Georgia', 'George'],
  ['Austria', 'Australia'],
])('keeps %s and %s apart', (a, b) => {
  const keys = (name: string) => [...read(`the visit to ${name}`).content];
  expect(keys(a)).not.toEqual(keys(b));
});

it('does not take the first word of a sentence for a name', () => {
  expect(
    read('Analysts believe Russia is arming')
      .words.filter((word) => word.name)
      .map((word) => word.text),
  ).toEqual(['Russia']);
});

it('reads figures with their scale and what they count', () => {
  expect(read('more than 1,000 containers and 2.5 million shells').figures.map(({ value, of }) => [value, of])).toEqual(
    [
      [1000, ['contain']],
      [2_500_000, ['shell']],
    ],
  );
});

it('finds figures that contradict each other, but none between days and years', () => {
  expect(conflictingFigures(read('it sank 40 ships'), read('some 55 ships were sunk'))).toHaveLength(1);
  expect(conflictingFigures(read('it sank 40 ships'), read('forty docks and 40 ships'))).toEqual([]);
  expect(conflictingFigures(read('it is 100 km south of it'), read('it is 62 miles south of it'))).toEqual([]);
  expect(conflictingFigures(read('on 18 October he came'), read('on 19 October he came'))).toEqual([]);
});

it('reads a verb of two words as one word', () => {
  const { words } = read('the mayor stepped down in May');
  expect(words.find(({ key }) => key === 'RESIGN')?.text).toBe('stepped down');
});

it('keeps every word where it stands, in any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.nat(20), (text, skip) => {
      const span = { start: Math.min(skip, text.length), end: text.length };
      for (const word of readStatement(text, span).words) {
        expect(text.slice(word.start, word.end)).toBe(word.text);
        expect(word.start).toBeGreaterThanOrEqual(span.start);
        expect(word.end).toBeLessThanOrEqual(span.end);
      }
    }),
  );
});
