import { createHash } from 'node:crypto';
import type { Layer, Linear, Matrix, Norm, ReaderWeights } from '../../../src/search/reader/readerFile.js';

export const TINY_PIECES = [
  '[PAD]',
  '[UNK]',
  '[CLS]',
  '[SEP]',
  'when',
  'does',
  'the',
  'ferry',
  'sail',
  '##s',
  'at',
  'noon',
];
const SHAPE = { hidden: 16, heads: 2, inner: 24, positions: 14 };
const LAYERS = 2;

/** Numbers between -1 and 1, the same on every run (a linear congruential generator, Numerical Recipes' constants). */
function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 31 - 1;
  };
}

/** A reader of two small layers with weights by chance. */
export function tinyReader(seed = 1): ReaderWeights {
  const random = randomNumbers(seed);
  const { hidden, inner, positions } = SHAPE;
  const vector = (length: number, scale = 1) => Float32Array.from({ length }, () => random() * scale);
  const matrix = (rows: number, columns: number): Matrix => ({
    rows,
    columns,
    scales: Float32Array.from({ length: rows }, () => (1.5 + random()) / 500),
    weights: Int8Array.from({ length: rows * columns }, () => Math.round(random() * 127)),
  });
  const linear = (outputs: number, inputs: number): Linear => ({
    matrix: matrix(outputs, inputs),
    bias: vector(outputs, 0.3),
  });
  const norm = (): Norm => ({ gain: vector(hidden).map((value) => 1 + value / 4), bias: vector(hidden, 0.2) });
  const layer = (): Layer => ({
    query: linear(hidden, hidden),
    key: linear(hidden, hidden),
    value: linear(hidden, hidden),
    output: linear(hidden, hidden),
    attentionNorm: norm(),
    first: linear(inner, hidden),
    second: linear(hidden, inner),
    norm: norm(),
  });
  return {
    shape: SHAPE,
    pieces: TINY_PIECES,
    pieceVectors: matrix(TINY_PIECES.length, hidden),
    positionVectors: vector(positions * hidden),
    partVectors: vector(2 * hidden),
    embeddingNorm: norm(),
    layers: Array.from({ length: LAYERS }, layer),
    head: vector(2 * hidden),
    headBias: Math.fround(random()),
  };
}

function bytesOf(values: Float32Array | Int8Array): Buffer {
  return Buffer.from(values.buffer, values.byteOffset, values.byteLength);
}

function matrixBytes({ scales, weights }: Matrix): Buffer[] {
  return [bytesOf(scales), bytesOf(weights)];
}

function linearBytes({ matrix, bias }: Linear): Buffer[] {
  return [...matrixBytes(matrix), bytesOf(bias)];
}

function normBytes({ gain, bias }: Norm): Buffer[] {
  return [bytesOf(gain), bytesOf(bias)];
}

/** Puts the right checksum behind what stands before it. */
export function sealed(content: Buffer): Buffer {
  return Buffer.concat([content, createHash('sha256').update(content).digest()]);
}

/** A reader's file, as `readerFile.ts` describes it. */
export function readerBytes({ shape, pieces, layers, ...weights }: ReaderWeights): Buffer {
  const list = Buffer.from(pieces.join('\n'), 'utf8');
  const header = Buffer.alloc(24);
  header.write('DLRD', 'latin1');
  for (const [i, value] of [1, layers.length, shape.hidden, shape.heads, shape.inner, shape.positions].entries()) {
    header.writeUInt16LE(value, 4 + 2 * i);
  }
  header.writeUInt32LE(pieces.length, 16);
  header.writeUInt32LE(list.length, 20);
  const layerBytes = layers.flatMap((layer) => [
    ...[layer.query, layer.key, layer.value, layer.output].flatMap(linearBytes),
    ...normBytes(layer.attentionNorm),
    ...[layer.first, layer.second].flatMap(linearBytes),
    ...normBytes(layer.norm),
  ]);
  return sealed(
    Buffer.concat([
      header,
      list,
      ...matrixBytes(weights.pieceVectors),
      bytesOf(weights.positionVectors),
      bytesOf(weights.partVectors),
      ...normBytes(weights.embeddingNorm),
      ...layerBytes,
      bytesOf(weights.head),
      bytesOf(Float32Array.of(weights.headBias)),
    ]),
  );
}
