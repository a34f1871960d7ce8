import { batchPairs } from './batches.js';
import type { Matrix, ReaderShape, ReaderWeights } from './readerFile.js';
import type { PiecePair } from './wordPieces.js';
import { type PlacedLayer, type PlacedLinear, type PlacedNorm, Workspace } from './workspace.js';

/** Pieces of a batch: enough that weights are fetched seldom, few enough that a batch stays in a core's cache. */
const BATCH_PIECES = 240;
/** The kernel multiplies so many rows at once. */
const ROWS_AT_ONCE = 4;
/** A sum of products stays below 2³¹: so large may a row's whole numbers be at most, beside weights of ±127. */
const LARGEST_SUM = 2 ** 31 - 1;
const LARGEST_WEIGHT = 127;
const LARGEST_INT16 = 32_767;

/**
 * A transformer that reads question and candidate together and gives one number (BERT's encoder, Devlin et al. 2019, after
 * each sum a norm; the number from the first piece's vector beside the mean of all).
 */
export class CrossEncoder {
  readonly #shape: ReaderShape;
  readonly #pieceVectors: Matrix;
  readonly #positionVectors: Float32Array;
  readonly #partVectors: Float32Array;
  readonly #head: Float32Array;
  readonly #headBias: number;
  readonly #capacity: number;
  readonly #workspace: Workspace;

  /** Lays the weights out for the kernel, about 50 ms for six layers of 384; of the file's bytes nothing is kept. */
  constructor(weights: ReaderWeights) {
    this.#shape = weights.shape;
    this.#pieceVectors = { ...weights.pieceVectors, weights: weights.pieceVectors.weights.slice() };
    this.#positionVectors = weights.positionVectors;
    this.#partVectors = weights.partVectors;
    this.#head = weights.head;
    this.#headBias = weights.headBias;
    this.#capacity = roundUp(Math.max(BATCH_PIECES, weights.shape.positions));
    this.#workspace = new Workspace(weights, this.#capacity);
  }

  /**
   * @param pairs none longer than the reader has positions
   * @param goesOn asked before each layer; by false the work is given up
   * @returns one logit a pair, any number, higher for a better fit; null when given up
   */
  score(pairs: readonly PiecePair[], goesOn: () => boolean = () => true): number[] | null {
    const scores: number[] = [];
    for (const batch of batchPairs(pairs, this.#capacity)) {
      const rows = roundUp(batch.pieces);
      this.#embed(batch.pairs);
      this.#addAndNorm(this.#workspace.embeddingNorm, rows);
      for (const layer of this.#workspace.layers) {
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
    const { hidden } = this.#shape;
    const { x, y } = this.#workspace.room;
    const vectors = this.#workspace.floats(x, this.#capacity * hidden);
    const places = this.#workspace.floats(y, this.#capacity * hidden);
    let to = 0;
    for (const { ids, candidateAt } of pairs) {
      for (const [position, id] of ids.entries()) {
        const scale = this.#pieceVectors.scales[id] ?? 0;
        const part = position < candidateAt ? 0 : hidden;
        for (let c = 0; c < hidden; c++) {
          vectors[to + c] = (this.#pieceVectors.weights[id * hidden + c] ?? 0) * scale;
          places[to + c] = (this.#positionVectors[position * hidden + c] ?? 0) + (this.#partVectors[part + c] ?? 0);
        }
        to += hidden;
      }
    }
  }

  /** The first half of a layer: each piece takes from the other pieces of its pair. */
  #attend(layer: PlacedLayer, pairs: readonly PiecePair[], rows: number): void {
    const { hidden, heads } = this.#shape;
    const { kernel, room } = this.#workspace;
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
    const { hidden, inner } = this.#shape;
    const { kernel, room } = this.#workspace;
    this.#round(room.x, rows, hidden);
    this.#multiply(layer.first, room.wide, rows);
    kernel.gelu(room.wide, rows * inner);
    this.#round(room.wide, rows, inner);
    this.#multiply(layer.second, room.y, rows);
    this.#addAndNorm(layer.norm, rows);
  }

  #round(from: number, rows: number, columns: number): void {
    const { kernel, room } = this.#workspace;
    const largest = Math.min(LARGEST_INT16, Math.floor(LARGEST_SUM / (LARGEST_WEIGHT * columns)));
    kernel.roundRows(from, room.rounded, room.scales, rows, columns, largest);
  }

  #multiply({ weights, scales, bias, inputs, outputs }: PlacedLinear, out: number, rows: number): void {
    const { kernel, room } = this.#workspace;
    kernel.multiply(room.rounded, room.scales, weights, scales, bias, out, rows, inputs, outputs);
  }

  #addAndNorm({ gain, bias }: PlacedNorm, rows: number): void {
    const { kernel, room } = this.#workspace;
    kernel.addAndNorm(room.x, room.y, gain, bias, rows, this.#shape.hidden);
  }

  #logits(pairs: readonly PiecePair[]): number[] {
    const { hidden } = this.#shape;
    const vectors = this.#workspace.floats(this.#workspace.room.x, this.#capacity * hidden);
    let first = 0;
    return pairs.map(({ ids }) => {
      let ofFirst = 0;
      let ofAll = 0;
      for (let at = 0; at < ids.length * hidden; at++) {
        const component = at % hidden;
        const value = vectors[first * hidden + at] ?? 0;
        if (at < hidden) ofFirst += value * (this.#head[component] ?? 0);
        ofAll += value * (this.#head[hidden + component] ?? 0);
      }
      first += ids.length;
      return ofFirst + ofAll / ids.length + this.#headBias;
    });
  }
}

function roundUp(rows: number): number {
  return Math.ceil(rows / ROWS_AT_ONCE) * ROWS_AT_ONCE;
}
