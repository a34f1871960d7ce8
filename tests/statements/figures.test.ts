import { describe, expect, it } from 'vitest';
import { conflictingFigures, haveOtherFigures } from '../../src/statements/figures.js';
import { readStatement, type Statement } from '../../src/statements/statement.js';

function read(text: string): Statement {
  return readStatement(text, { start: 0, end: text.length });
}

function conflicts(a: string, b: string): [number, number][] {
  return conflictingFigures(read(a), read(b)).map(([one, other]) => [one.value, other.value]);
}

describe('a figure', () => {
  it.each([
    ['44', 44],
    ['forty-four', 44],
    ['1,250', 1_250],
    ['3.5 million', 3_500_000],
    ['two dozen', 24],
  ])('written "%s" is %d, and covers just these words', (written, value) => {
    const text = `some ${written} boats sank`;
    const [figure, ...more] = read(text).figures;
    expect([figure?.value, more]).toEqual([value, []]);
    expect(text.slice(figure?.start, figure?.end)).toBe(written);
  });

  it('is no day and no year', () => {
    expect(read('it sank on March 3, on 4 April and again in 2019').figures).toEqual([]);
  });
});

describe('two lines', () => {
  it('contradict each other when they count the same differently', () => {
    expect(conflicts('the storm wrecked 40 wooden boats', 'forty-four boats were wrecked')).toEqual([[40, 44]]);
  });

  it('do not when they count other things or have the figure in common', () => {
    expect(conflicts('the storm wrecked 40 boats', 'the storm hurt 12 sailors')).toEqual([]);
    expect(conflicts('the storm wrecked 40 boats', 'of 300 boats 40 boats were wrecked')).toEqual([]);
    expect(conflicts('it cost 2.5 million crowns', 'the price was 2,500,000 crowns')).toEqual([]);
  });
});

describe('figures of two statements', () => {
  it.each([
    ['The yard built 15 boats by day 15.', 'The yard built 15 boats by day 17.'],
    ['Two of nine boats sank.', 'Three of nine boats sank.'],
    ['More than 40 crates fell.', '40 crates fell.'],
  ])('part where each has one that the other lacks: "%s" "%s"', (a, b) => {
    expect(haveOtherFigures(read(a), read(b))).toBe(true);
  });

  it.each([
    ['The yard built 15 boats.', 'The yard built 15 boats with 40 men.'],
    ['The yard built boats.', 'The yard built 15 boats.'],
    ['Twelve boats sank.', '12 boats sank.'],
  ])('do not part where only one says more: "%s" "%s"', (a, b) => {
    expect(haveOtherFigures(read(a), read(b))).toBe(false);
  });
});
