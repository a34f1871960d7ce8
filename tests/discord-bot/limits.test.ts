import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cut, drawWithin } from '../../src/discord/limits.js';

describe('shortening', () => {
  it('marks what is left out, between words where one ends nearby', () => {
    expect(cut('Lavrov met Kim in Pyongyang', 20)).toBe('Lavrov met Kim in…');
    expect(cut('Lavrov met Kim', 14)).toBe('Lavrov met Kim');
  });

  it('never exceeds its limit, nor halves a character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(40), (text, max) => {
        const short = cut(text, max);
        expect(short.length).toBeLessThanOrEqual(max);
        expect(short).not.toMatch(/\p{Surrogate}/u);
      }),
    );
  });

  it('cuts the text, not its drawing, so that no escape is torn', () => {
    const escapeStars = (text: string) => text.replaceAll('*', '\\*');
    expect(drawWithin('*'.repeat(20), 11, escapeStars)).toBe(`${'\\*'.repeat(5)}…`);
    expect(drawWithin('*'.repeat(5), 11, escapeStars)).toBe('\\*'.repeat(5));
  });

  it('draws nothing of a text that can never fit', () => {
    const lengths: number[] = [];
    const draw = (text: string) => {
      lengths.push(text.length);
      return text;
    };
    expect(drawWithin('a'.repeat(100_000), 1_000, draw)).toHaveLength(1_000);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(4_000);
  });
});
