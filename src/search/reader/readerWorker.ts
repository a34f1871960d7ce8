/**
 * The thread that a reader computes in, so that nothing else waits for it. Loads the file that it is told of, then scores one
 * job after another, and gives up those whose deadline has passed.
 */
import { readFile } from 'node:fs/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { CrossEncoder } from './crossEncoder.js';
import { placeWeights } from './placedWeights.js';
import { readReaderFile } from './readerFile.js';
import type { ReaderJob, ReaderReport } from './readerMessages.js';
import { WordPieces } from './wordPieces.js';

/** WebAssembly runs slowly until it has been compiled anew, which some work sets off: better before the first question. */
const WARM_UP_RUNS = 3;
const WARM_UP_TEXT = 'what is this about '.repeat(10);

function report(message: ReaderReport): void {
  parentPort?.postMessage(message);
}

async function load(file: string): Promise<(job: ReaderJob) => void> {
  const weights = readReaderFile(await readFile(file));
  const wordPieces = new WordPieces(weights.pieces, weights.shape.positions);
  const encoder = new CrossEncoder(placeWeights(weights));
  for (let run = 0; run < WARM_UP_RUNS; run++) encoder.score(wordPieces.pairs(WARM_UP_TEXT, [WARM_UP_TEXT]));
  return ({ id, question, candidates, deadline }) => {
    const inTime = () => Date.now() < deadline;
    const scores = inTime() ? encoder.score(wordPieces.pairs(question, candidates), inTime) : null;
    report({ kind: 'scores', id, scores });
  };
}

try {
  const score = await load(String(workerData));
  parentPort?.on('message', score);
  report({ kind: 'ready' });
} catch (error) {
  report({ kind: 'unusable', reason: error instanceof Error ? error.message : String(error) });
}
