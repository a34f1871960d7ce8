import { batchPairs } from './batches.js';
import { type Kernel, openKernel } from './kernel.js';
import {
  type PlacedLayer,
  type PlacedLinear,
  type PlacedNorm,
  type PlacedWeights,
  ROWS_AT_ONCE,
  type Room,
} from './placedWeights.js';
import type { PiecePair } from './wordPieces.js';

/** A sum of products stays below 2³¹: so large may a row's whole numbers be at most, beside weights of ±127. */
const LARGEST_SUM = 2 ** 31 - 1;
const LARGEST_WEIGHT = 127;
const LARGEST_INT16 = 32_767;

/**
 * A transformer that reads question and candidate together and gives one number (BERT's encoder, Devlin et al. 2019, after
 * each sum a norm; the number from the first piece's vector beside the mean of all).
 */
export class CrossEncoder {
  readonly #placed: PlacedWeights;
  readonly #room: Room;
  readonly #kernel: Kernel;
  readonly #pieceVectors: Int8Array;
  readonly #pieceScales: Float32Array;
  readonly #positionVectors: Float32Array;
  readonly #partVectors: Float32Array;
  readonly #head: Float32Array;
  /** The room's `x` and `y`. */
  readonly #vectors: Float32Array;
  readonly #added: Float32Array;

  /**
   * For the thread that makes it, and at no cost: it only looks at what has been placed.
   * @param room one of `placed.rooms`, which nobody else computes in
   */
  constructor(placed: PlacedWeights, room: Room = placed.rooms[0]) {
    const { kernel, shape, embeddings, capacity } = placed;
    const { hidden } = shape;
    const { buffer } = kernel.memory;
    this.#placed = placed;
    this.#room = room;
    this.#kernel = openKernel(kernel);
    this.#pieceVectors = new Int8Array(buffer, embeddings.pieceVectors, embeddings.pieces * hidden);
    this.#pieceScales = new Float32Array(buffer, embeddings.pieceScales, embeddings.pieces);
    this.#positionVectors = new Float32Array(buffer, embeddings.positionVectors, shape.positions * hidden);
    this.#partVectors = new Float32Array(buffer, embeddings.partVectors, 2 * hidden);
    this.#head = new Float32Array(buffer, placed.head, 2 * hidden);
    this.#vectors = new Float32Array(buffer, room.x, capacity * hidden);
    this.#added = new Float32Array(buffer, room.y, capacity * hidden);
  }

  /**
   * @param pairs none longer than the reader has positions
   * @param goesOn asked before each layer; by false the work is given up
   * @returns one logit a pair, any number, higher for a better fit; null when given up
   */
  score(pairs: readonly PiecePair[], goesOn: () => boolean = () => true): number[] | null {
    const scores: number[] = [];
    for (const batch of batchPairs(pairs, this.#placed.capacity)) {
      const rows = roundUp(batch.pieces);
      this.#embed(batch.pairs);
      this.#addAndNorm(this.#placed.embeddings.norm, rows);
      for (const layer of this.#placed.layers) {
        if (!goesOn()) return null;
        this.#attend(layer, batch.pairs, rows);
        this.#transform(layer, rows);
      }
      scores.push(...this.#logits(batch.pairs));
    }
    return scores;
  }

  /** Each piece's vector to `x`, its position's and part's to `y`. */
  #embed(pairs: readonly PiecePair[]): void {
    const { hidden } = this.#placed.shape;
    let to = 0;
    for (const { ids, candidateAt } of pairs) {
      for (const [position, id] of ids.entries()) {
        const scale = this.#pieceScales[id] ?? 0;
        const part = position < candidateAt ? 0 : hidden;
        for (let c = 0; c < hidden; c++) {
          this.#vectors[to + c] = (this.#pieceVectors[id * hidden + c] ?? 0) * scale;
          this.#added[to + c] =
            (this.#positionVectors[position * hidden + c] ?? 0) + (this.#partVectors[part + c] ?? 0);
        }
        to += hidden;
      }
    }
  }

  /** The first half of a layer: each piece takes from the other pieces of its pair. */
  #attend(layer: PlacedLayer, pairs: readonly PiecePair[], rows: number): void {
    const { hidden, heads } = this.#placed.shape;
    const kernel = this.#kernel;
    const room = this.#room;
    this.#round(room.x, rows, hidden);
    this.#multiply(layer.query, room.query, rows);
    this.#multiply(layer.key, room.key, rows);
    this.#multiply(layer.value, room.value, rows);
    const size = hidden / heads;
    const stride = hidden * 4;
    let first = 0;
    for (const { ids } of pairs) {
      for (let head = 0; head < heads; head++) {
        const at = first * stride + head * size * 4;
        kernel.attend(
          room.query + at,
          room.key + at,
          room.value + at,
          room.y + at,
          room.attention,
          ids.length,
          size,
          stride,
          1 / Math.sqrt(size),
        );
      }
      first += ids.length;
    }
    this.#round(room.y, rows, hidden);
    this.#multiply(layer.output, room.y, rows);
    this.#addAndNorm(layer.attentionNorm, rows);
  }

  /** The second half of a layer: each piece by itself. */
  #transform(layer: PlacedLayer, rows: number): void {
    const { hidden, inner } = this.#placed.shape;
    const kernel = this.#kernel;
    const room = this.#room;
    this.#round(room.x, rows, hidden);
    this.#multiply(layer.first, room.wide, rows);
    kernel.gelu(room.wide, rows * inner);
    this.#round(room.wide, rows, inner);
    this.#multiply(layer.second, room.y, rows);
    this.#addAndNorm(layer.norm, rows);
  }

  #round(from: number, rows: number, columns: number): void {
    const kernel = this.#kernel;
    const room = this.#room;
    const largest = Math.min(LARGEST_INT16, Math.floor(LARGEST_SUM / (LARGEST_WEIGHT * columns)));
    kernel.roundRows(from, room.rounded, room.scales, rows, columns, largest);
  }

  #multiply({ weights, scales, bias, inputs, outputs }: PlacedLinear, out: number, rows: number): void {
    const kernel = this.#kernel;
    const room = this.#room;
    kernel.multiply(room.rounded, room.scales, weights, scales, bias, out, rows, inputs, outputs);
  }

  #addAndNorm({ gain, bias }: PlacedNorm, rows: number): void {
    const kernel = this.#kernel;
    const room = this.#room;
    kernel.addAndNorm(room.x, room.y, gain, bias, rows, this.#placed.shape.hidden);
  }

  #logits(pairs: readonly PiecePair[]): number[] {
    const { hidden } = this.#placed.shape;
    let first = 0;
    return pairs.map(({ ids }) => {
      let ofFirst = 0;
      let ofAll = 0;
      for (let at = 0; at < ids.length * hidden; at++) {
        const component = at % hidden;
        const value = this.#vectors[first * hidden + at] ?? 0;
        if (at < hidden) ofFirst += value * (this.#head[component] ?? 0);
        ofAll += value * (this.#head[hidden + component] ?? 0);
      }
      first += ids.length;
      return ofFirst + ofAll / ids.length + this.#placed.headBias;
    });
  }
}

function roundUp(rows: number): number {
  return Math.ceil(rows / ROWS_AT_ONCE) * ROWS_AT_ONCE;
}
