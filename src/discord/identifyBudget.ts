/** Discord takes one IDENTIFY in five seconds, and 1,000 a day; who sends more has his token reset. */
const LEAST_GAP_MS = 5_500;
const LONGEST_GAP_MS = 4 * 60_000;
/** A session that lasted as long was a good one. */
const LASTING_MS = 60_000;

/** What Discord says of the IDENTIFYs that are left, in `session_start_limit`. */
export interface SessionStartLimit {
  readonly remaining: number;
  /** Milliseconds until there are more. */
  readonly reset_after: number;
}

/**
 * Spaces IDENTIFYs: the gap doubles for each that led to no lasting session, up to four minutes, so that a Discord which is half there
 * costs about twenty in its first hour and fifteen in each later one.
 */
export class IdentifyBudget {
  readonly #now: () => number;
  #inVain = 0;
  #lastAt = Number.NEGATIVE_INFINITY;
  #readyAt: number | null = null;
  #notBefore = Number.NEGATIVE_INFINITY;

  /** @param now milliseconds of a clock that is never set */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** Takes what Discord says is left. */
  limitedTo({ remaining, reset_after: resetAfter }: SessionStartLimit): void {
    this.#notBefore = remaining > 0 ? Number.NEGATIVE_INFINITY : this.#now() + resetAfter;
  }

  /** Milliseconds until the next IDENTIFY may be sent. */
  wait(): number {
    if (this.#readyAt !== null && this.#now() - this.#readyAt >= LASTING_MS) this.#inVain = 0;
    const gap = Math.min(LEAST_GAP_MS * 2 ** Math.min(Math.max(0, this.#inVain - 1), 10), LONGEST_GAP_MS);
    return Math.max(0, this.#lastAt + gap - this.#now(), this.#notBefore - this.#now());
  }

  /** An IDENTIFY is sent. */
  spend(): void {
    this.#lastAt = this.#now();
    this.#readyAt = null;
    this.#inVain += 1;
  }

  /** It led to a session. */
  ready(): void {
    this.#readyAt = this.#now();
  }
}
