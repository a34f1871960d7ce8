import { drawMilliseconds } from '../timing.js';
import { fuzzAddresses } from './addresses.js';
import { fuzzDocuments } from './documents.js';

const DOCUMENTS = 10_000;
const ADDRESSES = 10_000;
const SEED = 1;
const SHOWN_FAULTS = 20;

/**
 * Reads files that are almost articles, and asks for addresses that nobody may look at. Any fault fails the run.
 * @param share of the full number; 1 takes some ten minutes
 */
export async function measureFuzz(share: number): Promise<string> {
  const addresses = await fuzzAddresses(Math.round(ADDRESSES * share), SEED);
  const documents = await fuzzDocuments(Math.round(DOCUMENTS * share), SEED);
  const faults = [...addresses.faults, ...documents.faults];
  if (faults.length > 0 || addresses.reached > 0) process.exitCode = 1;
  return [
    `${addresses.addresses} addresses: ${addresses.refused} refused with a sentence, ${addresses.reached} reached a private server; the slowest took ${drawMilliseconds(addresses.slowestMs)}`,
    `${documents.files} files of all formats: ${documents.read} read, ${documents.refused} refused with a sentence; ${documents.folderSize} of them, asked for an answer, quotes and a timeline, took ${drawMilliseconds(documents.slowestMs)} at most; ${documents.mostMegabytes.toFixed(0)} MB at most`,
    `${faults.length} otherwise`,
    ...faults.slice(0, SHOWN_FAULTS).map((fault) => `- ${fault}`),
  ].join('\n');
}
