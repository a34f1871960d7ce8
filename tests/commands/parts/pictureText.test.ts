import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutToWidth, escapeXml, widthOf, wrapText } from '../../../commands/parts/pictureText.js';

const SIZE = 16;
const WIDTH = 120;
const LINE = 'Divers raised the wreck of the old ferry Halcyon off Port Brann';

describe('a text in a picture', () => {
  it('is the wider the more and the wider its letters are, and grows with its size', () => {
    expect(widthOf('ill', SIZE)).toBeLessThan(widthOf('sea', SIZE));
    expect(widthOf('sea', SIZE)).toBeLessThan(widthOf('www', SIZE));
    expect(widthOf('mayor', SIZE)).toBeLessThan(widthOf('mayors', SIZE));
    expect(widthOf('漢字', SIZE)).toBeGreaterThan(widthOf('if', SIZE));
    expect(widthOf('mayor', 2 * SIZE)).toBeCloseTo(2 * widthOf('mayor', SIZE));
  });

  it('is cut with "…" only where it does not fit', () => {
    expect(cutToWidth('Divers', SIZE, WIDTH)).toBe('Divers');
    const cut = cutToWidth(LINE, SIZE, WIDTH);
    expect(cut).toMatch(/^Divers.*\S…$/);
    expect(LINE.startsWith(cut.slice(0, -1))).toBe(true);
  });

  it('is broken between words, and cut where its lines are used up', () => {
    expect(wrapText(LINE, SIZE, WIDTH, 20).join(' ')).toBe(LINE);
    const two = wrapText(LINE, SIZE, WIDTH, 2);
    expect(two).toHaveLength(2);
    expect(two[1]).toMatch(/…$/);
  });

  it('never runs out of its box', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), fc.integer({ min: 1, max: 4 }), (text, most) => {
        const lines = wrapText(text, SIZE, WIDTH, most);
        expect(lines.length).toBeLessThanOrEqual(most);
        for (const line of lines) expect(widthOf(line, SIZE)).toBeLessThanOrEqual(WIDTH);
      }),
    );
  });

  it('cannot break the picture, whatever is in it', () => {
    expect(escapeXml(`<b a="1" c='2'>R&D`)).toBe('&lt;b a=&quot;1&quot; c=&apos;2&apos;&gt;R&amp;D');
    expect(escapeXml('a\u0000b\uD800c😀')).toBe('a\uFFFDb\uFFFDc😀');
  });
});
