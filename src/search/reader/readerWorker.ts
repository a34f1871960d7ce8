/**
 * The thread that a reader computes in, so that nothing else waits for it. Loads the file that it is told of, then scores one
 * job after another, with a second thread's help where there is a core for it, and gives up those whose deadline has passed.
 */
import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import { builtModule } from '../../projectFolder.js';
import { HelpedEncoder } from './helpedEncoder.js';
import { placeWeights } from './placedWeights.js';
import { readReaderFile } from './readerFile.js';
import type { ReaderJob, ReaderReport } from './readerMessages.js';
import { WordPieces } from './wordPieces.js';

const HELPER = builtModule('src/search/reader/readerHelper.js');
const WARM_UP_TEXT = 'what is this about '.repeat(10);

function report(message: ReaderReport): void {
  parentPort?.postMessage(message);
}

async function load(file: string): Promise<(job: ReaderJob) => Promise<void>> {
  const weights = readReaderFile(await readFile(file));
  const wordPieces = new WordPieces(weights.pieces, weights.shape.positions);
  const encoder = new HelpedEncoder(placeWeights(weights), availableParallelism() > 1 ? HELPER : null);
  await encoder.warmUp(wordPieces.pairs(WARM_UP_TEXT, [WARM_UP_TEXT]));
  return async ({ id, question, candidates, deadline }) => {
    const late = Date.now() >= deadline;
    const scores = late ? null : await encoder.score(wordPieces.pairs(question, candidates), deadline);
    report({ kind: 'scores', id, scores });
  };
}

try {
  const score = await load(String(workerData));
  // One after another: a job that waits for the helper's half would wait for this thread's half of the next one as well.
  let before = Promise.resolve();
  parentPort?.on('message', (job: ReaderJob) => {
    before = before.then(() => score(job));
  });
  report({ kind: 'ready' });
} catch (error) {
  report({ kind: 'unusable', reason: error instanceof Error ? error.message : String(error) });
}
