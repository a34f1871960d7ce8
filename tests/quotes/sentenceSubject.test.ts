import { describe, expect, it } from 'vitest';
import { splitSegments } from '../../src/quotes/segments.js';
import { mainSubject } from '../../src/quotes/sentenceSubject.js';
import { articleOf } from './reading.js';

/** Whom a sentence is about. */
function subjectOf(sentence: string): string | null {
  const tokens = splitSegments(articleOf(sentence)).flatMap((segment) => segment.tokens);
  const subject = mainSubject(tokens, 0, tokens.length);
  return (
    subject &&
    tokens
      .slice(...subject.head)
      .map(({ text }) => text)
      .join(' ')
  );
}

describe('the subject of a sentence', () => {
  it.each([
    ['Edda Frost left the hut early.', 'Edda Frost'],
    ['In the morning, Edda Frost left the hut.', 'Edda Frost'],
    ['But she left the hut.', 'she'],
    ['The patrol was late.', 'The patrol'],
  ])('is its first noun phrase, what leads up to it left out: “%s”', (sentence, who) => {
    expect(subjectOf(sentence)).toBe(who);
  });

  it.each([
    ['Edda Frost’s spokeswoman left the hut.', 'Edda Frost’s spokeswoman'],
    ['Norland’s chief law and trade adviser has left.', 'Norland’s chief law and trade adviser'],
    ['Norland’s chief law adviser Edda Frost left.', 'Edda Frost'],
  ])('is somebody by what they are to another, and not the other: “%s”', (sentence, who) => {
    expect(subjectOf(sentence)).toBe(who);
  });

  it.each([
    'Piet Olsen’s mother, Edda Frost, left the hut.',
    'Her neighbour, Edda Frost, left the hut.',
    'The polar minister, Edda Frost, left the hut.',
    'Norland’s trade envoy to Sudria, Edda Frost, left the hut.',
  ])('is who is named behind what they are: “%s”', (sentence) => {
    expect(subjectOf(sentence)).toBe('Edda Frost');
  });

  it.each([
    ['It’s head over heels, Edda Frost.', 'It’s'],
    ['Let’s head for the hut, Edda Frost.', 'Let’s'],
    ['His film, Blue Moon, opened.', 'His film'],
    ['Frost, Olsen, and Marsh left.', 'Frost'],
  ])('is nobody named behind what is no person: “%s”', (sentence, who) => {
    expect(subjectOf(sentence)).toBe(who);
  });
});
