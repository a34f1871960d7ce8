import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bareSpan, overlapsAny, trimSpan } from '../../src/english/span.js';

/** A text with much white space, and a span of it. */
const spanned = fc.array(fc.constantFrom(' ', '\n', '\t', '\u00A0', 'a', '.', '船')).chain((parts) =>
  fc.tuple(fc.constant(parts.join('')), fc.nat(parts.length), fc.nat(parts.length)).map(([text, a, b]) => ({
    text,
    span: { start: Math.min(a, b), end: Math.max(a, b) },
  })),
);

describe('trimSpan', () => {
  it('leaves the white space at both ends out, and what stands inside in', () => {
    expect(trimSpan('  The pier held. \n', { start: 0, end: 18 })).toEqual({ start: 2, end: 16 });
  });

  it('does not look beyond the span', () => {
    expect(trimSpan('The pier held', { start: 3, end: 9 })).toEqual({ start: 4, end: 8 });
  });

  it('is empty when there is nothing but white space', () => {
    const { start, end } = trimSpan('a \n b', { start: 1, end: 4 });
    expect(start).toBe(end);
  });

  it('holds what String.trim leaves, and lies inside the span', () => {
    fc.assert(
      fc.property(spanned, ({ text, span }) => {
        const trimmed = trimSpan(text, span);
        expect(text.slice(trimmed.start, trimmed.end)).toBe(text.slice(span.start, span.end).trim());
        expect(trimmed.start).toBeGreaterThanOrEqual(span.start);
        expect(trimmed.end).toBeLessThanOrEqual(span.end);
        expect(trimmed.end).toBeGreaterThanOrEqual(trimmed.start);
      }),
    );
  });
});

describe('bareSpan', () => {
  it('keeps the span of something that has more to it, and only that', () => {
    expect(bareSpan({ ...{ kind: 'body', number: 3 }, start: 2, end: 9 })).toEqual({ start: 2, end: 9 });
  });
});

describe('a span', () => {
  it.each([
    [{ start: 0, end: 4 }, true],
    [{ start: 3, end: 9 }, true],
    [{ start: 5, end: 6 }, true],
    [{ start: 0, end: 3 }, false],
    [{ start: 7, end: 9 }, false],
  ])('%o overlaps 3 to 7: %s', (span, overlaps) => {
    expect(
      overlapsAny(span, [
        { start: 20, end: 21 },
        { start: 3, end: 7 },
      ]),
    ).toBe(overlaps);
  });

  it('overlaps none of none', () => {
    expect(overlapsAny({ start: 0, end: 4 }, [])).toBe(false);
  });
});
