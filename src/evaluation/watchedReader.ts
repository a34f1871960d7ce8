import type { CandidateScorer, ScorerVerdict } from '../search/meaning/candidateScorer.js';

/** A reader that is asked every time, however often it failed, and of which it is kept how often it had no say, and why. */
export class WatchedReader implements CandidateScorer {
  readonly name: string;
  readonly calibrated: boolean;
  readonly #reader: CandidateScorer;
  #asked = 0;
  #silent = 0;
  #trouble: string | null = null;

  constructor(reader: CandidateScorer) {
    this.name = reader.name;
    this.calibrated = reader.calibrated ?? false;
    this.#reader = reader;
  }

  /** Questions that it was asked. */
  get asked(): number {
    return this.#asked;
  }

  /** How many of them it had no say on: those were answered by words alone. */
  get silent(): number {
    return this.#silent;
  }

  /** What went wrong first; null when nothing said so. */
  get trouble(): string | null {
    return this.#trouble;
  }

  async score(question: string, candidates: readonly string[]): Promise<ScorerVerdict> {
    this.#asked += 1;
    const verdict = await this.#reader.score(question, candidates).catch((error: unknown) => {
      this.#trouble ??= error instanceof Error ? error.message : String(error);
      return null;
    });
    if (verdict === null) this.#silent += 1;
    return verdict;
  }
}
