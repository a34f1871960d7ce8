import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { align } from '../../src/statements/alignment.js';
import { readStatement } from '../../src/statements/statement.js';
import type { Word } from '../../src/statements/word.js';

function wordsOf(text: string): readonly Word[] {
  return readStatement(text, { start: 0, end: text.length }).words;
}

/** Where two texts part, as written. */
function places(a: string, b: string): [string, string][] {
  const written = (words: readonly Word[]) => words.map(({ text }) => text).join(' ');
  return align(wordsOf(a), wordsOf(b)).replacements.map(({ ofA, ofB }) => [written(ofA), written(ofB)]);
}

describe('two texts side by side', () => {
  it('part nowhere when they are the same', () => {
    const words = wordsOf('The mayor opened the bridge');
    expect(align(words, words)).toEqual({ equal: words.length, replacements: [] });
  });

  it('part where one has other words between the same neighbours', () => {
    expect(places('the mayor opened a bridge in town', 'the mayor closed a harbour bar in town')).toEqual([
      ['opened', 'closed'],
      ['bridge', 'harbour bar'],
    ]);
  });

  it('say which word stands behind the place, and none at the end', () => {
    const { replacements } = align(wordsOf('red boats sank quickly'), wordsOf('blue boats sank slowly'));
    expect(replacements.map(({ next }) => next?.text)).toEqual(['boats', undefined]);
  });

  it('do not part where only one has a word', () => {
    expect(places('the mayor opened the old bridge', 'the mayor opened the bridge')).toEqual([]);
  });

  it('do not part in capitals, the form of an apostrophe, or the short form of a name', () => {
    expect(places('It doesn’t trust the United States', "it Doesn't trust the US")).toEqual([]);
  });

  it('have as many words in common whichever stands first', () => {
    const text = fc
      .array(fc.constantFrom('boats', 'sank', 'near', 'Tarrow', '12', 'the'), { maxLength: 12 })
      .map((words) => words.join(' '));
    fc.assert(
      fc.property(text, text, (a, b) => {
        const [wordsA, wordsB] = [wordsOf(a), wordsOf(b)];
        const { equal, replacements } = align(wordsA, wordsB);
        expect(align(wordsB, wordsA).equal).toBe(equal);
        expect(equal).toBeLessThanOrEqual(Math.min(wordsA.length, wordsB.length));
        for (const { ofA, ofB } of replacements) expect(Math.min(ofA.length, ofB.length)).toBeGreaterThan(0);
      }),
    );
  });
});
