import type { Layer, Linear, Norm, ReaderWeights } from '../../../src/search/reader/readerFile.js';
import type { PiecePair } from '../../../src/search/reader/wordPieces.js';

type Row = readonly number[];

function multiplied({ matrix, bias }: Linear, row: Row): Row {
  return Array.from(bias, (start, output) => {
    let sum = 0;
    for (const [i, value] of row.entries()) sum += value * (matrix.weights[output * matrix.columns + i] ?? 0);
    return start + sum * (matrix.scales[output] ?? 0);
  });
}

function added(a: Row, b: Row): Row {
  return a.map((value, i) => value + (b[i] ?? 0));
}

function normed({ gain, bias }: Norm, row: Row): Row {
  const mean = row.reduce((sum, value) => sum + value, 0) / row.length;
  const variance = row.reduce((sum, value) => sum + (value - mean) ** 2, 0) / row.length;
  return row.map((value, i) => ((value - mean) / Math.sqrt(variance + 1e-12)) * (gain[i] ?? 0) + (bias[i] ?? 0));
}

/** Φ by its series, whose terms shrink as i! grows; exact to a double's last digits for |x| < 6. */
export function normalDistribution(x: number): number {
  if (Math.abs(x) >= 6) return x > 0 ? 1 : 0;
  let term = x;
  let sum = x;
  for (let i = 1; i < 200; i++) {
    term *= (x * x) / (2 * i + 1);
    sum += term;
  }
  return 0.5 + (sum * Math.exp((-x * x) / 2)) / Math.sqrt(2 * Math.PI);
}

export function softmaxOf(values: Row): Row {
  const powers = values.map((value) => Math.exp(value - Math.max(...values)));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / sum);
}

function attended(layer: Layer, rows: readonly Row[], heads: number): readonly Row[] {
  const queries = rows.map((row) => multiplied(layer.query, row));
  const keys = rows.map((row) => multiplied(layer.key, row));
  const values = rows.map((row) => multiplied(layer.value, row));
  return queries.map((query) => {
    const size = query.length / heads;
    return query.map((_, component) => {
      const start = component - (component % size);
      const own = query.slice(start, start + size);
      const likeness = keys.map(
        (key) => own.reduce((sum, value, i) => sum + value * (key[start + i] ?? 0), 0) / Math.sqrt(size),
      );
      return softmaxOf(likeness).reduce((sum, weight, other) => sum + weight * (values[other]?.[component] ?? 0), 0);
    });
  });
}

/** What a cross-encoder computes, written as the papers have it and as slowly: one pair's score. */
export function referenceScore(reader: ReaderWeights, { ids, candidateAt }: PiecePair): number {
  const { hidden, heads } = reader.shape;
  let rows: readonly Row[] = ids.map((id, position) =>
    normed(
      reader.embeddingNorm,
      Array.from({ length: hidden }, (_, c) => {
        const piece = (reader.pieceVectors.weights[id * hidden + c] ?? 0) * (reader.pieceVectors.scales[id] ?? 0);
        const part = reader.partVectors[(position < candidateAt ? 0 : hidden) + c] ?? 0;
        return piece + (reader.positionVectors[position * hidden + c] ?? 0) + part;
      }),
    ),
  );
  for (const layer of reader.layers) {
    const context = attended(layer, rows, heads);
    rows = rows.map((row, i) => {
      const after = normed(layer.attentionNorm, added(row, multiplied(layer.output, context[i] ?? [])));
      const wide = multiplied(layer.first, after).map((value) => value * normalDistribution(value));
      return normed(layer.norm, added(after, multiplied(layer.second, wide)));
    });
  }
  let score = reader.headBias;
  for (let c = 0; c < hidden; c++) {
    const mean = rows.reduce((sum, row) => sum + (row[c] ?? 0), 0) / rows.length;
    score += (rows[0]?.[c] ?? 0) * (reader.head[c] ?? 0) + mean * (reader.head[hidden + c] ?? 0);
  }
  return score;
}
