import { describe, expect, it } from 'vitest';
import { longQuestions, misspell } from '../../../bench/peers/questions.js';

describe('misspell', () => {
  it('swaps two letters in the middle of the longest word', () => {
    expect(misspell('who met the harbourmaster')).toBe('who met the harborumaster');
  });

  it('leaves a question alone whose words are all short', () => {
    expect(misspell('who is he')).toBe('who is he');
  });
});

describe('longQuestions', () => {
  it('takes sentences from all over the corpus', () => {
    const passages = Array.from({ length: 100 }, (_, number) => `sentence ${number}`);
    expect(longQuestions(passages, 4)).toEqual(['sentence 0', 'sentence 25', 'sentence 50', 'sentence 75']);
  });
});
