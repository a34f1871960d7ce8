import { readFile } from 'node:fs/promises';
import { archiveOptions, type Config } from '../config.js';
import type { Measures } from '../evaluation/measures.js';
import { type MeasureChange, RESAMPLES } from '../evaluation/pairedBootstrap.js';
import { type QuestionRow, readQuestionSet } from '../evaluation/questionSet.js';
import { compareReader, type ReaderComparison } from '../evaluation/readerComparison.js';
import type { ScorerLog } from '../search/meaning/restingScorer.js';
import { RemoteReader } from '../search/reader/remote/remoteReader.js';
import { sharedReader } from '../search/reader/sharedReader.js';
import type { Progress } from './progress.js';
import { tame } from './style.js';
import { drawTable } from './table.js';

/** Any text does. */
const WARM_UP = 'Who met whom?';

const ROWS: readonly (readonly [keyof Measures, string])[] = [
  ['rightFirst', 'right first'],
  ['rightInThree', 'right in the first three'],
  ['wronglyRefused', 'wrongly refused'],
  ['unanswerableAnswered', 'unanswerable answered'],
  ['areaUnderCurve', 'area under the curve'],
];

/** What `dateline eval` is given. */
export interface EvaluationRequest {
  /** A question set, as docs/EVALUATION.md describes it. */
  readonly file: string;
  readonly corpus: string;
  readonly config: Config;
  readonly log: ScorerLog;
  /** Told how far it is. */
  readonly progress: Progress;
}

/**
 * Measures a question set without and with the reader that is configured: the server of READER_URL, else the built-in one, also where
 * READER=off, since whether to turn it on is what is asked.
 * @throws QuestionSetError for a set that breaks the format; Error for a set or a corpus that cannot be read
 */
export async function evaluateSet(request: EvaluationRequest): Promise<ReaderComparison> {
  const { file, corpus, config, log, progress } = request;
  const questions = await readSet(file);
  const { reader, ...archive } = archiveOptions(config);
  const total = 2 * questions.length;
  const onProgress = (done: number): void => progress.show('Asking', done, total);
  const options = { corpus, archive: { ...archive, log }, onProgress };
  if (typeof config.reader === 'object') {
    return compareReader(questions, { ...options, reader: new RemoteReader(config.reader) });
  }
  const builtIn = sharedReader(log);
  // Loaded by a question that does not count, since one that waits keeps the process alive while it loads.
  await builtIn.score(WARM_UP, [WARM_UP]);
  return compareReader(questions, { ...options, reader: builtIn });
}

async function readSet(file: string): Promise<QuestionRow[]> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new Error(`${file} cannot be read (${error.code ?? error.message}).`);
  });
  return readQuestionSet(text, file);
}

/** What a reader changes, as a table with what has to be known to read it. */
export function drawComparison({ questions, answerable, reader, measures }: ReaderComparison): string {
  const header = ['', 'words alone', 'with the reader', 'difference', '95 % interval'];
  return [
    `${questions} questions, ${answerable} of them answerable. Read by ${tame(reader.name)}.`,
    '',
    drawTable([header, ...ROWS.map(([name, title]) => [title, ...cellsOf(measures[name])])]),
    '',
    `The interval is of the difference: a paired bootstrap over the questions, ${RESAMPLES} times.`,
    ...(reader.silent > 0 ? [silence(reader)] : []),
  ].join('\n');
}

function cellsOf({ without, with: read, difference, interval }: MeasureChange): string[] {
  return [
    decimal(without),
    decimal(read),
    signed(difference),
    interval ? `${signed(interval[0])} to ${signed(interval[1])}` : '–',
  ];
}

function silence({ asked, silent, trouble }: ReaderComparison['reader']): string {
  const cause = trouble === null ? 'it was late or could not be used' : `first of all, ${tame(trouble)}`;
  return `The reader had no say on ${silent} of the ${asked} questions it was asked, which count as they are by words alone: ${cause}.`;
}

function decimal(value: number | null): string {
  return value === null ? '–' : value.toFixed(3);
}

function signed(value: number | null): string {
  return value === null ? '–' : `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(3)}`;
}
