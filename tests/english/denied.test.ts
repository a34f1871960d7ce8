import { describe, expect, it } from 'vitest';
import { isDenied } from '../../src/english/denied.js';

function denied(sentence: string): boolean {
  const start = sentence.indexOf('Monday');
  return isDenied(sentence, { start: 0, end: sentence.length }, { start, end: start + 'Monday'.length });
}

describe('isDenied', () => {
  it.each([
    'The police denied that shots were fired on Monday.',
    'Reports that the mayor met Lund on Monday are untrue.',
    'Rumours of a meeting on Monday in the harbour were false.',
    'Lund’s claim that they met on Monday is a lie.',
    'The story that they met on Monday is simply made up.',
    'Reports that they met on Monday aren’t true.',
    'The mayor dismissed claims that they met on Monday.',
    'It is not true that they met on Monday.',
    'There is no evidence that they met on Monday.',
    'Lund falsely told reporters that they met on Monday.',
  ])('takes for denied: %s', (sentence) => {
    expect(denied(sentence)).toBe(true);
  });

  it.each([
    'The mayor met Lund on Monday.',
    'The police on Monday denied that shots were fired.',
    'The mayor denied the charges on Monday.',
    'The mayor denied that they had met, and resigned on Monday.',
    'Reports that they met on Monday are true.',
    'Reports that they met on Monday were not false.',
    'Reports that they met on Monday led to a row in which both were wrong.',
    'The picture was wrong in Monday’s paper.',
    'The hospital denied that it was full after the quake on Monday.',
    'What the mayor said on Monday was false.',
  ])('takes for told: %s', (sentence) => {
    expect(denied(sentence)).toBe(false);
  });
});
