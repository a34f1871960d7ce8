import { type CandidateScorer, NONE_ANSWERS } from '../../search/meaning/candidateScorer.js';
import type { Reading } from '../fit/reading.js';
import type { Ranked } from './rank.js';
import { reweigh } from './reweigh.js';
import { READER_WEIGHT } from './weights.js';

/** Candidates that the built-in reader reads, some 15 ms each: with 16 no set has better figures (docs/READER.md). */
const READ_BUILT_IN = 8;
/** A bigger reader on a server may find more among more. */
const READ_BY_SERVER = 16;

/** The candidates once the best were read. */
export interface ReadRanking {
  readonly ranked: readonly Ranked[];
  /** Whether the reader says that none of those it read answers. */
  readonly vetoed: boolean;
}

/**
 * Has the best candidates read, and orders them anew by what that says; unread, they stay as they are. Each keeps the score of its
 * words unless the reader's are calibrated: else a reader that nothing was fitted on would move the confidence.
 */
export async function readBest(
  ranked: readonly Ranked[],
  reading: Reading,
  reader: CandidateScorer,
): Promise<ReadRanking> {
  const best = ranked.slice(0, reader.calibrated ? READ_BUILT_IN : READ_BY_SERVER);
  const verdict = await reader.score(
    reading.question.text,
    best.map(({ passage }) => reading.index.text(passage)),
  );
  if (verdict === null) return { ranked, vetoed: false };
  if (verdict === NONE_ANSWERS) return { ranked, vetoed: true };
  const bonuses = verdict.map((score) => READER_WEIGHT * score);
  if (reader.calibrated) {
    const read = ranked.map((one, i) => ({ ...one, read: verdict[i] ?? null }));
    return { ranked: reweigh(read, bonuses), vetoed: false };
  }
  const byWords = new Map(best.map(({ passage, score }) => [passage, score]));
  const ordered = reweigh(ranked, bonuses).map((one) => ({ ...one, score: byWords.get(one.passage) ?? one.score }));
  return { ranked: ordered, vetoed: false };
}
