import { describe, expect, it } from 'vitest';
import { isNegated, negationsIn } from '../../src/english/negation.js';

/** The words of a text that deny. */
function read(text: string): string[] {
  return negationsIn(text, { start: 0, end: text.length }).map(({ start, end }) => text.slice(start, end));
}

describe('a denial', () => {
  it.each([
    ['The ferry did not sail.', 'not'],
    ['The ferry never sailed.', 'never'],
    ['No ferry sailed.', 'No'],
    ['Nobody boarded the ferry.', 'Nobody'],
    ['The ferry cannot sail.', 'cannot'],
    ['Nothing was found aboard.', 'Nothing'],
    ['None of the crew spoke.', 'None'],
    ['The mayor denied the claim.', 'denied'],
    ['The mayor denies the claim.', 'denies'],
    ['The crew refused to sail.', 'refused'],
    ['The report was false.', 'false'],
    ['He was falsely accused.', 'falsely'],
    ['The crew failed to sail.', 'failed'],
    ['The crew was unable to sail.', 'unable'],
    ['No more ferries will sail.', 'No'],
  ])('is seen in "%s"', (text, word) => {
    expect(read(text)).toEqual([word]);
    expect(isNegated(text)).toBe(true);
  });

  it.each(["didn't", 'didn’t', "isn't", 'won’t', "hasn't", "can't"])('is seen in "%s"', (verb) => {
    expect(isNegated(`The ferry ${verb} there.`)).toBe(true);
  });

  it.each([
    'The ferry sailed.',
    'A notable pilot noted the north wind.',
    'Norwick knows the nodding captain.',
    'The knot was tied, the note was read.',
    'Another one went aboard.',
    'The denim sails are for tourists.',
  ])('is none in "%s"', (text) => {
    expect(read(text)).toEqual([]);
  });

  it.each([
    'Not only the ferry sailed, but two trawlers.',
    'The storm wrecked not just the pier but the yard.',
    'Not only did it rain, it also froze.',
    'The ferry carried no less than 30 cars.',
    'The ferry carried no fewer than 30 cars.',
    'The ferry carried no more than 30 cars.',
    'The storm was nothing but wind.',
    'There is no doubt about it.',
    'The harbour froze, not least at night.',
  ])('is none in a phrase that denies nothing: "%s"', (text) => {
    expect(isNegated(text)).toBe(false);
  });
});

describe('“not only” and “not just”', () => {
  it.each(['It was not just the wind.', 'It was not only the wind.', 'It was not just rain. But it also froze.'])(
    'deny where no “but” or “also” follows in the sentence: "%s"',
    (text) => {
      expect(read(text)).toEqual(['not']);
    },
  );
});

describe('negationsIn', () => {
  it('finds every word that denies, in order', () => {
    expect(read('It did not sail, it never left, and no crew came.')).toEqual(['not', 'never', 'no']);
    expect(read('Neither the mayor nor the pilot spoke.')).toEqual(['Neither', 'nor']);
    expect(read('She denied that nobody came.')).toEqual(['denied', 'nobody']);
  });

  it('looks inside its span only', () => {
    const text = 'It did not rain. The ferry sailed. It never froze.';
    const span = { start: text.indexOf('The ferry'), end: text.indexOf(' It never') };
    expect(negationsIn(text, span)).toEqual([]);
    expect(negationsIn(text, { start: span.start, end: text.length })).toEqual([
      { start: text.indexOf('never'), end: text.indexOf(' froze') },
    ]);
  });
});
