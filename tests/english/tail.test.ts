import { describe, expect, it } from 'vitest';
import { dropLastWord, trimTail } from '../../src/english/tail.js';

describe('trimTail', () => {
  it('takes the marks off the end, and only there', () => {
    expect(trimTail('So it goes! And on...!', /[.!]/)).toBe('So it goes! And on');
    expect(trimTail('...', /[.!]/)).toBe('');
    expect(trimTail('', /[.!]/)).toBe('');
  });

  it('is as quick when the marks stand elsewhere', () => {
    const text = `${'!'.repeat(200_000)}x`;
    const begin = performance.now();
    expect(trimTail(text, /[.!]/)).toBe(text);
    expect(performance.now() - begin).toBeLessThan(1_000);
  });
});

describe('dropLastWord', () => {
  it.each([
    ['The ferry left the har', 'The ferry left the'],
    ['The ferry left, and th', 'The ferry left, and'],
    ['The ferry left — th', 'The ferry left'],
    ['The ferry left ', 'The ferry left'],
    ['Donaudampfschifffahrt', 'Donaudampfschifffahrt'],
  ])('cuts at a word where there is one: %s', (text, cut) => {
    expect(dropLastWord(text)).toBe(cut);
  });
});
