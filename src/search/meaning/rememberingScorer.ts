import { LruCache } from '../lruCache.js';
import type { CandidateScorer, ScorerVerdict } from './candidateScorer.js';

/** Verdicts that are kept, up to three a question: those whose pages people still turn. */
const KEPT = 600;
/** That a scorer had no say is kept for so long, in milliseconds: people turn pages within it, and the next to ask gets a better answer. */
const SILENCE_KEPT_MS = 60_000;

/**
 * A scorer that gives the same verdict when it is asked the same again, at once. Pages and the context of an answer are found by asking
 * again, and have to be those of the answer that was shown, also when its scorer had been too late for it.
 */
export class RememberingScorer implements CandidateScorer {
  readonly name: string;
  readonly calibrated: boolean;
  readonly #scorer: CandidateScorer;
  readonly #now: () => number;
  readonly #kept = new LruCache<{ readonly verdict: ScorerVerdict; readonly at: number }>(KEPT);

  /** @param now milliseconds from any start */
  constructor(scorer: CandidateScorer, now: () => number = () => performance.now()) {
    this.#scorer = scorer;
    this.#now = now;
    this.name = scorer.name;
    this.calibrated = scorer.calibrated ?? false;
  }

  async score(question: string, candidates: readonly string[]): Promise<ScorerVerdict> {
    const key = [question, ...candidates].join('\n');
    const kept = this.#kept.get(key);
    if (kept && (kept.verdict !== null || this.#now() - kept.at < SILENCE_KEPT_MS)) return kept.verdict;
    const verdict = await this.#scorer.score(question, candidates);
    this.#kept.set(key, { verdict, at: this.#now() });
    return verdict;
  }
}
