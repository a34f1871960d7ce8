import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { openArchive } from '../../src/archive.js';
import { evaluate, type Outcome } from '../../src/evaluation/evaluate.js';
import { type QuestionRow, readQuestionSet } from '../../src/evaluation/questionSet.js';

/** A set asks hundreds of questions; on a busy machine each may take some milliseconds. */
export const TIME_LIMIT_MS = 60_000;

const seeds = fileURLToPath(new URL('../../seeds', import.meta.url));

/** A question set of this folder, on the articles in `seeds/`. */
export function readSeedQuestions(file: string): QuestionRow[] {
  return readQuestionSet(readFileSync(new URL(file, import.meta.url), 'utf8'), file);
}

/** Asks the articles in `seeds/`. */
export function askSeeds(questions: readonly QuestionRow[]): Promise<Outcome[]> {
  return evaluate(questions, () => openArchive(seeds));
}

/** The text of an article in `seeds/`. @param id its name without the extension */
export function readSeed(id: string): string {
  return readFileSync(`${seeds}/${id}.txt`, 'utf8');
}
