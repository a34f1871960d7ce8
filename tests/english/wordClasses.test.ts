import { describe, expect, it } from 'vitest';
import { isAdverb, isPersonWord, isPossessive, SAME_OFFICE } from '../../src/english/wordClasses.js';

const officesOf = (phrase: string): string[] =>
  SAME_OFFICE.filter(([pattern]) => pattern.test(phrase)).map(([pattern, office]) => phrase.replace(pattern, office));

describe('SAME_OFFICE', () => {
  it('gives the other words for an office, with whose it is', () => {
    expect(officesOf('halvian top diplomat')).toEqual(['halvian foreign minister', 'halvian secretary of state']);
    expect(officesOf('head of government')).toEqual(['prime minister']);
    expect(officesOf('head of state')).toEqual(['president']);
    expect(officesOf('halvian president')).toEqual(['halvian leader']);
  });

  it('gives none for another office, or where the phrase goes on', () => {
    expect(officesOf('harbour master')).toEqual([]);
    expect(officesOf('top diplomat of the port')).toEqual([]);
  });
});

describe('isAdverb', () => {
  it.each(['quickly', 'publicly', 'also', 'never', 'still'])('knows what may stand beside a verb: %s', (word) => {
    expect(isAdverb(word)).toBe(true);
  });

  it.each(['family', 'ally', 'assembly', 'supply', 'italy', 'harbour', 'said', 'fly'])(
    'takes no noun or verb for one: %s',
    (word) => {
      expect(isAdverb(word)).toBe(false);
    },
  );
});

describe('isPossessive', () => {
  it('knows the possessive of one and of many', () => {
    expect(["velling's", "sailors'", "boss's"].map(isPossessive)).toEqual([true, true, true]);
  });

  it('takes no plural and no short form for one', () => {
    expect(['sailors', 'velling', "don't", "they'll"].map(isPossessive)).toEqual([false, false, false, false]);
  });
});

describe('isPersonWord', () => {
  it('knows offices and what people are to each other, and no thing', () => {
    expect(['minister', 'neighbour', 'film'].map(isPersonWord)).toEqual([true, true, false]);
  });
});
