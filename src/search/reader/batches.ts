import type { PiecePair } from './wordPieces.js';

/** Pairs that are computed together, one behind the other, without anything between them. */
export interface Batch {
  readonly pairs: readonly PiecePair[];
  /** Pieces of all pairs. */
  readonly pieces: number;
}

/**
 * Puts pairs, in their order, into as few batches as hold them.
 * @param capacity pieces of a batch, at least those of the longest pair
 */
export function batchPairs(pairs: readonly PiecePair[], capacity: number): Batch[] {
  const batches: Batch[] = [];
  let gathered: PiecePair[] = [];
  let pieces = 0;
  for (const pair of pairs) {
    if (pieces > 0 && pieces + pair.ids.length > capacity) {
      batches.push({ pairs: gathered, pieces });
      gathered = [];
      pieces = 0;
    }
    gathered.push(pair);
    pieces += pair.ids.length;
  }
  if (pieces > 0) batches.push({ pairs: gathered, pieces });
  return batches;
}
