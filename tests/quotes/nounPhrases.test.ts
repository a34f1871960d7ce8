import { describe, expect, it } from 'vitest';
import { headOf, type NounPhrase, phraseEndingAt } from '../../src/quotes/nounPhrases.js';
import { splitSegments } from '../../src/quotes/segments.js';
import { articleOf } from './reading.js';

const tokensOf = (words: string) => splitSegments(articleOf(words)).flatMap(({ tokens }) => tokens);

/** The phrase that ends with the last of some words, and the part of it that says who. */
function phraseIn(words: string): { phrase: string; head: string } | null {
  const tokens = tokensOf(words);
  const found: NounPhrase | null = phraseEndingAt(tokens, tokens.length - 1, 0);
  const textOf = (from: number, to: number) =>
    tokens
      .slice(from, to)
      .map(({ text }) => text)
      .join(' ');
  return found && { phrase: textOf(found.from, found.to), head: textOf(...found.head) };
}

describe('the noun phrase that ends at a word', () => {
  it.each([
    ['then the old harbour master', 'the old harbour master'],
    ['when she', 'she'],
    ['after rain Mayor Odile Marsh', 'Odile Marsh'],
    ['On Thursday the minister', 'the minister'],
    ['the fire is out, the chief', 'the chief'],
    ['the head of the agency', 'the head of the agency'],
  ])('of “%s” is “%s”', (words, phrase) => {
    expect(phraseIn(words)?.phrase).toContain(phrase);
  });

  it.each(['they left before', 'on Thursday', 'it was', 'the', 'the mayor, who left,'])(
    'is not there in “%s”',
    (words) => {
      expect(phraseIn(words)).toBeNull();
    },
  );

  it('does not reach beyond where it may begin', () => {
    const tokens = tokensOf('the old harbour master');
    expect(phraseEndingAt(tokens, 3, 2)).toMatchObject({ from: 2, to: 4 });
    expect(phraseEndingAt(tokens, 3, 4)).toBeNull();
  });
});

describe('the part that says who', () => {
  it.each([
    ['spokesman Odile Marsh', 'Odile Marsh'],
    ['Odile Marsh of the harbour board', 'Odile Marsh'],
    ['Odile Marsh and Piet Olsen', 'Odile Marsh and Piet Olsen'],
    ['the harbour master', 'the harbour master'],
  ])('of “%s” is “%s”', (words, head) => {
    const tokens = tokensOf(words);
    const [from, to] = headOf(tokens, 0, tokens.length);
    expect(
      tokens
        .slice(from, to)
        .map(({ text }) => text)
        .join(' '),
    ).toBe(head);
  });
});
