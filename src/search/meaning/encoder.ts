/** A sentence's direction, of length 1; null when nothing in it has a meaning that the encoder knows. */
export type SentenceVector = Float32Array | null;

/** Turns sentences into vectors that point alike when the sentences mean alike. */
export interface Encoder {
  /** For logs and figures: "sif", "nomic-embed-text at localhost". */
  readonly name: string;
  /**
   * @returns one vector a text, in their order, all comparable with each other. Two calls may be answered by different
   *   encoders (see `fallbackEncoder.ts`), so only what one call gave is to be compared.
   */
  encode(texts: readonly string[]): Promise<readonly SentenceVector[]>;
}

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

/**
 * How alike each sentence is to a question.
 * @returns cosines, -1..1, in the sentences' order
 */
export async function similarities(
  encoder: Encoder,
  question: string,
  sentences: readonly string[],
): Promise<readonly number[]> {
  const [asked = null, ...said] = await encoder.encode([question, ...sentences]);
  return said.map((vector) => cosine(asked, vector));
}

/**
 * Cosines on a scale that any encoder shares: models differ in how near they put unrelated sentences (one at 0, another at
 * 0.7), but not in what they put nearest.
 * @returns 1 for the most alike, 0 for the least, in the same order; all 0 when none stands out
 */
export function relativeLikeness(cosines: readonly number[]): readonly number[] {
  const least = Math.min(...cosines);
  const spread = Math.max(...cosines) - least;
  return cosines.map((value) => (spread > 0 ? (value - least) / spread : 0));
}
