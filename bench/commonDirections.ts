/** Enough for the leading directions of word vectors, whose variances lie well apart. */
const POWER_ITERATIONS = 200;

/**
 * Takes the mean and the leading principal directions out of vectors, in place (Mu & Viswanath 2018, algorithm 1).
 * Only + - × ÷ and square roots in a fixed order, so the result is the same to the bit on every machine.
 * @param vectors all of one length
 * @param directions how many, 0..length
 */
export function removeCommonDirections(vectors: readonly Float64Array[], directions: number): void {
  subtractMean(vectors);
  for (let i = 0; i < directions; i++) {
    const direction = leadingDirection(covariance(vectors));
    for (const vector of vectors) {
      const share = dot(vector, direction);
      for (let k = 0; k < vector.length; k++) vector[k] = (vector[k] ?? 0) - share * (direction[k] ?? 0);
    }
  }
}

function subtractMean(vectors: readonly Float64Array[]): void {
  const mean = new Float64Array(vectors[0]?.length ?? 0);
  for (const vector of vectors) {
    for (let k = 0; k < mean.length; k++) mean[k] = (mean[k] ?? 0) + (vector[k] ?? 0) / vectors.length;
  }
  for (const vector of vectors) {
    for (let k = 0; k < mean.length; k++) vector[k] = (vector[k] ?? 0) - (mean[k] ?? 0);
  }
}

function covariance(vectors: readonly Float64Array[]): Float64Array[] {
  const size = vectors[0]?.length ?? 0;
  const sums = Array.from({ length: size }, () => new Float64Array(size));
  for (const vector of vectors) {
    for (const [i, row] of sums.entries()) {
      const left = vector[i] ?? 0;
      for (let k = 0; k < size; k++) row[k] = (row[k] ?? 0) + left * (vector[k] ?? 0);
    }
  }
  return sums;
}

/** The eigenvector of the largest eigenvalue, by power iteration from a fixed start. */
function leadingDirection(matrix: readonly Float64Array[]): Float64Array {
  // Components that differ, so that the start is not at right angles to the answer.
  let direction = unit(Float64Array.from(matrix, (_row, i) => 1 + i / matrix.length));
  for (let i = 0; i < POWER_ITERATIONS; i++) {
    const current = direction;
    direction = unit(Float64Array.from(matrix, (row) => dot(row, current)));
  }
  return direction;
}

function unit(vector: Float64Array): Float64Array {
  const norm = Math.sqrt(dot(vector, vector));
  return norm === 0 ? vector : vector.map((component) => component / norm);
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}
