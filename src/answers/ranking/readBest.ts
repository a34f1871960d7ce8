import type { CandidateScorer } from '../../search/meaning/candidateScorer.js';
import type { Reading } from '../fit/reading.js';
import type { Ranked } from './rank.js';
import { reweigh } from './reweigh.js';
import { READER_WEIGHT } from './weights.js';

/** Candidates that are read: reading takes some 15 ms each, and what answers is seldom below them. */
const READ = 16;

/** Has the best candidates read, and orders them anew by what that says; unread, they stay as they are. */
export async function readBest(
  ranked: readonly Ranked[],
  reading: Reading,
  reader: CandidateScorer,
): Promise<readonly Ranked[]> {
  const best = ranked.slice(0, READ);
  const scores = await reader.score(
    reading.question.text,
    best.map(({ passage }) => reading.index.text(passage)),
  );
  if (scores === null) return ranked;
  return reweigh(
    ranked.map((one, i) => ({ ...one, read: scores[i] ?? null })),
    scores.map((score) => READER_WEIGHT * score),
  );
}
