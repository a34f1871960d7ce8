import { type CandidateScorer, NONE_ANSWERS } from '../../search/meaning/candidateScorer.js';
import type { Reading } from '../fit/reading.js';
import { textOfRun } from '../fit/run.js';
import { preferRecent } from './preferRecent.js';
import type { Ranked } from './rank.js';
import { reweigh } from './reweigh.js';
import { READER_WEIGHT } from './weights.js';

/** So many of the best are read, and more of them unless one is found then: it has this lead. */
interface Stage {
  readonly lines: number;
  /** The best is found once a line that was not read would need log odds above these to come before it. */
  readonly lead: number;
}

/**
 * The built-in reader, some 8 ms a line, reads on only while no line is {@link isFound}: an easy question takes a third of the time, and a
 * hard one is looked for among sixteen (docs/READER.md).
 */
const READ_BUILT_IN: readonly Stage[] = [
  { lines: 5, lead: 4 },
  { lines: 8, lead: 2 },
  { lines: 16, lead: 0 },
];
/** A bigger reader on a server is asked once: the way there takes longer than the reading. */
const READ_BY_SERVER: readonly Stage[] = [{ lines: 16, lead: 0 }];

/** The candidates once the best were read. */
export interface ReadRanking {
  readonly ranked: readonly Ranked[];
  /** Whether the reader says that none of those it read answers. */
  readonly vetoed: boolean;
}

/**
 * Has the best candidates read, each with the sentences that it would be shown with ("Its largest shareholder is the state" says whose only
 * beside the one before), and orders them anew by what that says; unread, they stay as they are. Each keeps the score of its
 * words unless the reader's are calibrated: else a reader that nothing was fitted on would move the confidence.
 */
export async function readBest(
  ranked: readonly Ranked[],
  reading: Reading,
  reader: CandidateScorer,
): Promise<ReadRanking> {
  const read: number[] = [];
  for (const { lines, lead } of reader.calibrated ? READ_BUILT_IN : READ_BY_SERVER) {
    const next = ranked.slice(read.length, lines).map(({ run }) => textOfRun(run, reading));
    if (next.length === 0) break;
    const verdict = await reader.score(reading.question.sought, next);
    if (verdict === NONE_ANSWERS) return { ranked, vetoed: true };
    if (verdict === null) break;
    read.push(...verdict);
    if (isFound(ranked, read, lead)) break;
  }
  const scored = reader.calibrated ? ranked.map((one, i) => ({ ...one, read: read[i] ?? null })) : ranked;
  const bonuses = read.map((score) => READER_WEIGHT * score);
  const ordered = preferRecent(reweigh(scored, bonuses), read.length);
  if (reader.calibrated) return { ranked: ordered, vetoed: false };
  const byWords = new Map(ranked.map(({ passage, score }) => [passage, score]));
  return {
    ranked: ordered.map((one) => ({ ...one, score: byWords.get(one.passage) ?? one.score })),
    vetoed: false,
  };
}

/** Whether the best of those that were read likely answers, and leads the best of the others by so much. */
function isFound(ranked: readonly Ranked[], read: readonly number[], lead: number): boolean {
  const unread = ranked[read.length]?.score ?? Number.NEGATIVE_INFINITY;
  const scores = read.map((odds, i) => (ranked[i]?.score ?? 0) + READER_WEIGHT * odds);
  const best = Math.max(...scores);
  return (read[scores.indexOf(best)] ?? 0) > 0 && best - unread > READER_WEIGHT * lead;
}
