import { type Kernel, type KernelMemory, openKernel } from './kernel.js';
import type { Layer, Linear, Norm, ReaderWeights } from './readerFile.js';

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

/** Vectors of 16 bytes are loaded fastest from multiples of it. */
const ALIGNMENT = 16;
const PAGE_BYTES = 65_536;

/** Hands out room, never taken back. */
class Arena {
  #end = ALIGNMENT;

  get size(): number {
    return this.#end;
  }

  take(bytes: number): number {
    const address = this.#end;
    this.#end += Math.ceil(bytes / ALIGNMENT) * ALIGNMENT;
    return address;
  }
}

/** The kernel with its memory, in which the layers' weights lie beside room for a batch. */
export class Workspace {
  readonly kernel: Kernel;
  readonly embeddingNorm: PlacedNorm;
  readonly layers: readonly PlacedLayer[];
  readonly room: Room;
  readonly #memory: KernelMemory;
  readonly #arena = new Arena();

  /** @param rows pieces that a batch may have, a multiple of 4 */
  constructor({ shape, embeddingNorm, layers }: ReaderWeights, rows: number) {
    const { kernel, memory } = openKernel();
    this.kernel = kernel;
    this.#memory = memory;
    const { hidden, heads, inner, positions } = shape;
    const narrow = () => this.#arena.take(rows * hidden * 4);
    this.room = {
      x: narrow(),
      y: narrow(),
      query: narrow(),
      key: narrow(),
      value: narrow(),
      wide: this.#arena.take(rows * inner * 4),
      rounded: this.#arena.take(rows * Math.max(hidden, inner) * 2),
      scales: this.#arena.take(rows * 4),
      attention: this.#arena.take((hidden / heads + 1) * (positions + 3) * 4),
    };
    const unpacked = this.#arena.take(hidden * Math.max(hidden, inner));
    this.embeddingNorm = this.#placeNorm(embeddingNorm);
    this.layers = layers.map((layer) => this.#placeLayer(layer, unpacked));
  }

  /** A view of float32 values; it holds until the next piece of weights is placed. */
  floats(address: number, length: number): Float32Array {
    return new Float32Array(this.#memory.buffer, address, length);
  }

  #placeLayer(layer: Layer, unpacked: number): PlacedLayer {
    const place = (linear: Linear) => this.#placeLinear(linear, unpacked);
    return {
      query: place(layer.query),
      key: place(layer.key),
      value: place(layer.value),
      output: place(layer.output),
      attentionNorm: this.#placeNorm(layer.attentionNorm),
      first: place(layer.first),
      second: place(layer.second),
      norm: this.#placeNorm(layer.norm),
    };
  }

  #placeLinear({ matrix, bias }: Linear, unpacked: number): PlacedLinear {
    const { rows, columns } = matrix;
    const weights = this.#arena.take(rows * columns * 2);
    this.#grow();
    new Int8Array(this.#memory.buffer, unpacked).set(matrix.weights);
    this.kernel.packWeights(unpacked, weights, rows, columns);
    return {
      inputs: columns,
      outputs: rows,
      weights,
      scales: this.#placeVector(matrix.scales),
      bias: this.#placeVector(bias),
    };
  }

  #placeNorm({ gain, bias }: Norm): PlacedNorm {
    return { gain: this.#placeVector(gain), bias: this.#placeVector(bias) };
  }

  #placeVector(values: Float32Array): number {
    const address = this.#arena.take(values.byteLength);
    this.#grow();
    this.floats(address, values.length).set(values);
    return address;
  }

  /** Makes the memory as large as what has been taken. */
  #grow(): void {
    const lacking = this.#arena.size - this.#memory.buffer.byteLength;
    if (lacking > 0) this.#memory.grow(Math.ceil(lacking / PAGE_BYTES));
  }
}
