import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyze } from '../../src/english/analyzer.js';
import {
  isAboutTheSame,
  likeness,
  mayBeAboutTheSame,
  possibleKeys,
  saysTheSame,
} from '../../src/statements/similarity.js';
import { readStatement, type Statement } from '../../src/statements/statement.js';

function read(text: string): Statement {
  return readStatement(text, { start: 0, end: text.length });
}

const LINE = read('The storm destroyed 40 wooden houses in the fishing town of Tarrow.');

describe('likeness', () => {
  it('is the share of the meaningful words that each has of the other', () => {
    expect(likeness(read('storm destroyed houses'), read('the storm destroyed boats and houses and piers'))).toEqual({
      ofShorter: 1,
      ofLonger: 3 / 5,
      count: 3,
    });
  });

  it('is nothing where nothing is said', () => {
    expect(likeness(read('it is the'), LINE)).toEqual({ ofShorter: 0, ofLonger: 0, count: 0 });
  });
});

describe('two lines', () => {
  it('say the same in the same words, in whatever order', () => {
    expect(saysTheSame(LINE, LINE)).toBe(true);
    expect(saysTheSame(LINE, read('In the fishing town of Tarrow, the storm destroyed 40 wooden houses.'))).toBe(true);
  });

  it('are about the same with another figure, but do not say the same', () => {
    const other = read('The storm destroyed 55 wooden houses in the fishing town of Tarrow.');
    expect([isAboutTheSame(LINE, other), saysTheSame(LINE, other)]).toEqual([true, false]);
  });

  it('do not say the same when one says the opposite of a word in the other', () => {
    const line = (deed: string) => read(`The council voted on Monday to ${deed} the bridge over the Tarn.`);
    expect(saysTheSame(line('close'), line('close'))).toBe(true);
    expect(saysTheSame(line('close'), line('reopen'))).toBe(false);
  });

  it('are not about the same when one of them, or both, are about much else', () => {
    const much =
      'Asked about his long career, the retired keeper recalled quiet winters, a lost dog, two weddings, the storm that destroyed houses, new radio masts and his grandfather, a boat builder.';
    expect(isAboutTheSame(read('the storm destroyed houses'), read(much))).toBe(false);
    const half =
      'A fire that followed last summer’s storm destroyed paper records, which lawyers now seek in vain in archives and private houses.';
    expect(isAboutTheSame(LINE, read(half))).toBe(false);
  });

  it('are not about the same for want of common matter, whatever names they share', () => {
    expect(isAboutTheSame(LINE, read('A choir from a mountain village won first prize at the autumn festival.'))).toBe(
      false,
    );
    expect(
      isAboutTheSame(read('Oda Lund met Ilsa Korr in Tarrow'), read('Ilsa Korr sued Oda Lund over debts in Tarrow')),
    ).toBe(false);
  });
});

describe('a line that was not read yet', () => {
  const WORDS =
    'Storms|storm|Tarrow|Tarrowian|US|America|the United States|the UK|European Union|40|forty|one|1,000|B-52s|B52|X|stepped down|resigned|began|kicked off|slammed|condemned|houses|house|in|was|Kim’s|Monday|“wooden|fishing”|DW';
  const line = fc
    .array(fc.constantFrom(...WORDS.split('|')), { minLength: 3, maxLength: 9 })
    .map((words) => `The ${words.join(' ')} there.`);

  it('may be about the same as another wherever it is', () => {
    let same = 0;
    fc.assert(
      fc.property(line, line, fc.boolean(), (one, other, isAlike) => {
        const b = isAlike ? `${one.replace('storm', 'Storms')} ${other.split(' ').slice(0, 3).join(' ')}` : other;
        if (!isAboutTheSame(read(one), read(b))) return;
        same++;
        expect(mayBeAboutTheSame(read(one), possibleKeys(analyze(b)))).toBe(true);
        expect(mayBeAboutTheSame(read(b), possibleKeys(analyze(one)))).toBe(true);
      }),
      { numRuns: 1000 },
    );
    expect(same).toBeGreaterThan(30);
  });

  it('is not about the same when it has too few of the words', () => {
    expect(
      mayBeAboutTheSame(LINE, possibleKeys(analyze('Fishing boats left a town in the north after the harvest.'))),
    ).toBe(false);
  });
});
