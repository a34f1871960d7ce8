import { describe, expect, it } from 'vitest';
import { datedDeed } from '../../../src/events/timeline/datedDeed.js';
import { isSayingDated } from '../../../src/events/timeline/happening.js';
import { tell } from './tell.js';

const deedOf = (text: string) => {
  const { clause, words } = tell(text);
  const deed = datedDeed(clause, words);
  return deed && [deed.word.text, deed.manner];
};

describe('the deed that a day belongs to', () => {
  it.each([
    ['The mayor opened the bridge on Monday.', 'opened', 'done'],
    ['The mayor on Monday opened the bridge.', 'opened', 'done'],
    ['On Monday, the mayor opened the bridge.', 'opened', 'done'],
    ['The mayor left after he opened the bridge on Monday.', 'opened', 'done'],
    ['The mayor criticised the council during a visit to Brann on Monday.', 'criticised', 'done'],
    ['The resignation of the mayor on Monday after a quarrel surprised Brann.', 'resignation', 'named'],
    ['The mayor announced her resignation Monday.', 'resignation', 'named'],
    ['The mayor said Monday that she would resign.', 'resign', 'announced'],
    ['The mayor said on Monday the bridge was old.', 'said', 'said'],
  ])('is, in "%s", "%s" (%s)', (text, word, manner) => {
    expect(deedOf(text)).toEqual([word, manner]);
  });

  it('is nothing where nothing is done', () => {
    expect(deedOf('A fine evening in Brann on Monday.')).toBeNull();
  });

  it('is told from the day of a saying', () => {
    expect(isSayingDated(tell('The mayor said on Monday the bridge was old.'))).toBe(true);
    expect(isSayingDated(tell('The mayor opened the bridge on Monday.'))).toBe(false);
  });
});
