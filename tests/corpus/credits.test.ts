import { describe, expect, it } from 'vitest';
import { creditLine, creditTail } from '../../src/corpus/credits.js';

const whole = (text: string) => ({ start: 0, end: text.length });

describe('creditLine', () => {
  it('reads a line that names agencies and nothing else', () => {
    for (const [line, agencies] of [
      ['(APA)', ['APA']],
      ['Reuters, AFP', ['Reuters', 'AFP']],
      ['Contributing: The Associated Press', ['AP']],
      ['With inputs from AP and Reuters', ['AP', 'Reuters']],
    ] as const) {
      expect(creditLine(line, whole(line))).toMatchObject({ agencies, outlet: null });
    }
  });

  it("knows DW's house style, initials and all", () => {
    expect(creditLine('zc/wmr (Reuters, AFP)', whole('zc/wmr (Reuters, AFP)'))).toMatchObject({
      agencies: ['Reuters', 'AFP'],
      outlet: 'DW',
    });
  });

  it('leaves a short sentence and a list of other names alone', () => {
    for (const line of ['Reuters said so.', '(Kali Madej/ Dixon Hall)', 'Moscow and AFP']) {
      expect(creditLine(line, whole(line))).toBeNull();
    }
  });
});

describe('creditTail', () => {
  it('finds the credit behind the last sentence', () => {
    for (const tail of [' (APA)', '    �AFP', ' — Reuters']) {
      const text = `Moscow is keen to assist.${tail}`;
      const credit = creditTail(text, whole(text));
      expect(text.slice(credit?.start, credit?.end)).toBe(tail.trim());
    }
  });

  it('finds none in a sentence that ends in an agency', () => {
    const text = 'He told the agency so. It was carried by AFP';
    expect(creditTail(text, whole(text))).toBeNull();
    expect(creditTail('He spoke to Tass (TASS).', whole('He spoke to Tass (TASS).'))).toBeNull();
  });
});
