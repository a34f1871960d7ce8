import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitSentences } from '../../src/english/sentences.js';
import { slices } from '../corpus/seeds.js';

const split = (text: string): string[] => slices(text, splitSentences(text, { start: 0, end: text.length }));

describe('splitSentences', () => {
  it('cuts at full stops, question and exclamation marks', () => {
    expect(split('He came. Did he stay? No! Nobody knows.')).toEqual([
      'He came.',
      'Did he stay?',
      'No!',
      'Nobody knows.',
    ]);
  });

  it.each([
    'Gen. Mark Milley met Mr. Kim and Dr. Choe in St. Petersburg.',
    'He lived in Glace Bay, N.S., and in Washington, D.C., until Jan. 5.',
    'The U.S. President spoke at 5 p.m. Tuesday in Seoul.',
    'Harry J. Kazianis and J. R. R. Tolkien never met.',
    'It rose 3.5 percent to $1.25 on Oct. 19 in lot No. 5.',
    'The firm, i.e. Acme Inc. of Ohio, paid.',
    'The U.S.-based group left.',
  ])('leaves abbreviations, initials and numbers whole: %s', (sentence) => {
    expect(split(sentence)).toEqual([sentence]);
  });

  it('ends a sentence at an abbreviation when the next word begins one', () => {
    expect(split('He flew to the U.S. The talks failed.')).toEqual(['He flew to the U.S.', 'The talks failed.']);
    expect(split('They met at 5 p.m. He left early.')).toEqual(['They met at 5 p.m.', 'He left early.']);
  });

  it('goes on after an ellipsis in lower case, spaced or not', () => {
    const joined = '"After the landmark summit... we can say so," he said.';
    const spaced = '"Washington\'s policies ... we oppose this line," Lavrov told journalists.';
    expect(split(joined)).toEqual([joined]);
    expect(split(spaced)).toEqual([spaced]);
    expect(split('We waited . . . and waited.')).toEqual(['We waited . . . and waited.']);
    expect(split('They waited… Nobody came.')).toEqual(['They waited…', 'Nobody came.']);
  });

  it('keeps closing marks with their sentence, before or after the stop', () => {
    expect(split('It was called "worrying." He agreed.')).toEqual(['It was called "worrying."', 'He agreed.']);
    expect(split('It was “dangerous”. “We know,” he said.')).toEqual(['It was “dangerous”.', '“We know,” he said.']);
  });

  it('keeps a quotation of one sentence with its attribution', () => {
    for (const sentence of ['"Where is the line?" he says.', '“Quite the day!” Musk tweeted.', '"Why?" asked Kim.']) {
      expect(split(sentence)).toEqual([sentence]);
    }
  });

  it('cuts a quotation of several sentences at their ends', () => {
    expect(split('"We are worried. We oppose this line," Lavrov said.')).toEqual([
      '"We are worried.',
      'We oppose this line," Lavrov said.',
    ]);
  });

  it('understands tokenised text', () => {
    expect(split('It is a bar , made of nuts . It was sold in 1921 .')).toEqual([
      'It is a bar , made of nuts .',
      'It was sold in 1921 .',
    ]);
  });

  it('cuts where a space was lost, not inside a name', () => {
    expect(split('It influences one person.The rest is open.')).toEqual([
      'It influences one person.',
      'The rest is open.',
    ]);
    expect(split('He works at Amazon.Com in Seattle.')).toEqual(['He works at Amazon.Com in Seattle.']);
  });

  it('stays inside its span', () => {
    const text = 'Header. One here. Two here. Tail.';
    expect(slices(text, splitSentences(text, { start: 8, end: 27 }))).toEqual(['One here.', 'Two here.']);
  });

  it('finds disjoint sentences in order, never empty, that leave out nothing but white space and marks', () => {
    const words = fc.constantFrom(
      'Mr.',
      'U.S.',
      'he',
      'The',
      '"',
      '”',
      '“',
      '...',
      '.',
      '?',
      '!',
      '3.5',
      '\n',
      ' ',
      '—',
      '(',
      ')',
    );
    const texts = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.array(words).map((parts) => parts.join(' ')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        let end = 0;
        for (const sentence of splitSentences(text, { start: 0, end: text.length })) {
          expect(sentence.start).toBeGreaterThanOrEqual(end);
          expect(text.slice(sentence.start, sentence.end)).toMatch(/[\p{L}\p{N}]/u);
          expect(text.slice(end, sentence.start)).not.toMatch(/[\p{L}\p{N}]/u);
          expect(text.slice(sentence.start, sentence.end).trim().length).toBe(sentence.end - sentence.start);
          end = sentence.end;
        }
        expect(text.slice(end)).not.toMatch(/[\p{L}\p{N}]/u);
      }),
    );
  });
});
