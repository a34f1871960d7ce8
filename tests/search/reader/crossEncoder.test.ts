import { describe, expect, it } from 'vitest';
import { CrossEncoder } from '../../../src/search/reader/crossEncoder.js';
import { placeWeights } from '../../../src/search/reader/placedWeights.js';
import { readReaderFile } from '../../../src/search/reader/readerFile.js';
import type { PiecePair } from '../../../src/search/reader/wordPieces.js';
import { referenceScore } from './referenceEncoder.js';
import { readerBytes, TINY_PIECES, tinyReader } from './tinyReader.js';

/** Pairs of 3 to 14 pieces, with questions of all lengths. */
function pairsOf(count: number): PiecePair[] {
  return Array.from({ length: count }, (_, i) => ({
    ids: Array.from({ length: 3 + (i % 12) }, (_, at) => (at * 5 + i * 7) % TINY_PIECES.length),
    candidateAt: 1 + (i % 2),
  }));
}

describe('the cross-encoder', () => {
  it.each([1, 2, 3, 4])('scores as the slow reference does, by weights of seed %i', (seed) => {
    const reader = tinyReader(seed);
    const pairs = pairsOf(30);
    const expected = pairs.map((pair) => referenceScore(reader, pair));
    const scores = new CrossEncoder(placeWeights(reader)).score(pairs) ?? [];
    expect(Math.max(...expected) - Math.min(...expected)).toBeGreaterThan(1);
    for (const [i, score] of scores.entries()) expect(score).toBeCloseTo(expected[i] ?? 0, 3);
    expect(scores).toHaveLength(pairs.length);
  });

  it('scores the same from a file', () => {
    const reader = tinyReader();
    const pairs = pairsOf(5);
    const read = readReaderFile(readerBytes(reader));
    expect(new CrossEncoder(placeWeights(read)).score(pairs)).toEqual(
      new CrossEncoder(placeWeights(reader)).score(pairs),
    );
  });

  it('scores a pair the same alone as among a hundred others, whatever was scored before', () => {
    const encoder = new CrossEncoder(placeWeights(tinyReader()));
    const pairs = pairsOf(100);
    const together = encoder.score(pairs);
    const alone = pairs.map((pair) => encoder.score([pair])?.[0]);
    expect(together).toEqual(alone);
  });

  it('scores the same in either room of the same weights, in turns', () => {
    const placed = placeWeights(tinyReader());
    const [one, other] = placed.rooms.map((room) => new CrossEncoder(placed, room));
    const expected = one?.score(pairsOf(100));
    expect(other?.score(pairsOf(100))).toEqual(expected);
    for (const count of [40, 70, 100]) {
      const halfway = () => other?.score(pairsOf(30)) !== null;
      expect(one?.score(pairsOf(count), halfway)).toEqual(expected?.slice(0, count));
    }
  });

  it('gives up when told that it may not go on', () => {
    const encoder = new CrossEncoder(placeWeights(tinyReader()));
    let asked = 0;
    expect(encoder.score(pairsOf(4), () => ++asked < 2)).toBeNull();
    expect(asked).toBe(2);
  });

  it('has no scores for no pairs', () => {
    expect(new CrossEncoder(placeWeights(tinyReader())).score([])).toEqual([]);
  });
});
