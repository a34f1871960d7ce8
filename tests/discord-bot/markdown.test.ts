import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawHeadline, drawQuotation, escapeLine, linkable } from '../../src/discord/markdown.js';
import { oneLine, visible } from '../../src/english/visibleText.js';
import { LIVE_MARKUP, live, nastyText, shown } from './texts.js';

describe('escaping what others wrote', () => {
  it.each([
    ['**bold** and *leaning*', '\\*\\*bold\\*\\* and \\*leaning\\*'],
    ['# not a header', '\\# not a header'],
    ['-# not small print', '\\-# not small print'],
    ['1. not a list', '1\\. not a list'],
    ['[click](https://evil.example)', '\\[click\\](https\\://evil.example)'],
    ['<@123> and @everyone', '\\<\\@123\\> and \\@everyone'],
    ['a :smile: here', 'a \\:smile: here'],
  ])('%s shows as it was written', (text, escaped) => {
    expect(escapeLine(text)).toBe(escaped);
    expect(shown(escaped)).toBe(text);
  });

  it('leaves file names and times as they are', () => {
    expect(escapeLine('000_591516c1a6096e95, 12:00 AM')).toBe('000_591516c1a6096e95, 12:00 AM');
  });

  it('shows any text as it was written, and leaves Discord nothing to act on', () => {
    fc.assert(
      fc.property(nastyText(300), (text) => {
        const drawn = escapeLine(text);
        expect(shown(drawn)).toBe(oneLine(text));
        expect(live(drawn)).not.toMatch(LIVE_MARKUP);
        expect(live(drawn)).not.toContain('*');
      }),
    );
  });
});

describe('text without what cannot be seen', () => {
  it('drops zero-width, direction and control characters', () => {
    expect(visible('a\u200Bb\u202Ec\u0000d\u2066e\u00ADf')).toBe('abcdef');
  });

  it('keeps the joiners that emoji and scripts need', () => {
    expect(visible('👩‍👩‍👧 می‌خواهم a\u200Db')).toBe('👩‍👩‍👧 می‌خواهم ab');
  });

  it('has one kind of line break', () => {
    expect(visible('a\r\nb\rc\u2028d')).toBe('a\nb\nc\nd');
  });
});

describe('a quotation', () => {
  it('stands behind a bar, line by line, with what matched in bold', () => {
    expect(drawQuotation('He met Kim.\n\nThen he left.', [[7, 10]])).toBe('> He met **Kim**.\n> Then he left.');
  });

  it('joins ranges that touch and keeps spaces outside of the bold', () => {
    expect(
      drawQuotation('met Kim Jong Un there', [
        [4, 8],
        [8, 13],
      ]),
    ).toBe('> met **Kim Jong** Un there');
  });

  it('keeps a bold range inside each of its lines', () => {
    expect(drawQuotation('one two\nthree', [[4, 10]])).toBe('> one **two**\n> **th**ree');
  });

  it('puts the bold where it belongs when characters before it are dropped', () => {
    expect(drawQuotation('\u200B\u200Bmet Kim', [[6, 9]])).toBe('> met **Kim**');
  });

  it('says the same words as the text, whatever stands in it and whatever is bold', () => {
    const ranges = fc
      .uniqueArray(fc.nat(200), { maxLength: 6 })
      .map((ends) => ends.sort((a, b) => a - b))
      .map((ends) => ends.flatMap((end, i) => (i % 2 ? [[ends[i - 1] ?? 0, end] as const] : [])));
    fc.assert(
      fc.property(nastyText(200), ranges, (text, emphasis) => {
        const drawn = drawQuotation(text, emphasis);
        const lines = drawn.split('\n').filter(Boolean);
        for (const line of lines) {
          expect(line).toMatch(/^> \S/);
          expect(live(line).split('**').length % 2).toBe(1);
          expect(live(line).slice(2).replaceAll('**', '')).not.toMatch(LIVE_MARKUP);
        }
        const words = lines.map((line) => shown(line.slice(2).replace(/(?<!\\)((?:\\\\)*)\*\*/g, '$1'))).join('');
        expect(words.replace(/\s/g, '')).toBe(visible(text).replace(/\s/g, ''));
      }),
    );
  });
});

describe('a quotation of nothing but matches', () => {
  it('is drawn in one pass, line by line', () => {
    const text = 'ab\n'.repeat(20_000);
    const emphasis = Array.from({ length: 20_000 }, (_, i) => [i * 3, i * 3 + 2] as const);
    expect(drawQuotation(text, emphasis)).toBe(Array.from({ length: 20_000 }, () => '> **ab**').join('\n'));
  });
});

describe('a headline', () => {
  it.each([
    ['See https://bank.example/login', 'https://evil.test/'],
    ['www.bank.example says so', 'https://evil.test/'],
    ['Log in at bank.com now', 'https://bank.com.evil.test/'],
    ['Log in at bank．com now', 'https://evil.test/'],
    ['Log in at dnb.no', 'https://evil.test/'],
    ['Pay with paypal.Me now', 'https://evil.test/'],
    ['Log in at chase.bank', 'https://evil.test/'],
  ])('is no link when it shows the address of another host: “%s”', (headline, url) => {
    expect(drawHeadline(headline, url)).not.toContain('](');
  });

  it.each([
    ['Why example.com grows', 'https://www.example.com/news'],
    ['Why example.com grows', 'https://news.example.com/'],
    ['Node.js and the U.S. market', 'https://example.com/'],
  ])('is a link when it shows its own, or none: “%s”', (headline, url) => {
    expect(drawHeadline(headline, url)).toContain(`](${url})`);
  });

  it('is a link when the article has an address', () => {
    expect(drawHeadline('Lavrov [meets] Kim', 'https://news.example/a_(b)')).toBe(
      '**[Lavrov \\[meets\\] Kim](https://news.example/a_%28b%29)**',
    );
  });

  it.each([
    'javascript:alert(1)',
    'file:///etc/passwd',
    'https://bank.example@evil.example/',
    'not an address',
    '',
    `https://news.example/${'a'.repeat(600)}`,
  ])('is no link for %s', (url) => {
    expect(linkable(url)).toBeNull();
    expect(drawHeadline('Lavrov meets Kim', url)).toBe('**Lavrov meets Kim**');
  });
});
