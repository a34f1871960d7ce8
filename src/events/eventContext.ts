import type { Passages } from '../search/searchedCorpus.js';
import { ClauseReader } from '../statements/clauses.js';
import { CopyDetector } from '../statements/copies.js';
import { type CloseSentences, closestByIndex, type RankSentences, rankByIndex } from './relevantSentences.js';

/** What events are read with; an archive has one. */
export interface EventContext {
  /** The sentences that have to do with a topic. */
  readonly rank: RankSentences;
  /** Those that have most in common with another sentence. */
  readonly closest: CloseSentences;
  readonly clauses: ClauseReader;
  readonly copies: CopyDetector;
}

/** What the events of an index's articles are read with. */
export function eventContextOf(index: Passages, copies: CopyDetector = new CopyDetector()): EventContext {
  return { rank: rankByIndex(index), closest: closestByIndex(index), clauses: new ClauseReader(), copies };
}
