/** A sentence's direction, of length 1; null when nothing in it has a meaning that the encoder knows. */
export type SentenceVector = Float32Array | null;

/** Scales a vector to length 1, in place. @returns null for the zero vector */
export function toUnit(vector: Float32Array): SentenceVector {
  let squares = 0;
  for (const component of vector) squares += component * component;
  if (squares === 0) return null;
  const scale = 1 / Math.sqrt(squares);
  for (let i = 0; i < vector.length; i++) vector[i] = (vector[i] ?? 0) * scale;
  return vector;
}

/** Cosine of two sentences, -1..1; 0 when either means nothing known. */
export function cosine(a: SentenceVector, b: SentenceVector): number {
  if (a === null || b === null) return 0;
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}
