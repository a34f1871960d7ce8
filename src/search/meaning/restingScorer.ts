import type { CandidateScorer } from './candidateScorer.js';

/** After a failure a scorer is left alone for so long, lest every answer wait for its time-out. */
const REST_MS = 30_000;

/** Where a scorer's trouble is said. */
export interface ScorerLog {
  warn(message: string): void;
  info(message: string): void;
}

/**
 * A scorer that may fail, made one that never does: in trouble it has no say, so that an answer is what it would be
 * without. Trouble is logged once when it begins, and once more when it is over.
 */
export class RestingScorer implements CandidateScorer {
  readonly name: string;
  readonly #scorer: CandidateScorer;
  readonly #log: ScorerLog;
  readonly #now: () => number;
  #failing = false;
  #restUntil = Number.NEGATIVE_INFINITY;

  /** @param now milliseconds from any start, for the pause after a failure */
  constructor(scorer: CandidateScorer, log: ScorerLog, now: () => number = () => performance.now()) {
    this.#scorer = scorer;
    this.#log = log;
    this.#now = now;
    this.name = scorer.name;
  }

  async score(question: string, candidates: readonly string[]): Promise<readonly number[] | null> {
    if (this.#now() < this.#restUntil) return null;
    try {
      const scores = await this.#scorer.score(question, candidates);
      if (this.#failing) this.#log.info(`Embeddings work again: ${this.name}.`);
      this.#failing = false;
      return scores;
    } catch (error) {
      this.#fail(error);
      return null;
    }
  }

  #fail(error: unknown): void {
    this.#restUntil = this.#now() + REST_MS;
    if (this.#failing) return;
    this.#failing = true;
    const reason = error instanceof Error ? error.message : String(error);
    this.#log.warn(`Embeddings don't work, so the built-in ranking stands in: ${reason}`);
  }
}
