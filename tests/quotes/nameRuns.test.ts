import { describe, expect, it } from 'vitest';
import { nameRuns, nameWords, skipTitles } from '../../src/quotes/nameRuns.js';
import { splitSegments } from '../../src/quotes/segments.js';
import { articleOf } from './reading.js';

const tokensOf = (sentence: string) => splitSegments(articleOf(sentence)).flatMap(({ tokens }) => tokens);
const runsIn = (sentence: string) => nameRuns(tokensOf(sentence));
const namesIn = (sentence: string) => runsIn(sentence).map(({ words }) => words.join(' '));

describe('a name', () => {
  it('is a run of capitalised words, with what links them', () => {
    expect(namesIn('They saw Ilse von Berg and Tom Ashby at the Bank of Norland.')).toEqual([
      'Ilse von Berg',
      'Tom Ashby',
      'Bank of Norland',
    ]);
  });

  it('ends with its possessive ending, which is no part of it', () => {
    expect(namesIn('They saw Norland’s Tom Ashby.')).toEqual(['Norland', 'Tom Ashby']);
    expect(nameWords(tokensOf("Tom Ashby's"))).toEqual(['Tom', 'Ashby']);
  });

  it.each(['The rain stopped on Monday.', 'They left in March.', 'He and I waited.'])('is not in “%s”', (sentence) => {
    expect(namesIn(sentence)).toEqual([]);
  });

  it('says where it stands in the text', () => {
    const sentence = 'Then Senator Tom Ashby spoke.';
    expect(runsIn(sentence).map(({ start, end }) => sentence.slice(start, end))).toEqual(['Tom Ashby']);
  });
});

describe('what a person is', () => {
  it.each([
    ['They saw Senator Tom Ashby.', 'senator'],
    ['Then oil trader Tom Ashby left.', 'oil trader'],
    ['They saw Tom Ashby, president of the council.', 'president'],
    ['They heard the harbour minister, Tom Ashby, at noon.', 'harbour minister'],
  ])('stands beside the name and is no part of it: “%s”', (sentence, role) => {
    expect(runsIn(sentence)).toMatchObject([{ words: ['Tom', 'Ashby'], roles: [role], title: true }]);
  });

  it('may be what they are to somebody else, between commas', () => {
    const runs = runsIn('King Olaf’s sister, Quilla, left with her neighbour, Tom Ashby.');
    expect(runs.at(-2)).toMatchObject({ words: ['Quilla'], title: true, gender: 'female' });
    expect(runsIn('They saw her neighbour, Tom Ashby, at noon.')).toMatchObject([{ roles: ['neighbour'] }]);
    expect(runsIn('They saw her neighbour, Tom Ashby.')).toMatchObject([{ roles: ['neighbour'] }]);
    // Whom a sentence names in passing it tells nothing of.
    for (const sentence of ['They saw her neighbour Quillo at noon.', 'They saw her neighbour, Quillo.'])
      expect(runsIn(sentence)).toMatchObject([{ roles: [], title: false }]);
  });

  it.each(['They saw the mayor, Tom Ashby, and others.', 'They saw the mayor, Tom Ashby'])(
    'is not said by who stands before it in a list: “%s”',
    (sentence) => {
      expect(runsIn(sentence)).toMatchObject([{ words: ['Tom', 'Ashby'], roles: [] }]);
    },
  );

  it('tells the gender where a word does', () => {
    const gender = (sentence: string) => runsIn(sentence)[0]?.gender;
    expect(gender('They saw Mr. Quillo.')).toBe('male');
    expect(gender('They saw spokeswoman Quillo.')).toBe('female');
    expect(gender('They saw Quillo.')).toBeNull();
  });

  it('is not told by an office alone, which is nobody’s name', () => {
    expect(namesIn('They saw the Attorney General.')).toEqual([]);
    expect(skipTitles(['Foreign', 'Minister', 'Ashby'])).toBe(2);
    expect(skipTitles(['Tom', 'Ashby'])).toBe(0);
  });

  it('may be a title in the plural, or a party, and neither is part of the name', () => {
    expect(namesIn('They saw Senators Tom Ashby and Ilse Berg.')).toEqual(['Tom Ashby', 'Ilse Berg']);
    expect(namesIn('They saw Democrat Tom Ashby of the Republican Party.')).toEqual(['Tom Ashby', 'Republican Party']);
    expect(namesIn('They asked the Directors Association.')).toEqual(['Directors Association']);
  });

  it('is no part of where a person comes from', () => {
    expect(runsIn('They saw Sen. Quillo Marsh of Norland.')).toMatchObject([{ words: ['Quillo', 'Marsh'] }]);
    expect(namesIn('They saw Tom Ashby of Norland at the Royal Bank of Norland.')).toEqual([
      'Tom Ashby',
      'Royal Bank of Norland',
    ]);
  });

  it('is no verb that begins what is said', () => {
    expect(namesIn('Leaving Tom Ashby behind was wrong.')).toEqual(['Tom Ashby']);
  });

  it('is an institution where “the” stands before it', () => {
    expect(runsIn('They asked the Admiralty.')).toMatchObject([{ words: ['Admiralty'], withArticle: true }]);
    expect(runsIn('They asked Ashby.')).toMatchObject([{ words: ['Ashby'], withArticle: false }]);
  });
});
