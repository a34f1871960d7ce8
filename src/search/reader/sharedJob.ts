import type { CrossEncoder } from './crossEncoder.js';
import type { PiecePair } from './wordPieces.js';

/** Pairs that are scored together, each with its place among all. */
type Portion = (readonly [place: number, pair: PiecePair])[];

/**
 * What two threads work off together. Each takes a portion when it is free, so that one which never gets a core leaves its own
 * to the other. Posted to a thread, it is the same job there.
 */
export interface SharedJob {
  readonly portions: readonly Portion[];
  /** In milliseconds since 1970; what is not done by then is given up. */
  readonly deadline: number;
  /** One number in shared memory: portions that have been taken. */
  readonly taken: Int32Array;
  /** In shared memory, one logit a pair, in the pairs' order. */
  readonly scores: Float64Array;
}

/** Two portions with about as many pieces: the longest pairs are dealt out first, each to the portion that has less by then. */
function halve(pairs: readonly PiecePair[]): readonly [Portion, Portion] {
  const first: Portion = [];
  const second: Portion = [];
  let ahead = 0;
  for (const placed of [...pairs.entries()].sort(([, a], [, b]) => b.ids.length - a.ids.length)) {
    const pieces = placed[1].ids.length;
    (ahead > 0 ? second : first).push(placed);
    ahead += ahead > 0 ? -pieces : pieces;
  }
  return [first, second];
}

/** @param deadline in milliseconds since 1970 */
export function shareJob(pairs: readonly PiecePair[], deadline: number): SharedJob {
  return {
    portions: halve(pairs),
    deadline,
    taken: new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)),
    scores: new Float64Array(new SharedArrayBuffer(pairs.length * Float64Array.BYTES_PER_ELEMENT)),
  };
}

/**
 * Takes and scores portions until none is left.
 * @returns whether in time, so that the scores are all there once each thread that takes part has said so
 */
export function workOff({ portions, deadline, taken, scores }: SharedJob, encoder: CrossEncoder): boolean {
  const inTime = () => Date.now() < deadline;
  for (let at = Atomics.add(taken, 0, 1); at < portions.length; at = Atomics.add(taken, 0, 1)) {
    const portion = portions[at] ?? [];
    const pairs = portion.map(([, pair]) => pair);
    const ofPortion = encoder.score(pairs, inTime);
    if (!ofPortion) return false;
    for (const [i, [place]] of portion.entries()) scores[place] = ofPortion[i] ?? 0;
  }
  return true;
}
