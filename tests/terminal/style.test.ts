import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ANSI, jsonLine, PLAIN, styleFor, tame } from '../../src/terminal/style.js';

describe('the style', () => {
  it('is bold on a terminal and plain anywhere else', () => {
    expect(styleFor({ isTTY: true }, {})).toEqual(ANSI);
    expect(styleFor({ isTTY: false }, {})).toEqual(PLAIN);
    expect(styleFor({}, {})).toEqual(PLAIN);
  });

  it('respects NO_COLOR, but not an empty one, and dumb terminals', () => {
    expect(styleFor({ isTTY: true }, { NO_COLOR: '1' })).toEqual(PLAIN);
    expect(styleFor({ isTTY: true }, { NO_COLOR: '' })).toEqual(ANSI);
    expect(styleFor({ isTTY: true }, { TERM: 'dumb' })).toEqual(PLAIN);
  });

  it('has the width that a terminal has when it is asked, colours or not, and none anywhere else', () => {
    const screen = { isTTY: true, columns: 80 };
    const style = styleFor(screen, { NO_COLOR: '1' });
    expect(style.width).toBe(80);
    screen.columns = 40;
    expect(style.width).toBe(40);
    expect(styleFor({ isTTY: false, columns: 80 }, {}).width).toBeNull();
  });
});

describe('tamed text', () => {
  it('cannot clear the screen, set a title or turn the writing around', () => {
    expect(tame('a\u001b[2Jb\u009b31mc\u001b]0;title\u0007d\u202ee')).toBe('a [2Jb 31mc ]0;title d e');
  });

  it('keeps every other character where it was, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const tamed = tame(text);
        expect(tamed).toHaveLength(text.length);
        // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must be gone
        expect(tamed).not.toMatch(/[\u0000-\u001f\u007f-\u009f]/);
      }),
    );
  });
});

describe('a line of JSON', () => {
  it('says the same to a program and holds nothing that a terminal obeys, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const line = jsonLine({ text });
        expect(JSON.parse(line)).toEqual({ text });
        // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must be gone
        expect(line).not.toMatch(/[\u0000-\u001f\u007f-\u009f]/);
      }),
    );
  });

  it('escapes what turns the direction of writing or ends a line for some programs', () => {
    const text = '\u061c\u200e\u200f\u202a\u202e\u2066\u2069\u2028\u2029\u009b';
    const line = jsonLine({ text });
    expect(line).toMatch(/^[\x20-\x7e]+$/);
    expect(line).toContain('\\u202e');
    expect(JSON.parse(line)).toEqual({ text });
    expect(tame(text).trim()).toBe('');
  });
});
