import { describe, expect, it } from 'vitest';
import { createKernel, openKernel } from '../../../src/search/reader/kernel.js';
import { normalDistribution, softmaxOf } from './referenceEncoder.js';

/** The kernel, with room for some hundred floats at each of a few addresses. */
function opened() {
  const shared = createKernel();
  const { memory } = shared;
  const floats = (address: number, length: number) => new Float32Array(memory.buffer, address, length);
  const shorts = (address: number, length: number) => new Int16Array(memory.buffer, address, length);
  return { kernel: openKernel(shared), floats, shorts };
}

describe('the kernel', () => {
  it('has GELU right to a millionth, far out too', () => {
    const { kernel, floats } = opened();
    const inputs = Float32Array.from({ length: 400 }, (_, i) => (i - 200) / 20);
    floats(16, 400).set(inputs);
    kernel.gelu(16, 400);
    for (const [i, value] of floats(16, 400).entries()) {
      const input = inputs[i] ?? 0;
      expect(Math.abs(value - input * normalDistribution(input))).toBeLessThan(2e-6);
    }
  });

  it('rounds each row by its own largest value, a row of zeros to zeros, and weaves four rows into each other', () => {
    const { kernel, floats, shorts } = opened();
    const rows = [0, 1, 1_000, 0.001].map((size) => Array.from({ length: 8 }, (_, i) => (size * (i - 3)) / 4));
    floats(16, 32).set(rows.flat());
    kernel.roundRows(16, 1_024, 2_048, 4, 8, 100);
    expect([...shorts(1_024, 16)]).toEqual([0, 0, -75, -50, -75, -50, -75, -50, 0, 0, -25, 0, -25, 0, -25, 0]);
    const [none = 1, one = 0, thousand = 0] = floats(2_048, 4);
    expect(none).toBe(0);
    expect(one).toBeCloseTo(0.01);
    expect(thousand).toBeCloseTo(10);
  });

  it.each([1, 2, 3, 4, 5, 7, 8])('attends to every one of %i pieces and to nothing behind them', (length) => {
    const { kernel, floats } = opened();
    const [q, k, v, out] = [16, 2_000, 4_000, 6_000].map((at) => floats(at, 9 * 4));
    for (const [i, room] of [q, k, v].entries()) room?.set(Array.from(room, (_, at) => Math.sin(at * 3 + i) * 9));
    kernel.attend(16, 2_000, 4_000, 6_000, 8_000, length, 4, 16, 0.5);
    const row = (of: Float32Array | undefined, piece: number) => [...(of ?? []).slice(piece * 4, piece * 4 + 4)];
    for (let piece = 0; piece < length; piece++) {
      const likeness = Array.from({ length }, (_, other) =>
        row(q, piece).reduce((sum, value, c) => sum + value * (row(k, other)[c] ?? 0) * 0.5, 0),
      );
      const weights = softmaxOf(likeness);
      for (const [c, value] of row(out, piece).entries()) {
        const expected = weights.reduce((sum, weight, other) => sum + weight * (row(v, other)[c] ?? 0), 0);
        expect(value).toBeCloseTo(expected, 4);
      }
    }
  });

  it('keeps sums whole where the weights and the rows are as large as they may be', () => {
    const { kernel, floats, shorts } = opened();
    const inner = 64;
    const largest = Math.min(32_767, Math.floor((2 ** 31 - 1) / (127 * inner)));
    new Int8Array(shorts(16, 1).buffer, 16, 8 * inner).fill(127);
    kernel.packWeights(16, 2_048, 8, inner);
    floats(8_192, 4 * inner).fill(1);
    kernel.roundRows(8_192, 16_384, 24_576, 4, inner, largest);
    floats(25_600, 8).fill(1 / 127);
    floats(26_624, 8).fill(0.5);
    kernel.multiply(16_384, 24_576, 2_048, 25_600, 26_624, 28_672, 4, inner, 8);
    for (const value of floats(28_672, 32)) expect(value).toBeCloseTo(inner + 0.5, 3);
  });
});
