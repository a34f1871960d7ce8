import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  beginsInsideQuotation,
  beginsWithMark,
  endsInsideQuotation,
  findQuotations,
  isQuotedAfter,
  pairedQuotations,
} from '../../src/english/quotationMarks.js';
import { slices } from '../corpus/seeds.js';

/** What is quoted in a paragraph, without the marks. */
const quoted = (text: string, goesOn = false): string[] =>
  slices(
    text,
    findQuotations(text, { start: 0, end: text.length }, goesOn).map(({ inner }) => inner),
  );

describe('findQuotations', () => {
  it.each([
    'She called it "a wet day" and left.',
    'She called it “a wet day” and left.',
    'She called it «a wet day» and left.',
    'She called it „a wet day“ and left.',
    "She called it 'a wet day' and left.",
  ])('knows the marks of every house: %s', (text) => {
    expect(quoted(text)).toEqual(['a wet day']);
  });

  it('takes a nested quotation for a part of the one around it', () => {
    expect(quoted('“He said ‘never’ to me,” she said. “Twice.”')).toEqual(['He said ‘never’ to me,', 'Twice.']);
  });

  it('takes no apostrophe for a mark, alone or beside single marks', () => {
    expect(quoted("The sailors' union and the city's mayor don't agree.")).toEqual([]);
    expect(quoted("It was in the '90s that Ostrin's harbour froze.")).toEqual([]);
    expect(quoted("'The sailors' boats sank,' she said.")).toEqual(["The sailors' boats sank,"]);
    expect(quoted("In the '90s it was 'colder', she said.")).toEqual(['colder']);
  });

  it('lets speech that goes on in the next paragraph run to the end of this one, and leaves other lone marks alone', () => {
    expect(quoted('“We wait. We hope.')).toEqual(['We wait. We hope.']);
    expect(quoted('She said: “We wait.', true)).toEqual(['We wait.']);
    expect(quoted('She said: “We wait.', false)).toEqual([]);
    expect(quoted('The plank was 12" wide and 3" thick.')).toEqual([]);
  });

  it('finds disjoint quotations in order, inside their paragraph, with a mark at their head', () => {
    const part = fc.constantFrom('"', '“', '”', '„', '«', '»', '‘', '’', "'", ' ', 'we', 's', ',', '.', '\n');
    const text = fc.array(part).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, text, text, fc.boolean(), (before, inside, after, goesOn) => {
        const paragraph = { start: before.length, end: before.length + inside.length };
        const whole = before + inside + after;
        let end = paragraph.start;
        for (const quotation of findQuotations(whole, paragraph, goesOn)) {
          expect(quotation.start).toBeGreaterThanOrEqual(end);
          expect(quotation.inner.start).toBeGreaterThan(quotation.start);
          expect(quotation.inner.end).toBeGreaterThanOrEqual(quotation.inner.start);
          expect(quotation.end).toBeGreaterThanOrEqual(quotation.inner.end);
          expect(whole.charAt(quotation.start)).toMatch(/["“”„«»‘']/);
          end = quotation.end;
        }
        expect(end).toBeLessThanOrEqual(paragraph.end);
      }),
    );
  });
});

describe('the marks of a piece of text', () => {
  it('say whether a paragraph begins with one, and whether what follows is quoted', () => {
    const text = 'She left. “We wait.” «Why?»';
    const from = (start: number) => beginsWithMark(text, { start, end: text.length });
    expect([from(0), from(text.indexOf('“')), from(text.indexOf(' «'))]).toEqual([false, true, true]);
    expect(isQuotedAfter('She said: "We ', false)).toBe(true);
    expect(isQuotedAfter('She said: "We wait," and ', false)).toBe(false);
    expect(isQuotedAfter('and we hope,” she said', true)).toBe(false);
    expect(isQuotedAfter('and we hope', true)).toBe(true);
  });

  it('say whether a quotation comes in from the sentence before, or goes out to the next', () => {
    const [first, last, whole] = ['“We wait.', 'We hope,” she said.', '“We wait,” she said.'] as const;
    expect([first, last, whole].map(beginsInsideQuotation)).toEqual([false, true, false]);
    expect([first, last, whole].map(endsInsideQuotation)).toEqual([true, false, false]);
    const straight = [first, last, whole].map((sentence) => sentence.replace(/[“”]/g, '"'));
    expect(straight.map(beginsInsideQuotation)).toEqual([false, true, false]);
    expect(straight.map(endsInsideQuotation)).toEqual([true, false, false]);
  });

  it('pair off where that needs no guessing', () => {
    const text = 'A “wet” day, a "cold" one, a «dark» one, and "no more';
    expect(slices(text, pairedQuotations(text))).toEqual(['“wet”', '"cold"', '«dark»']);
  });

  it('are none where a mark is not closed, and the first that opens counts where several do', () => {
    const text = 'It was “wet, “cold” and “dark, he «said.';
    expect(slices(text, pairedQuotations(text))).toEqual(['“wet, “cold”']);
  });

  it('are found in no time among marks that nothing closes', () => {
    const begin = performance.now();
    expect(pairedQuotations('“«'.repeat(100_000))).toEqual([]);
    expect(performance.now() - begin).toBeLessThan(1_000);
  });
});
