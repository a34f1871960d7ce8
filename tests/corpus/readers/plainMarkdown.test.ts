import { describe, expect, it } from 'vitest';
import { plainMarkdown } from '../../../src/corpus/readers/plainMarkdown.js';

describe('plainMarkdown', () => {
  it.each([
    ['**Oda Lund** spoke.', 'Oda Lund spoke.'],
    ['__Oda Lund__ spoke.', 'Oda Lund spoke.'],
    ['*Oda Lund* spoke.', 'Oda Lund spoke.'],
    ['_Oda Lund_ spoke.', 'Oda Lund spoke.'],
    ['***Oda Lund*** spoke.', 'Oda Lund spoke.'],
    ['**The _old_ pier** fell.', 'The old pier fell.'],
    ['*The **old** pier* fell.', 'The old pier fell.'],
    ['The ~~new~~ pier fell.', 'The new pier fell.'],
    ['The `harbour.log` ends.', 'The harbour.log ends.'],
  ])('shows the words of emphasis without its marks: %s', (written, shown) => {
    expect(plainMarkdown(written)).toBe(shown);
  });

  it.each([
    ['[Oda Lund](https://example.org/lund) spoke.', 'Oda Lund spoke.'],
    ['[Oda Lund](https://example.org/lund "the mayor") spoke.', 'Oda Lund spoke.'],
    ['[Oda Lund](https://example.org/Lund_(mayor)) spoke.', 'Oda Lund spoke.'],
    ['[Oda Lund][lund] spoke.', 'Oda Lund spoke.'],
    ['[Oda Lund][] spoke.', 'Oda Lund spoke.'],
    ['[**Oda Lund**](https://example.org/lund) spoke.', 'Oda Lund spoke.'],
    ['See <https://example.org/lund>.', 'See https://example.org/lund.'],
  ])('shows the words of a link: %s', (written, shown) => {
    expect(plainMarkdown(written)).toBe(shown);
  });

  it.each([
    ['The pier![a map](map.png) fell.', 'The pier fell.'],
    ['The pier![a map][map] fell.', 'The pier fell.'],
    ['The pier[^1] fell.', 'The pier fell.'],
    ['The pier<!-- check this --> fell.', 'The pier fell.'],
    ['The <b>pier</b> fell.', 'The pier fell.'],
    ['The pier fell.<br/>', 'The pier fell.'],
    ['The pier fell.\n\n[map]: https://example.org/map "A map"', 'The pier fell.\n\n'],
  ])('leaves out what shows no words: %j', (written, shown) => {
    expect(plainMarkdown(written)).toBe(shown);
  });

  it.each([
    '[REPORTER]: What did the captain say?',
    'She wrote to <harbour@norwick.example>, x<y and z>w, and to <the man>.',
    'A [sic]: the word stands so.',
  ])('keeps words that only look like marks: %s', (written) => {
    expect(plainMarkdown(written)).toBe(written);
  });

  it('shows the cells of a table without its bars', () => {
    const table = '| Owner | Sum |\n|---|:--|\n| **Lund** | £30m |\n|x|| y |  ';
    expect(plainMarkdown(table)).toBe('Owner Sum\n|---|:--|\nLund £30m\nx y');
    expect(plainMarkdown('| is a bar, and || are two')).toBe('| is a bar, and || are two');
  });

  it('keeps the words of a note', () => {
    expect(plainMarkdown('It fell.[^1]\n\n[^1]: The owner denies it.')).toBe('It fell.\n\nThe owner denies it.');
  });

  it.each([
    ['> The pier fell.', 'The pier fell.'],
    ['> “It fell,”\n> she said.', '“It fell,”\nshe said.'],
    ['The price \\* rose.', 'The price * rose.'],
    ['A name with\\_a line.', 'A name with_a line.'],
    ['It was \\[sic\\].', 'It was [sic].'],
  ])('shows a quoted block and escaped marks as they are read: %j', (written, shown) => {
    expect(plainMarkdown(written)).toBe(shown);
  });

  it.each([
    [String.raw`\*rose\*`, '*rose*'],
    [String.raw`\_rose\_ to \[the pier\](there)`, '_rose_ to [the pier](there)'],
    [String.raw`a backslash \\[the pier](there)`, String.raw`a backslash \the pier`],
    [String.raw`\\\[the pier\]`, String.raw`\[the pier]`],
    ['`a*b*c` and *rose*', 'a*b*c and rose'],
    ['`_harbour_` and `<b>`', '_harbour_ and <b>'],
  ])('keeps the marks that are escaped or code: %j', (markdown, words) => {
    expect(plainMarkdown(markdown)).toBe(words);
  });

  it.each([
    'The pier fell.',
    '2 * 3 * 4 is 24.',
    'The file harbour_log_old ends.',
    'The wind < 3 and the tide > 4.',
    'She said [the pier] fell.',
    'It cost $5 ~ $6.',
    '# The pier\n\n- one\n- two\n\n---\n\nIt fell.',
    'A lone * and a lone _ stay.',
    'Rooms of 5*3*2 metres.',
    'a*b*c and d*e',
    'Norwick beat Brann (2-1).',
  ])('leaves alone what is no mark inside a line: %j', (text) => {
    expect(plainMarkdown(text)).toBe(text);
  });

  it.each(['*', '_', '[', '![', '`', '<', '~', '\\', '>', '](', '<!--', '**a', '[a]('])(
    'is done with a long line of nothing but "%s" in no time',
    (mark) => {
      const begin = performance.now();
      plainMarkdown(mark.repeat(20_000));
      expect(performance.now() - begin).toBeLessThan(3_000);
    },
  );

  it('looks for the end of a picture’s words no further than to the next picture', () => {
    const begin = performance.now();
    expect(plainMarkdown('!['.repeat(2_000_000))).toHaveLength(4_000_000);
    expect(performance.now() - begin).toBeLessThan(3_000);
  });
});
