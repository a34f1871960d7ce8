import { type ArchiveOptions, openArchive } from '../archive.js';
import type { CandidateScorer } from '../search/meaning/candidateScorer.js';
import { evaluate, type Outcome } from './evaluate.js';
import { compareOutcomes, type MeasureChanges } from './pairedBootstrap.js';
import type { QuestionRow } from './questionSet.js';
import { WatchedReader } from './watchedReader.js';

/** What a reader changes on a question set. */
export interface ReaderComparison {
  readonly questions: number;
  readonly answerable: number;
  readonly reader: {
    readonly name: string;
    /** Questions that it was asked; an overview is not read. */
    readonly asked: number;
    /** How many of them it had no say on, so that words alone answered. */
    readonly silent: number;
    /** What went wrong first; null when nothing said so. */
    readonly trouble: string | null;
  };
  /** Without the reader and with it. */
  readonly measures: MeasureChanges;
}

/** What is compared, and on what. */
export interface ComparisonOptions {
  /** A folder or a `.jsonl` file, for questions without articles of their own. */
  readonly corpus: string;
  readonly reader: CandidateScorer;
  /** How answers are given but for the reader. */
  readonly archive: Omit<ArchiveOptions, 'reader'>;
  /** Called after each question with how many are done, of twice as many as there are. */
  readonly onProgress: (done: number) => void;
}

/**
 * Asks a question set twice, without and with a reader, one question at a time.
 * @throws Error when the corpus cannot be read
 */
export async function compareReader(
  questions: readonly QuestionRow[],
  { corpus, reader, archive, onProgress }: ComparisonOptions,
): Promise<ReaderComparison> {
  const ask = (options: ArchiveOptions, before: number): Promise<Outcome[]> =>
    evaluate(questions, () => openArchive(corpus, options), {
      archive: options,
      onProgress: (done) => onProgress(before + done),
    });
  const watched = new WatchedReader(reader);
  const without = await ask({ ...archive, reader: false }, 0);
  const read = await ask({ ...archive, reader: watched }, questions.length);
  const { name, asked, silent, trouble } = watched;
  return {
    questions: questions.length,
    answerable: questions.filter(({ answerable }) => answerable).length,
    reader: { name, asked, silent, trouble },
    measures: compareOutcomes(without, read),
  };
}
