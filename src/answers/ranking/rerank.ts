import { type CandidateScorer, NONE_ANSWERS } from '../../search/meaning/candidateScorer.js';
import type { Reading } from '../fit/reading.js';
import type { Ranked } from './rank.js';
import { reweigh } from './reweigh.js';

/**
 * What the candidate with the highest score gets. As much as holding the whole question in other words (`coverage` in
 * `weights.ts`), so that it passes a sentence with some of the words and hardly one with all of them. A choice, not a fit:
 * there was no model to fit it on.
 */
const SCORER_WEIGHT = 2.8;

/** Lets a scorer have its say on the order of the best candidates; without its say they stay as they are. */
export async function rerank(
  ranked: readonly Ranked[],
  reading: Reading,
  scorer: CandidateScorer,
): Promise<readonly Ranked[]> {
  const candidates = ranked.map(({ passage }) => reading.index.text(passage));
  const scores = await scorer.score(reading.question.asking.trim(), candidates);
  // How alike lines are says nothing about whether one answers.
  if (scores === null || scores === NONE_ANSWERS) return ranked;
  return reweigh(
    ranked,
    relative(scores).map((score) => SCORER_WEIGHT * score),
  );
}

/**
 * Scores on a scale that any scorer shares: models differ in how near they put unrelated sentences (one at 0, another at
 * 0.7), but not in what they put nearest.
 * @returns 1 for the highest, 0 for the lowest, in the same order; all 0 when none stands out
 */
export function relative(scores: readonly number[]): readonly number[] {
  const least = Math.min(...scores);
  const spread = Math.max(...scores) - least;
  return scores.map((score) => (spread > 0 ? (score - least) / spread : 0));
}
