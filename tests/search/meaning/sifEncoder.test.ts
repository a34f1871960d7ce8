import { beforeAll, describe, expect, it } from 'vitest';
import { cosine } from '../../../src/search/meaning/encoder.js';
import { SifEncoder } from '../../../src/search/meaning/sifEncoder.js';
import { loadWordVectors, WordVectors } from '../../../src/search/meaning/wordVectors.js';

let encoder: SifEncoder;
beforeAll(async () => {
  const { vectors } = await loadWordVectors();
  if (!vectors) throw new Error('the table that comes with Dateline is missing');
  encoder = new SifEncoder(vectors);
});

function alike(a: string, b: string): number {
  return cosine(encoder.encodeNow(a), encoder.encodeNow(b));
}

describe('the built-in encoder', () => {
  it('finds a paraphrase without shared words nearer than another topic', () => {
    const question = 'which warplane can carry atomic bombs';
    const answer = 'The bomber is able to deliver a nuclear payload.';
    const other = 'The two leaders agreed to strengthen economic ties.';
    expect(alike(question, answer)).toBeGreaterThan(alike(question, other) + 0.2);
  });

  it('gives unit vectors, the same each time', () => {
    expect(alike('The bomber landed.', 'The bomber landed.')).toBeCloseTo(1, 5);
    expect(encoder.encodeNow('The bomber landed.')).toBe(encoder.encodeNow('The bomber landed.'));
  });

  it('gives null, and likeness 0, when no word has a meaning', () => {
    expect(encoder.encodeNow('of the')).toBeNull();
    expect(encoder.encodeNow('')).toBeNull();
    expect(alike('', 'The bomber landed.')).toBe(0);
  });

  it('lets rare words say more than common ones', () => {
    const filler = Array.from({ length: 9_000 }, (_, i) => `filler${i}`);
    const table = new WordVectors({
      dimensions: 2,
      words: ['said', ...filler, 'jet'],
      rows: Int8Array.from([127, 0, ...filler.flatMap(() => [0, 0]), 0, 127]),
    });
    const [common = 0, rare = 0] = new SifEncoder(table).encodeNow('said jet') ?? [];
    expect(rare).toBeGreaterThan(10 * common);
  });
});
