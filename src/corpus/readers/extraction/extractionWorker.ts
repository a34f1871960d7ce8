/** The thread that documents are parsed in: takes one job after another, and says what it found or why not. */
import { parentPort } from 'node:worker_threads';
import { extract } from './extract.js';
import type { ExtractionJob, ExtractionReport } from './extracted.js';

// Nothing that a document says is fetched, whatever a parser would like to.
globalThis.fetch = () => Promise.reject(new Error('Documents are read without the network.'));

async function reportOf({ format, bytes }: ExtractionJob): Promise<ExtractionReport> {
  try {
    return { extracted: await extract(format, bytes) };
  } catch (error) {
    return { refusal: error instanceof Error ? error.message : String(error) };
  }
}

parentPort?.on('message', async (job: ExtractionJob) => parentPort?.postMessage(await reportOf(job)));
