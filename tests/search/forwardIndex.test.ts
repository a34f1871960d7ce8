import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyze, type Token } from '../../src/english/analyzer.js';
import { FormTable, type ForwardIndex, ForwardIndexBuilder } from '../../src/search/forwardIndex.js';

function indexOf(documents: readonly (readonly Token[])[], table = new FormTable()): ForwardIndex {
  const builder = new ForwardIndexBuilder(table);
  for (const tokens of documents) builder.add(tokens);
  return builder.build();
}

/** The tokens without their forms' numbers: what `analyze` gives. */
function analyzed(index: ForwardIndex, document: number): Token[] {
  return index.tokens(document).map(({ form, ...token }) => token);
}

function expectKept(texts: readonly string[]): void {
  const documents = texts.map((text) => analyze(text));
  const index = indexOf(documents);
  for (const [document, tokens] of documents.entries()) expect(analyzed(index, document)).toEqual(tokens);
}

describe('a document', () => {
  it('has the tokens that it was added with, of any text', () => {
    const piece = fc.constantFrom(
      'Kim ',
      'the ',
      'B-52',
      '-',
      '. ',
      "O'Brien's ",
      'U.S. ',
      '1,000 ',
      'café',
      '😀',
      '\n',
    );
    const text = fc.array(fc.oneof(piece, fc.string({ unit: 'binary', maxLength: 5 })), { maxLength: 20 });
    fc.assert(fc.property(fc.array(text, { maxLength: 8 }), (texts) => expectKept(texts.map((t) => t.join('')))));
  });

  it('keeps them also where it is longer than most', () => {
    const [words, letters, spaces] = ['missile '.repeat(300), 'x'.repeat(300), ' '.repeat(70_000)];
    expectKept([`${words}landed`, `${letters} landed`, `missile${spaces}landed`, 'Kim met Lavrov']);
  });

  it('at the limits of its columns is kept as well', () => {
    const at = (start: number, length: number, position: number): Token => ({
      ...{ term: 'x', surface: 'x', capitalized: true },
      ...{ start, end: start + length, position },
    });
    const documents = [255, 256, 257].flatMap((n) => [[at(0, n, 0)], [at(0, 1, n)], [at(65_280 + n, 1, 0)]]);
    const index = indexOf(documents);
    for (const [document, tokens] of documents.entries()) expect(analyzed(index, document)).toEqual(tokens);
  });

  it('gives the tokens of one term, and the one behind each', () => {
    const long = Array.from({ length: 300 }, (_, i) => `word${i}`).join(' ');
    for (const text of ['Storm Storm Ida struck Ida', `Ida struck ${long} Ida Tern`]) {
      const index = indexOf([analyze('another'), analyze(text)]);
      const all = index.tokens(1);
      const wanted = all.filter(({ term }, i) => term === 'ida' || all[i - 1]?.term === 'ida');
      expect(index.tokensOfTerm(1, 'ida')).toEqual(wanted);
      expect(wanted.length).toBeGreaterThan(2);
    }
  });

  it('without words, or that is not there, has no tokens', () => {
    const index = indexOf([analyze('Kim spoke'), [], analyze('Rain fell')]);
    expect([1, 3, 99, -1].map((document) => index.tokens(document))).toEqual([[], [], [], []]);
  });
});

describe('the number of a form', () => {
  it('is the same wherever the form stands, and another for another form of the word', () => {
    const index = indexOf(['Bombers landed', 'The bombers left', 'A bomber'].map((text) => analyze(text)));
    const [first, second, third] = [0, 1, 2].map((document) => index.tokens(document)[0]);
    expect(first?.form).toBe(second?.form);
    expect(first?.term).toBe(third?.term);
    expect(first?.form).not.toBe(third?.form);
  });

  it('leads to its surface and term, in every index with the same table', () => {
    const table = new FormTable();
    const indexes = ['Bombers landed', 'Kim met bombers'].map((text) => indexOf([analyze(text)], table));
    for (const index of indexes) {
      for (const { form, surface, term } of index.tokens(0)) expect(table.forms[form]).toEqual({ surface, term });
    }
    expect(table.forms.map(({ surface }) => surface)).toEqual(['bombers', 'landed', 'kim', 'met']);
  });
});
