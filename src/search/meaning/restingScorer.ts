import type { CandidateScorer, ScorerVerdict } from './candidateScorer.js';

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
  readonly calibrated: boolean;
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
    this.calibrated = scorer.calibrated ?? false;
  }

  async score(question: string, candidates: readonly string[]): Promise<ScorerVerdict> {
    if (this.#now() < this.#restUntil) return null;
    try {
      const verdict = await this.#scorer.score(question, candidates);
      // Too busy to be asked is no sign of health.
      if (verdict === null) return null;
      if (this.#failing) this.#log.info(`${this.name} works again.`);
      this.#failing = false;
      return verdict;
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
    // An endpoint's errors begin with its name.
    const trouble = reason.startsWith(this.name) ? reason : `${this.name}: ${reason}`;
    this.#log.warn(`The built-in ranking stands in until this is over: ${trouble}`);
  }
}
