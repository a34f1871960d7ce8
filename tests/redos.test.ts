import { describe, expect, it } from 'vitest';
import { backtracking } from './redos/backtracking.js';
import { collectPatterns, literalsIn } from './redos/patterns.js';

/** What meets neither an article nor a member's words, and so need not be safe from them. */
const OWNERS_ALONE: Readonly<Record<string, string>> = {
  'src/dotenv.ts': 'reads the owner’s own .env file',
};

const isOwnersAlone = (place: string): boolean => (place.split(':')[0] ?? '') in OWNERS_ALONE;

describe('a pattern that takes longer than its text is long', () => {
  it.each([
    ['(a+)+$', '', 'exponential'],
    ['(a|a)*b', '', 'exponential'],
    ['^(\\w|\\d)*$', '', 'exponential'],
    ['^(a|ab|b)*$', '', 'exponential'],
    ['^(?:\\p{Lu}\\p{L}{0,40} ?){1,30}!', 'u', 'exponential'],
    ['x(?=(?:a+)+$)', '', 'exponential'],
    ['\\s+$', '', 'polynomial'],
    ['[.!]+$', '', 'polynomial'],
    ['a*a*b', '', 'polynomial'],
    ['^\\s*(?:of)?\\s*$', '', 'polynomial'],
    ['“[^”]*”', 'g', 'polynomial'],
  ])('is found: /%s/%s is %s', (source, flags, kind) => {
    expect(backtracking(source, flags)).toContainEqual(expect.stringMatching(`^${kind}`));
  });

  it.each([
    ['^\\s+$', ''],
    ['^(?:a|b)*$', ''],
    ['(?:\\p{Lu}\\p{L}{0,40}\\s){1,4}', 'u'],
    ['“[^“”]*”', 'g'],
  ])('is not seen in one that does not: /%s/%s', (source, flags) => {
    expect(backtracking(source, flags)).toEqual([]);
  });
});

describe('literalsIn', () => {
  it('finds them wherever they stand in TypeScript, and nothing else', () => {
    const code = 'const a: string = "/x/";\n// /y/\nfunction f<T>(t: T = [/a+/gu] as T) {\n  return 4 / 2 / 1;\n}';
    expect(literalsIn(code)).toEqual([{ source: 'a+', flags: 'gu', line: 3 }]);
  });
});

describe('the patterns of the sources', () => {
  it('take no longer than the text that they meet is long', { timeout: 60_000 }, async () => {
    const patterns = await collectPatterns();
    // The literals, and what is made of lists.
    expect(patterns.length).toBeGreaterThan(400);
    expect(patterns.flatMap(({ places }) => places).some((place) => place.startsWith('src/english/tense.ts'))).toBe(
      true,
    );
    const slow = patterns
      .filter(({ places }) => !places.every(isOwnersAlone))
      .flatMap(({ source, flags, places }) => backtracking(source, flags).map((how) => `${places.join(', ')} ${how}`));
    expect(slow).toEqual([]);
  });
});
