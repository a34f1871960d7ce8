import { createHash } from 'node:crypto';

/**
 * The layout of a reader's weights on disk, little-endian, all in one file:
 *
 * | offset | type | |
 * |---|---|---|
 * | 0 | 4 bytes | `DLRD` |
 * | 4 | uint16 | version of this layout, 1 |
 * | 6 | uint16 | layers |
 * | 8 | uint16 | hidden: components of a piece's vector, h |
 * | 10 | uint16 | heads; h / heads is a head's size |
 * | 12 | uint16 | inner: components between a layer's two last matrices, i |
 * | 14 | uint16 | positions: pieces that a pair may have |
 * | 16 | uint32 | pieces in the vocabulary, n |
 * | 20 | uint32 | length of the vocabulary in bytes, b |
 * | 24 | b bytes | the pieces in UTF-8, a line feed between two; a piece's place is its id |
 * | 24 + b | | the tensors, in the order below |
 * | last 32 | bytes | SHA-256 of all bytes before |
 *
 * A vector is float32. A matrix is one float32 a row, its scale, for all rows, then int8, row after row: a weight is its
 * integer times its row's scale. A matrix has a row for each of its outputs.
 *
 * 1. Embeddings: matrix n × h of the pieces; vectors of positions × h, of 2 × h for question and candidate; gain and bias
 *    of their norm, h each.
 * 2. Each layer: query, key, value and output, each a matrix h × h and a bias h; gain and bias of the norm, h each; the first
 *    matrix i × h with its bias i, the second h × i with its bias h; gain and bias of the second norm, h each.
 * 3. Head: a vector of 2h, the first half for the first piece's vector, the second for the mean of all, and a bias.
 */
const MAGIC = 'DLRD';
const VERSION = 1;
const HEADER_BYTES = 24;
const CHECKSUM_BYTES = 32;
const FLOAT_BYTES = 4;

/** Whole numbers of eight bits, with one scale a row. */
export interface Matrix {
  readonly rows: number;
  readonly columns: number;
  readonly scales: Float32Array;
  /** `rows × columns`, row after row; a view of the file's bytes. */
  readonly weights: Int8Array;
}

export interface Linear {
  readonly matrix: Matrix;
  readonly bias: Float32Array;
}

export interface Norm {
  readonly gain: Float32Array;
  readonly bias: Float32Array;
}

export interface Layer {
  readonly query: Linear;
  readonly key: Linear;
  readonly value: Linear;
  readonly output: Linear;
  readonly attentionNorm: Norm;
  readonly first: Linear;
  readonly second: Linear;
  readonly norm: Norm;
}

/** The sizes of a reader, by which all else is known. */
export interface ReaderShape {
  readonly hidden: number;
  readonly heads: number;
  readonly inner: number;
  readonly positions: number;
}

/** A reader as read from its file. */
export interface ReaderWeights {
  readonly shape: ReaderShape;
  readonly pieces: readonly string[];
  readonly pieceVectors: Matrix;
  readonly positionVectors: Float32Array;
  readonly partVectors: Float32Array;
  readonly embeddingNorm: Norm;
  readonly layers: readonly Layer[];
  readonly head: Float32Array;
  readonly headBias: number;
}

/** Takes one tensor after another off a file's bytes. */
class TensorCursor {
  readonly #bytes: Buffer;
  #at: number;

  constructor(bytes: Buffer, at: number) {
    this.#bytes = bytes;
    this.#at = at;
  }

  vector(length: number): Float32Array {
    const start = this.#bytes.byteOffset + this.#take(length * FLOAT_BYTES);
    // Copied, as a float's place in memory must be a multiple of four.
    return new Float32Array(this.#bytes.buffer.slice(start, start + length * FLOAT_BYTES));
  }

  matrix(rows: number, columns: number): Matrix {
    const scales = this.vector(rows);
    const start = this.#bytes.byteOffset + this.#take(rows * columns);
    return { rows, columns, scales, weights: new Int8Array(this.#bytes.buffer, start, rows * columns) };
  }

  linear(outputs: number, inputs: number): Linear {
    return { matrix: this.matrix(outputs, inputs), bias: this.vector(outputs) };
  }

  norm(length: number): Norm {
    return { gain: this.vector(length), bias: this.vector(length) };
  }

  #take(length: number): number {
    const start = this.#at;
    this.#at += length;
    return start;
  }
}

/** Bytes that vectors and matrices of these sizes take. */
function tensorBytes({ hidden, inner, positions }: ReaderShape, layers: number, pieces: number): number {
  const matrix = (rows: number, columns: number) => rows * (columns + FLOAT_BYTES);
  const vectors = (count: number) => count * FLOAT_BYTES;
  const embeddings = matrix(pieces, hidden) + vectors((positions + 4) * hidden);
  const attention = 4 * (matrix(hidden, hidden) + vectors(hidden));
  const widening = matrix(inner, hidden) + vectors(inner) + matrix(hidden, inner) + vectors(hidden);
  return embeddings + layers * (attention + widening + vectors(4 * hidden)) + vectors(2 * hidden + 1);
}

function readLayer(cursor: TensorCursor, { hidden, inner }: ReaderShape): Layer {
  return {
    query: cursor.linear(hidden, hidden),
    key: cursor.linear(hidden, hidden),
    value: cursor.linear(hidden, hidden),
    output: cursor.linear(hidden, hidden),
    attentionNorm: cursor.norm(hidden),
    first: cursor.linear(inner, hidden),
    second: cursor.linear(hidden, inner),
    norm: cursor.norm(hidden),
  };
}

/** The kernel makes eight columns at once and four components of a head. */
function fits({ hidden, heads, inner, positions }: ReaderShape): boolean {
  return hidden > 0 && hidden % 8 === 0 && heads > 0 && hidden % (4 * heads) === 0 && inner % 8 === 0 && positions > 3;
}

/**
 * Reads a reader's weights, and checks them against the checksum in the file: about 30 ms for 24 MB. The matrices stay views
 * of `bytes`.
 * @throws Error, in a sentence fit for the owner, for bytes that are not such a file, or not whole, or changed
 */
export function readReaderFile(bytes: Buffer): ReaderWeights {
  if (bytes.length < HEADER_BYTES || bytes.toString('latin1', 0, 4) !== MAGIC) throw new Error('it is no reader');
  const version = bytes.readUInt16LE(4);
  if (version !== VERSION) throw new Error(`it has layout ${version}, and this version reads layout ${VERSION}`);
  const layerCount = bytes.readUInt16LE(6);
  const shape: ReaderShape = {
    hidden: bytes.readUInt16LE(8),
    heads: bytes.readUInt16LE(10),
    inner: bytes.readUInt16LE(12),
    positions: bytes.readUInt16LE(14),
  };
  const count = bytes.readUInt32LE(16);
  const tensorsAt = HEADER_BYTES + bytes.readUInt32LE(20);
  const expected = tensorsAt + tensorBytes(shape, layerCount, count) + CHECKSUM_BYTES;
  if (bytes.length !== expected) throw new Error(`it is ${bytes.length} bytes long and should be ${expected}`);
  const content = bytes.subarray(0, -CHECKSUM_BYTES);
  if (!createHash('sha256').update(content).digest().equals(bytes.subarray(-CHECKSUM_BYTES))) {
    throw new Error('its checksum is wrong');
  }
  if (!fits(shape)) throw new Error(`its sizes can't be computed with: ${JSON.stringify(shape)}`);
  const pieces = bytes.toString('utf8', HEADER_BYTES, tensorsAt).split('\n');
  if (pieces.length !== count) throw new Error(`it lists ${pieces.length} pieces and should list ${count}`);
  const cursor = new TensorCursor(bytes, tensorsAt);
  return {
    shape,
    pieces,
    pieceVectors: cursor.matrix(count, shape.hidden),
    positionVectors: cursor.vector(shape.positions * shape.hidden),
    partVectors: cursor.vector(2 * shape.hidden),
    embeddingNorm: cursor.norm(shape.hidden),
    layers: Array.from({ length: layerCount }, () => readLayer(cursor, shape)),
    head: cursor.vector(2 * shape.hidden),
    headBias: cursor.vector(1)[0] ?? 0,
  };
}
