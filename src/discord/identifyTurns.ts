/** Discord takes one IDENTIFY in five seconds of the shards that share a turn. */
const GAP_MS = 5_500;

/**
 * Lets the shards of one bot identify one after another. Those whose number leaves the same rest, divided by Discord's `max_concurrency`,
 * share a turn; for most bots that is 1, and all do.
 */
export class IdentifyTurns {
  readonly #concurrency: number;
  readonly #now: () => number;
  /** When the next of each rest may. */
  readonly #free = new Map<number, number>();

  /** @param now milliseconds of a clock that is never set */
  constructor(concurrency: number, now: () => number = () => performance.now()) {
    this.#concurrency = Math.max(1, concurrency);
    this.#now = now;
  }

  /** Takes the next free turn. @returns milliseconds until it comes */
  take(shard: number): number {
    const rest = shard % this.#concurrency;
    const at = Math.max(this.#now(), this.#free.get(rest) ?? 0);
    this.#free.set(rest, at + GAP_MS);
    return at - this.#now();
  }
}
