/**
 * The second thread that a reader computes in: works off jobs beside the first, over the weights that it has placed, in a room of
 * its own. Answers each with whether it was in time.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { CrossEncoder } from './crossEncoder.js';
import type { PlacedWeights } from './placedWeights.js';
import { type SharedJob, workOff } from './sharedJob.js';

const placed: PlacedWeights = workerData;
const encoder = new CrossEncoder(placed, placed.rooms[1]);

parentPort?.on('message', (job: SharedJob) => parentPort?.postMessage(workOff(job, encoder)));
