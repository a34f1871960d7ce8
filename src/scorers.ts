import type { Scorers } from './answers/responder.js';
import type { CandidateScorer } from './search/meaning/candidateScorer.js';
import { EmbeddingsScorer } from './search/meaning/embeddingsScorer.js';
import { RememberingScorer } from './search/meaning/rememberingScorer.js';
import type { RemoteOptions } from './search/meaning/remoteEncoder.js';
import { RestingScorer, type ScorerLog } from './search/meaning/restingScorer.js';
import type { ReadingScorer } from './search/reader/readingScorer.js';
import { RemoteReader, type RemoteReaderOptions } from './search/reader/remote/remoteReader.js';
import { sharedReader } from './search/reader/sharedReader.js';

/** Whether and by what the best lines are read. */
export type ReaderChoice = boolean | RemoteReaderOptions | CandidateScorer;

/** What is asked for to have a say beside the words; each may be left out. */
export interface ScorerOptions {
  readonly embeddings?: RemoteOptions | null | undefined;
  readonly reader?: ReaderChoice | undefined;
}

export const NO_LOG: ScorerLog = { warn: () => undefined, info: () => undefined };

/** What has a say beside the words, and the built-in reader where it reads the lines. */
export function openScorers(
  options: ScorerOptions,
  log: ScorerLog,
): { scorers: Scorers; builtIn: ReadingScorer | null } {
  const { embeddings, reader = process.env.READER !== 'off' } = options;
  const builtIn = reader === true ? sharedReader(log) : null;
  const chosen = typeof reader === 'boolean' ? builtIn : openChosenReader(reader, log);
  const scorers = {
    embeddings: embeddings ? new RestingScorer(new EmbeddingsScorer(embeddings), log) : null,
    reader: chosen && new RememberingScorer(chosen),
  };
  return { scorers, builtIn };
}

/** What reads the best lines, made one that never throws and that agrees with itself. */
function openChosenReader(choice: Exclude<ReaderChoice, boolean>, log: ScorerLog): CandidateScorer {
  return new RestingScorer('score' in choice ? choice : new RemoteReader(choice), log);
}
