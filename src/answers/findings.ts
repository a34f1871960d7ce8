import type { Excerpt } from '../corpus/excerpt.js';
import type { Reading } from './fit/reading.js';
import type { PassageRun } from './fit/run.js';
import type { Question } from './question/question.js';
import type { Ranked } from './ranking/rank.js';
import type { ToldOtherwise } from './toldOtherwise.js';

/** Everything that was found for a question, before the refusal. */
export interface Findings {
  readonly question: Question;
  readonly reading: Reading;
  readonly ranked: readonly Ranked[];
  readonly runs: readonly PassageRun[];
  readonly excerpts: readonly Excerpt[];
  readonly confidence: number;
  /** Null for an overview, too. */
  readonly otherwise: ToldOtherwise | null;
  /** Whether a reader says that none of the best lines answers, whatever the confidence. */
  readonly vetoed: boolean;
}
