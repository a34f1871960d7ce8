import { beforeAll, describe, expect, it } from 'vitest';
import { SifEncoder } from '../../bench/sifEncoder.js';
import { cosine } from '../../src/search/meaning/sentenceVector.js';
import { loadWordVectors, WordVectors } from '../../src/search/meaning/wordVectors.js';

let encoder: SifEncoder;
beforeAll(async () => {
  const { vectors } = await loadWordVectors();
  if (!vectors) throw new Error('the table that comes with Dateline is missing');
  encoder = new SifEncoder(vectors);
});

function alike(a: string, b: string): number {
  return cosine(encoder.encode(a), encoder.encode(b));
}

describe('a sentence as one vector', () => {
  it('finds a paraphrase without shared words nearer than another topic', () => {
    const question = 'which warplane can carry atomic bombs';
    const answer = 'The bomber is able to deliver a nuclear payload.';
    const other = 'The two leaders agreed to strengthen economic ties.';
    expect(alike(question, answer)).toBeGreaterThan(alike(question, other) + 0.2);
  });

  it('gives unit vectors, the same each time', () => {
    expect(alike('The bomber landed.', 'The bomber landed.')).toBeCloseTo(1, 5);
    expect(encoder.encode('The bomber landed.')).toBe(encoder.encode('The bomber landed.'));
  });

  it('gives null, and likeness 0, when no word has a meaning', () => {
    expect(encoder.encode('of the')).toBeNull();
    expect(encoder.encode('')).toBeNull();
    expect(alike('', 'The bomber landed.')).toBe(0);
  });

  it('lets rare words say more than common ones', () => {
    const filler = Array.from({ length: 9_000 }, (_, i) => `filler${i}`);
    const table = new WordVectors({
      dimensions: 2,
      words: ['said', ...filler, 'jet'],
      rows: Int8Array.from([127, 0, ...filler.flatMap(() => [0, 0]), 0, 127]),
    });
    const [common = 0, rare = 0] = new SifEncoder(table).encode('said jet') ?? [];
    expect(rare).toBeGreaterThan(10 * common);
  });
});
