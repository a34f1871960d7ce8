import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { oneLine, visible } from '../../src/english/visibleText.js';

/** What a hostile text is made of: letters of several scripts, emoji, and much that shows nothing. */
const hostile = fc
  .array(
    fc.constantFrom(
      ...['a', 'é', '船', '👩', '🚀', '\u0646', ' ', '\t', '\n', '\r', '\r\n', '\u2028', '\v'],
      ...[
        '\u200B',
        '\u200C',
        '\u200D',
        '\u202E',
        '\u2066',
        '\uFEFF',
        '\u00AD',
        '\u0007',
        '\u{E0041}',
        '\u3164',
        '\uD83D',
      ],
    ),
  )
  .map((parts) => parts.join(''));

describe('visible', () => {
  it('leaves text that shows as it is', () => {
    const text = 'Velling: “Très froid”, 3 °C — 船が沈んだ 🚢\nNobody was hurt.';
    expect(visible(text)).toBe(text);
  });

  it('takes out what shows nothing, hides text or turns it round', () => {
    expect(visible('fer\u200Bry \u202Eknas\u202C \u2066here\u2069\uFEFF')).toBe('ferry knas here');
    expect(visible('pi\u00ADer\u0007\u001B[31m\u0000')).toBe('pier[31m');
    expect(visible('flag\u{E0066}\u{E0067}, half \uD83D, filler \u3164.')).toBe('flag, half , filler .');
  });

  it('keeps a joiner that holds an emoji or a word together, and no other', () => {
    expect(visible('👩\u200D🚀')).toBe('👩\u200D🚀');
    expect(visible('می\u200Cخواهم')).toBe('می\u200Cخواهم');
    expect(visible('@every\u200Done')).toBe('@everyone');
  });

  it('knows one kind of line break', () => {
    expect(visible('one\r\ntwo\rthree\u2028four\u0085five\vsix\fseven\neight')).toBe(
      'one\ntwo\nthree\nfour\nfive\nsix\nseven\neight',
    );
  });

  it('has nothing more to take out the second time', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(visible(visible(text))).toBe(visible(text));
      }),
    );
  });
});

describe('oneLine', () => {
  it('puts what a user typed on one line, with single spaces and none at its ends', () => {
    expect(oneLine('  when did\r\n the\tferry \u200Bsink? \n')).toBe('when did the ferry sink?');
  });

  it('is one line of any text', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(oneLine(text)).not.toMatch(/[\n\r\t\v\f\u0085\u2028\u2029]|^\s|\s$|\s\s/);
      }),
    );
  });
});
