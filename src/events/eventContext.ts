import type { ClauseReader } from '../statements/clauses.js';
import type { CopyDetector } from '../statements/copies.js';
import type { RankSentences } from './relevantSentences.js';

/** What events are read with; an archive has one. */
export interface EventContext {
  /** The sentences that have to do with a topic, or with another sentence. */
  readonly rank: RankSentences;
  readonly clauses: ClauseReader;
  readonly copies: CopyDetector;
}
