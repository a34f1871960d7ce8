import { describe, expect, it } from 'vitest';
import { SpeakerMatcher } from '../../src/quotes/speakerMatcher.js';
import type { SpeakerEntry } from '../../src/quotes/speakers.js';

const speaker = (name: string, count: number, given: Partial<SpeakerEntry> = {}): SpeakerEntry => ({
  name,
  count,
  aliases: [],
  roles: [],
  members: [],
  ...given,
});

/** Most quoted first, as a list of speakers is. */
const ENTRIES = [
  speaker('Martin Brenner', 9, { aliases: ['Brenner'], roles: ['sudrian foreign minister'] }),
  speaker('Petra Vance', 6, { roles: ['harbour minister'] }),
  speaker('World Kite Association', 4),
  speaker('Ulla Vance', 3),
  speaker('Kite Museum', 2),
  speaker('Kite Museum spokesperson', 1),
];

const matcher = new SpeakerMatcher(ENTRIES, (words) => words.join(' ') === 'brennan');
const found = (asked: string) => matcher.find(asked).map(({ name }) => name);

describe('who is meant', () => {
  it.each(['Martin Brenner', 'brenner', 'Martin', 'BRENNER', "Brenner's", 'the Brenner', 'Brenner, Martin'])(
    'is told by a name or a part of it: “%s”',
    (asked) => {
      expect(found(asked)).toEqual(['Martin Brenner']);
    },
  );

  it('is told by a role, and by its last word alone for the most quoted who holds it', () => {
    expect(found('the harbour minister')).toEqual(['Petra Vance']);
    expect(found('the minister')).toEqual(['Martin Brenner']);
    expect(found("Sudria's foreign minister")).toEqual(['Martin Brenner']);
  });

  it('is told by initials in capitals, of an institution only', () => {
    expect(found('WKA')).toEqual(['World Kite Association']);
    expect(found('MB')).toEqual([]);
  });

  it('is told by a misspelling', () => {
    for (const asked of ['Brener', 'Brenar', 'Martan Brenner', 'Brennerr'])
      expect(found(asked), asked).toEqual(['Martin Brenner']);
  });

  it('is everybody of that name when none is quoted far more than the others', () => {
    expect(found('Vance')).toEqual(['Petra Vance', 'Ulla Vance']);
    const few = new SpeakerMatcher([speaker('Petra Vance', 30), speaker('Ulla Vance', 3)], () => false);
    expect(few.find('Vance').map(({ name }) => name)).toEqual(['Petra Vance']);
  });

  it('is everybody of that name where an article has the surname alone too', () => {
    const minister = speaker('Petra Vance', 6, { roles: ['harbour minister'] });
    const shared = [minister, speaker('Vance', 4), speaker('Paul Vance', 3), speaker('Kite Vance', 3)];
    const matching = new SpeakerMatcher(shared, () => false);
    expect(matching.find('Vance').map(({ name }) => name)).toEqual(['Vance', 'Petra Vance', 'Paul Vance']);
    expect(matching.find('Petra').map(({ name }) => name)).toEqual(['Petra Vance']);
  });

  it('is an institution and whoever speaks for it', () => {
    expect(found('Kite Museum')).toEqual(['Kite Museum', 'Kite Museum spokesperson']);
  });
});

describe('nobody is meant', () => {
  it('by somebody whom the articles name and never quote, however like another name', () => {
    expect(found('Brennan')).toEqual([]);
  });

  it.each(['Ignatius Quill', 'Martin Vance', 'xyzzy', 'the', '', ' ', '?!'])('by “%s”', (asked) => {
    expect(found(asked)).toEqual([]);
  });
});
