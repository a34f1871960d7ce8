import { createKernel, type Kernel, type KernelMemory, openKernel, type SharedKernel } from './kernel.js';
import type { Layer, Linear, Norm, ReaderShape, ReaderWeights } from './readerFile.js';

/** Addresses in the kernel's memory, in bytes from its start. */
export interface PlacedLinear {
  readonly inputs: number;
  readonly outputs: number;
  /** As `packWeights` leaves them. */
  readonly weights: number;
  readonly scales: number;
  readonly bias: number;
}

export interface PlacedNorm {
  readonly gain: number;
  readonly bias: number;
}

export interface PlacedLayer {
  readonly query: PlacedLinear;
  readonly key: PlacedLinear;
  readonly value: PlacedLinear;
  readonly output: PlacedLinear;
  readonly attentionNorm: PlacedNorm;
  readonly first: PlacedLinear;
  readonly second: PlacedLinear;
  readonly norm: PlacedNorm;
}

/** What stands before the layers: int8 rows with a scale each for the pieces, float32 rows for the rest. */
export interface PlacedEmbeddings {
  readonly pieces: number;
  readonly pieceVectors: number;
  readonly pieceScales: number;
  readonly positionVectors: number;
  readonly partVectors: number;
  readonly norm: PlacedNorm;
}

/** Room for one batch on its way through the layers: float32 rows, but for `rounded`. */
export interface Room {
  /** What goes from layer to layer, a row of `hidden` a piece. */
  readonly x: number;
  /** What is added to it. */
  readonly y: number;
  readonly query: number;
  readonly key: number;
  readonly value: number;
  /** Rows of `inner`. */
  readonly wide: number;
  /** Rows of 16-bit whole numbers, as long as the longest row, and a scale for each. */
  readonly rounded: number;
  readonly scales: number;
  readonly attention: number;
}

/** A reader's weights in a memory that threads share. It can be posted to one, and holds nothing that has to be copied. */
export interface PlacedWeights {
  readonly kernel: SharedKernel;
  readonly shape: ReaderShape;
  readonly embeddings: PlacedEmbeddings;
  readonly layers: readonly PlacedLayer[];
  /** `2 × hidden` float32 values. */
  readonly head: number;
  readonly headBias: number;
  /** Pieces that a room holds, a multiple of {@link ROWS_AT_ONCE}. */
  readonly capacity: number;
  /** One for each of two threads; what no batch was ever in takes no memory. */
  readonly rooms: readonly [Room, Room];
}

/** The kernel multiplies so many rows at once. */
export const ROWS_AT_ONCE = 4;
/** Pieces of a batch: enough that weights are fetched seldom, few enough that a batch stays in a core's cache. */
const BATCH_PIECES = 240;
/** Vectors of 16 bytes are loaded fastest from multiples of it. */
const ALIGNMENT = 16;
const PAGE_BYTES = 65_536;

/** Puts one thing behind the other into the kernel's memory, which grows with it. */
class Placer {
  readonly #memory: KernelMemory;
  readonly #kernel: Kernel;
  #end = ALIGNMENT;

  constructor(shared: SharedKernel) {
    this.#memory = shared.memory;
    this.#kernel = openKernel(shared);
  }

  /** Room for so many bytes, never taken back. */
  take(bytes: number): number {
    const address = this.#end;
    this.#end += Math.ceil(bytes / ALIGNMENT) * ALIGNMENT;
    const lacking = this.#end - this.#memory.buffer.byteLength;
    if (lacking > 0) this.#memory.grow(Math.ceil(lacking / PAGE_BYTES));
    return address;
  }

  bytes(values: Int8Array): number {
    const address = this.take(values.length);
    this.#set(address, values);
    return address;
  }

  floats(values: Float32Array): number {
    const address = this.take(values.byteLength);
    new Float32Array(this.#memory.buffer, address, values.length).set(values);
    return address;
  }

  norm({ gain, bias }: Norm): PlacedNorm {
    return { gain: this.floats(gain), bias: this.floats(bias) };
  }

  /** @param unpacked room for its matrix in 8 bits, which can be used anew afterwards */
  linear({ matrix, bias }: Linear, unpacked: number): PlacedLinear {
    const { rows, columns } = matrix;
    const weights = this.take(rows * columns * 2);
    this.#set(unpacked, matrix.weights);
    this.#kernel.packWeights(unpacked, weights, rows, columns);
    return { inputs: columns, outputs: rows, weights, scales: this.floats(matrix.scales), bias: this.floats(bias) };
  }

  #set(address: number, values: Int8Array): void {
    new Int8Array(this.#memory.buffer, address, values.length).set(values);
  }
}

function takeRoom(placer: Placer, { hidden, heads, inner, positions }: ReaderShape, rows: number): Room {
  const narrow = () => placer.take(rows * hidden * 4);
  return {
    x: narrow(),
    y: narrow(),
    query: narrow(),
    key: narrow(),
    value: narrow(),
    wide: placer.take(rows * inner * 4),
    rounded: placer.take(rows * Math.max(hidden, inner) * 2),
    scales: placer.take(rows * 4),
    attention: placer.take((hidden / heads + 1) * (positions + 3) * 4),
  };
}

function placeLayer(placer: Placer, layer: Layer, unpacked: number): PlacedLayer {
  const place = (linear: Linear) => placer.linear(linear, unpacked);
  return {
    query: place(layer.query),
    key: place(layer.key),
    value: place(layer.value),
    output: place(layer.output),
    attentionNorm: placer.norm(layer.attentionNorm),
    first: place(layer.first),
    second: place(layer.second),
    norm: placer.norm(layer.norm),
  };
}

/**
 * Lays weights out for the kernel in a memory of their own, about 50 ms for six layers of 384; of the file's bytes nothing is
 * kept.
 */
export function placeWeights(weights: ReaderWeights): PlacedWeights {
  const { shape } = weights;
  const capacity = Math.ceil(Math.max(BATCH_PIECES, shape.positions) / ROWS_AT_ONCE) * ROWS_AT_ONCE;
  const kernel = createKernel();
  const placer = new Placer(kernel);
  const unpacked = placer.take(shape.hidden * Math.max(shape.hidden, shape.inner));
  return {
    kernel,
    shape,
    capacity,
    rooms: [takeRoom(placer, shape, capacity), takeRoom(placer, shape, capacity)],
    embeddings: {
      pieces: weights.pieceVectors.rows,
      pieceVectors: placer.bytes(weights.pieceVectors.weights),
      pieceScales: placer.floats(weights.pieceVectors.scales),
      positionVectors: placer.floats(weights.positionVectors),
      partVectors: placer.floats(weights.partVectors),
      norm: placer.norm(weights.embeddingNorm),
    },
    layers: weights.layers.map((layer) => placeLayer(placer, layer, unpacked)),
    head: placer.floats(weights.head),
    headBias: weights.headBias,
  };
}
