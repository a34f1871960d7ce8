import { describe, expect, it } from 'vitest';
import {
  canBeMeant,
  genderOfNoun,
  isEpithet,
  withoutDeterminers,
  wordsBeforePreposition,
} from '../../src/quotes/descriptions.js';
import { splitSegments } from '../../src/quotes/segments.js';
import { articleOf } from './reading.js';

const tokensOf = (words: string) => splitSegments(articleOf(words)).flatMap(({ tokens }) => tokens);

describe('what names nobody', () => {
  it('tells the gender by its noun', () => {
    expect(['spokesman', 'mother', 'spokesperson'].map(genderOfNoun)).toEqual(['male', 'female', null]);
  });

  it.each([
    ['Edda Frost', true],
    ['she', true],
    ['the mayor', true],
    ['Frost’s spokeswoman', true],
    ['a spokesman for the hut', true],
    ['Frost’s boat', false],
    ['a mayor', false],
  ])('may be meant by a pronoun in the next sentence: “%s” is %s', (words, isMeant) => {
    expect(canBeMeant(tokensOf(words))).toBe(isMeant);
  });

  it.each([
    ['the 32-year-old labourer', true],
    ['the affable proprietor', true],
    ['the proprietor', false],
    ['the local hurricane center', false],
    ["the league's medical officer", false],
  ])('may tell of somebody just named: “%s” is %s', (words, isMeant) => {
    expect(isEpithet(words.split(' '))).toBe(isMeant);
  });

  it('is called by its nouns alone', () => {
    expect(withoutDeterminers(tokensOf('one of the officials')).map(({ text }) => text)).toEqual(['officials']);
    expect(wordsBeforePreposition(tokensOf('the Head of the hut'))).toEqual(['the', 'head']);
  });
});
