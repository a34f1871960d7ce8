import { describe, expect, it } from 'vitest';
import { flag, optionalDay, optionalText, requiredText } from '../../../commands/parts/command.js';
import { cleanOptions, readOptions } from '../../../commands/parts/options.js';
import { RequestError } from '../../../src/archive.js';

const OPTIONS = {
  question: requiredText('What you want to know', { maxLength: 10 }),
  source: optionalText('Where', { maxLength: 60 }),
  text: optionalText('A text', { maxLength: 60, multiline: true }),
  private: flag('Only you'),
};

describe('options', () => {
  it('are those that the command declares and no others; blank text counts as left out', () => {
    expect(readOptions(OPTIONS, { question: 'q', source: ' ', private: 'yes', limit: '3' })).toEqual({
      question: 'q',
      source: undefined,
      text: undefined,
      private: false,
    });
  });

  it('lose what shows nothing, and their line breaks unless they are of many lines', () => {
    expect(cleanOptions(OPTIONS, { question: ' who\u200b met\nKim ', text: 'one\r\ntwo' })).toMatchObject({
      question: 'who met Kim',
      text: 'one\ntwo',
    });
  });

  it('that are days may be written in words, and are named in a form that works where they are none', () => {
    const days = { since: optionalDay('Since when') };
    for (const written of ['20 March 2025', '"20th of March, 2025"', 'March 20, 2025', '2025-03-20']) {
      expect(readOptions(days, { since: written })).toEqual({ since: '2025-03-20' });
    }
    for (const none of ['yesterday', 'tuesday', '20 March', '2025-02-30', '05/06/2025']) {
      expect(() => readOptions(days, { since: none })).toThrow(
        `“${none}” is not a day I can read for “since”. Write it as 2023-10-19, or in words with its year: "19 October 2023".`,
      );
    }
  });

  it('that are missing or too long are answered with a sentence', () => {
    expect(() => readOptions(OPTIONS, {})).toThrow(
      new RequestError('Please give the question (what you want to know).'),
    );
    expect(() => readOptions(OPTIONS, { question: 'x'.repeat(11) })).toThrow(
      'That question has 11 characters, and 10 are the most that I take. Please make it shorter.',
    );
  });
});
