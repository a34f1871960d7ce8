/**
 * The second thread that a reader computes in: works off jobs beside the first, over the weights that it has placed, in a room of
 * its own. Answers each with whether it was in time.
 */
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { CrossEncoder } from './crossEncoder.js';
import type { PlacedWeights } from './placedWeights.js';
import { type SharedJob, workOff } from './sharedJob.js';

function serve(port: MessagePort, placed: PlacedWeights): void {
  const encoder = new CrossEncoder(placed, placed.rooms[1]);
  port.on('message', (job: SharedJob) => port.postMessage(workOff(job, encoder)));
}

if (parentPort) serve(parentPort, workerData);
