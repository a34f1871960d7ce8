import { setTimeout as sleep } from 'node:timers/promises';
import { waitBeforeTry } from './backoff.js';
import { type DiscordError, explainFailure } from './errors.js';

export interface InsistOptions {
  /** Where Discord is looked for. */
  readonly address: string;
  readonly signal: AbortSignal;
  /** Told of each try that failed. */
  readonly onTrouble: (error: DiscordError) => void;
}

/**
 * Tries until it succeeds, with longer and longer waits between.
 * @throws DiscordError when only the owner can mend what is wrong; an AbortError once the signal has come
 */
export async function insist<T>(work: () => Promise<T>, options: InsistOptions): Promise<T> {
  const { address, signal, onTrouble } = options;
  for (let failed = 1; ; failed++) {
    try {
      return await work();
    } catch (error) {
      signal.throwIfAborted();
      const explained = explainFailure(error, address);
      if (explained.isForOwner) throw explained;
      onTrouble(explained);
      await sleep(Math.max(waitBeforeTry(failed), askedToWait(error)), undefined, { signal });
    }
  }
}

/** Milliseconds that a rate limit lasts; 0 for any other error. */
function askedToWait(error: unknown): number {
  if (typeof error !== 'object' || error === null || !('retryAfter' in error)) return 0;
  return typeof error.retryAfter === 'number' ? error.retryAfter : 0;
}
