import type { HeadedCandidate } from './wordPieces.js';

/** To the worker: candidates of one question, to be scored by a deadline in milliseconds since 1970. */
export interface ReaderJob {
  readonly id: number;
  readonly question: string;
  readonly candidates: readonly (string | HeadedCandidate)[];
  readonly deadline: number;
}

/** From the worker: that it is ready, that its file can't be used, or a job's scores, null when it was late. */
export type ReaderReport =
  | { readonly kind: 'ready' }
  | { readonly kind: 'unusable'; readonly reason: string }
  | { readonly kind: 'scores'; readonly id: number; readonly scores: readonly number[] | null };
