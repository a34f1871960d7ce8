/** What a server said of one line. */
export interface ScoredLine {
  /** 0-based, among the lines sent. */
  readonly index: number;
  readonly score: number;
}

/** A probability nearer to 0 or 1 says no more than this one: at 0 and 1 themselves the log odds have no end. */
const LEAST_PROBABILITY = 0.001;

/**
 * Servers' scores on the scale of the built-in reader. Scores that all lie in 0..1 are probabilities, as most rerankers give, and become
 * their logit; others are logits as they are.
 * @param scored in any order
 * @param count how many lines were sent
 * @returns log odds, one a line, of probabilities from -6.9 to 6.9; null unless each line has one score, and nothing else has
 */
export function logOddsOf(scored: readonly ScoredLine[], count: number): readonly number[] | null {
  const scores = new Map(scored.map(({ index, score }) => [index, score]));
  const inOrder = Array.from({ length: count }, (_, index) => scores.get(index) ?? Number.NaN);
  if (scored.length !== count || !inOrder.every(Number.isFinite)) return null;
  const areProbabilities = inOrder.every((score) => score >= 0 && score <= 1);
  return areProbabilities ? inOrder.map(logit) : inOrder;
}

function logit(probability: number): number {
  const clamped = Math.min(1 - LEAST_PROBABILITY, Math.max(LEAST_PROBABILITY, probability));
  return Math.log(clamped / (1 - clamped));
}
