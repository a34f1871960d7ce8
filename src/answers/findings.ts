import type { Excerpt } from '../corpus/excerpt.js';
import type { Reading } from './fit/reading.js';
import type { PassageRun } from './fit/run.js';
import type { Question } from './question/question.js';
import type { Ranked } from './ranking/rank.js';

/** Everything that was found for a question, before the refusal. */
export interface Findings {
  readonly question: Question;
  readonly reading: Reading;
  readonly ranked: readonly Ranked[];
  readonly runs: readonly PassageRun[];
  readonly excerpts: readonly Excerpt[];
  readonly confidence: number;
  /** Whether a reader says that none of the best lines answers, whatever the confidence. */
  readonly vetoed: boolean;
}
