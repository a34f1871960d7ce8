import { describe, expect, it } from 'vitest';
import { line, quotesIn } from './reading.js';

const lines = (...paragraphs: string[]) => quotesIn(...paragraphs).map(line);

describe('what is denied', () => {
  it.each([
    'It is not true that Ines Calder called the dam "a joke".',
    "It isn't true that Ines Calder said the dam was a joke.",
    'It is untrue that Ines Calder said the dam was a joke.',
    'It is not the case that Ines Calder said: "The dam is a joke and it will not hold."',
    'There is no evidence that Ines Calder called the dam "a joke".',
    'Osei denied that Ines Calder had said the dam was a joke.',
    'Osei denied on Monday that the engineer had said the dam was a joke.',
    'Osei denied Ines Calder had called the dam "a joke".',
    'Osei denied he had said the dam was a joke.',
    'Osei came. Ines Calder never said: "The dam is a joke and it will not hold."',
    'Ines Calder never called the dam "a joke".',
  ])('is nobody’s words: “%s”', (sentence) => {
    expect(lines(sentence)).toEqual([]);
  });

  it('may be what somebody states, or stand beside what somebody did say', () => {
    expect(lines('Tom Hall said it is not true that Ines Calder called the dam "a joke".')).toEqual([
      'reported · Tom Hall · said · it is not true that Ines Calder called the dam "a joke"',
    ]);
    expect(lines('It is not true that Ines Calder called the dam a joke, Tom Hall said.')).toEqual([
      'reported · Tom Hall · said · It is not true that Ines Calder called the dam a joke',
    ]);
    expect(lines('It is not true that Ines Calder said the dam was safe, but Tom Hall said it was.')).toEqual([
      'reported · Tom Hall · said · it was',
    ]);
  });

  it.each([
    'It is true that Ines Calder called the dam "a joke".',
    'Ines Calder did not just say: "The dam is a joke and it will not hold."',
    'There was evidence that Ines Calder called the dam "a joke".',
  ])('is not in “%s”', (sentence) => {
    expect(lines(sentence)).toHaveLength(1);
  });
});
