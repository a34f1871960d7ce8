/** A named signal vector: the same names in the same order for every row of a fit. */
export type SignalRow = readonly number[];

/** One question's candidates for fitting a ranking. */
export interface RankingCase {
  readonly candidates: readonly SignalRow[];
  /** Whether each candidate answers; at least one does. */
  readonly answers: readonly boolean[];
  /** How much the question counts. */
  readonly weight: number;
}

/** One prediction for fitting a probability. */
export interface ProbabilityCase {
  readonly signals: SignalRow;
  readonly answers: boolean;
  readonly weight: number;
}

const STEPS = 1500;
const RATE = 0.05;
/** Adam's usual decay rates (Kingma & Ba 2015). */
const [BETA_1, BETA_2, EPSILON] = [0.9, 0.999, 1e-8];

/**
 * Weights that make an answering candidate most probable under a softmax over each question's candidates (ListNet's top-one
 * probability, Cao et al. 2007), with a ridge penalty.
 * @param ridge strength of the penalty, ≥ 0
 */
export function fitRanking(cases: readonly RankingCase[], width: number, ridge: number): number[] {
  const total = cases.reduce((sum, { weight }) => sum + weight, 0);
  return descend(width, (weights, gradient) => {
    for (const { candidates, answers, weight } of cases) {
      const scores = candidates.map((row) => dot(weights, row));
      const highest = Math.max(...scores);
      const odds = scores.map((score) => Math.exp(score - highest));
      const all = sum(odds);
      const right = sum(odds.filter((_, i) => answers[i]));
      for (const [i, row] of candidates.entries()) {
        const odd = odds[i] ?? 0;
        const pull = odd / all - (answers[i] ? odd / right : 0);
        for (let k = 0; k < width; k++) gradient[k] = (gradient[k] ?? 0) + (weight / total) * pull * (row[k] ?? 0);
      }
    }
    for (let k = 0; k < width; k++) gradient[k] = (gradient[k] ?? 0) + ridge * (weights[k] ?? 0);
  });
}

/**
 * Logistic regression with a ridge penalty on all weights but the bias.
 * @returns the weights, the bias last
 */
export function fitProbability(cases: readonly ProbabilityCase[], width: number, ridge: number): number[] {
  const total = cases.reduce((sum, { weight }) => sum + weight, 0);
  return descend(width + 1, (weights, gradient) => {
    for (const { signals, answers, weight } of cases) {
      const row = [...signals, 1];
      const error = 1 / (1 + Math.exp(-dot(weights, row))) - (answers ? 1 : 0);
      for (let k = 0; k <= width; k++) gradient[k] = (gradient[k] ?? 0) + (weight / total) * error * (row[k] ?? 0);
    }
    for (let k = 0; k < width; k++) gradient[k] = (gradient[k] ?? 0) + ridge * (weights[k] ?? 0);
  });
}

/** Adam (Kingma & Ba 2015) from zero; `addGradient` adds the loss's gradient at the weights. */
function descend(width: number, addGradient: (weights: number[], gradient: number[]) => void): number[] {
  const weights = new Array<number>(width).fill(0);
  const first = new Array<number>(width).fill(0);
  const second = new Array<number>(width).fill(0);
  for (let step = 1; step <= STEPS; step++) {
    const gradient = new Array<number>(width).fill(0);
    addGradient(weights, gradient);
    for (let k = 0; k < width; k++) {
      const slope = gradient[k] ?? 0;
      first[k] = BETA_1 * (first[k] ?? 0) + (1 - BETA_1) * slope;
      second[k] = BETA_2 * (second[k] ?? 0) + (1 - BETA_2) * slope * slope;
      const mean = (first[k] ?? 0) / (1 - BETA_1 ** step);
      const spread = (second[k] ?? 0) / (1 - BETA_2 ** step);
      weights[k] = (weights[k] ?? 0) - (RATE * mean) / (Math.sqrt(spread) + EPSILON);
    }
  }
  return weights;
}

export function dot(weights: readonly number[], row: SignalRow): number {
  let total = 0;
  for (let k = 0; k < row.length; k++) total += (weights[k] ?? 0) * (row[k] ?? 0);
  return total;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
