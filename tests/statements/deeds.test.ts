import { describe, expect, it } from 'vitest';
import { termOf } from '../../src/english/analyzer.js';
import { shareDeed } from '../../src/statements/deeds.js';
import { readStatement } from '../../src/statements/statement.js';
import { deedOf } from '../../src/statements/verbClasses.js';

function read(text: string): ReadonlySet<string> {
  return readStatement(text, { start: 0, end: text.length }).traits.deeds;
}

const deeds = (text: string) => [...read(text)];
const key = (word: string) => deedOf(termOf(word));

describe('the deeds of a statement', () => {
  it.each([
    ['The storm wrecked the old pier.', ['wrecked']],
    ['The crew painted the hull and repaired the mast.', ['painted', 'repaired']],
    ['The old ferry sank in deep water.', ['sank']],
    ['The island will build a new pier.', ['build']],
    ['The lamp has not yet been lit.', ['lit']],
    ['The harbour was closed.', ['closed']],
    ['Gulls attack the tourists.', ['attack']],
    ['The bridge is safe.', ['safe']],
  ])('of "%s" are %j', (text, words) => {
    expect(deeds(text)).toEqual(words.map(key));
  });

  it.each([
    ['The attack on the pier worried Brann.', 'attack'],
    ['A visit to the yard ended.', 'visit'],
    ['The launch of the boat ended.', 'launch'],
  ])('are not the nouns behind "the" and "a": %s', (text, noun) => {
    expect(deeds(text)).not.toContain(key(noun));
  });

  it('are no names, no numbers and no small words', () => {
    expect(deeds('Ted Reed wrecked forty boats.')).toEqual([key('wrecked')]);
    expect(deeds('It is the one.')).toEqual([]);
  });

  it('are of saying only where nothing else is done', () => {
    expect(deeds('The mayor said the storm wrecked the pier.')).toEqual([key('wrecked')]);
    expect(deeds('The mayor said nothing.')).toEqual([key('said')]);
    expect(deeds('A pier in the fog.')).toEqual([]);
  });
});

describe('two statements', () => {
  it.each([
    ['The storm wrecked the pier.', 'The pier was wrecked on Sunday.'],
    ['Police arrested the pilot.', 'The pilot was detained by police.'],
    ['The yard bought a crane.', 'The yard has acquired a crane.'],
    ['Critics slammed the plan.', 'The plan was condemned.'],
  ])('share a deed: "%s" and "%s"', (a, b) => {
    expect(shareDeed(read(a), read(b), 0)).toBe(true);
  });

  it.each([
    ['The storm wrecked the pier.', 'The storm spared the pier.'],
    ['Police arrested the pilot.', 'Police praised the pilot.'],
    ['The yard bought a crane.', 'The yard painted a crane.'],
    ['Prices rose in Tarrow.', 'Prices fell in Tarrow.'],
  ])('share none, however alike: "%s" and "%s"', (a, b) => {
    expect(shareDeed(read(a), read(b), 1)).toBe(false);
  });

  it('of which one shows no deed share one only when they are nearly the same words', () => {
    const [told, bare] = [read('The storm wrecked the pier.'), read('A pier in the fog.')];
    expect(shareDeed(told, bare, 0.9)).toBe(true);
    expect(shareDeed(bare, told, 0.7)).toBe(true);
    expect(shareDeed(told, bare, 0.5)).toBe(false);
  });
});
