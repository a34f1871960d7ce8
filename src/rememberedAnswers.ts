import { LruCache } from './search/lruCache.js';

/** Answers that are kept: those whose pages people turn, and what many ask at once. */
const KEPT = 100;
/** An answer that a scorer came too late for is not kept for ever; the next to ask may get a better one. */
const KEPT_MS = 60_000;

/**
 * Keeps for a minute what a corpus answered, so that turning a page does not mean to look for everything again, and what several ask at
 * once is looked for once. It belongs to one state of the corpus.
 */
export class RememberedAnswers {
  readonly #kept = new LruCache<{ readonly answer: Promise<unknown>; readonly at: number }>(KEPT);
  readonly #now: () => number;

  /** @param now milliseconds from any start */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** @param asked what was asked, whole; a request that fails is not kept */
  answer<T>(asked: readonly unknown[], find: () => Promise<T>): Promise<T> {
    const key = JSON.stringify(asked);
    const kept = this.#kept.get(key);
    // Under its key stands only what a `find` of the same kind gave.
    if (kept && this.#now() - kept.at < KEPT_MS) return kept.answer as Promise<T>;
    const answer = find();
    this.#kept.set(key, { answer, at: this.#now() });
    answer.catch(() => {
      if (this.#kept.get(key)?.answer === answer) this.#kept.delete(key);
    });
    return answer;
  }
}
