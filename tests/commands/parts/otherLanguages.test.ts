import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { englishOnly } from '../../../commands/parts/otherLanguages.js';
import { OTHER_LANGUAGES } from '../../../src/english/lists/otherLanguages.js';

describe('the sentence for a question in another language', () => {
  it('stands in that language and in English', () => {
    expect(englishOnly('de')).toMatch(/^Ich kann .* Englisch durchsuchen\.\nI can search the articles in English only/);
  });

  it('is there in every language that a question is told to be in', () => {
    const scripts = readFileSync('src/answers/question/language.ts', 'utf8').matchAll(/\/[iu]+, '([a-z]{2})'\]/g);
    const codes = new Set([
      ...[...OTHER_LANGUAGES.values()].flatMap((languages) => languages.split(' ')),
      ...[...scripts].map(([, code = '']) => code),
    ]);
    expect(codes.size).toBeGreaterThan(25);
    for (const code of codes) expect(englishOnly(code).split('\n'), code).toHaveLength(2);
  });

  it('is English alone for a language that has none', () => {
    expect(englishOnly('xx')).toMatch(/^I can search the articles in English only: .*\.$/);
  });
});
