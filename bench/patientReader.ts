import { join } from 'node:path';
import { dataFolder } from '../src/projectFolder.js';
import { openReader, type ReadingScorer } from '../src/search/reader/readingScorer.js';

const PATIENCE_MS = 60_000;

/** A reader that is waited for, so that a figure does not depend on how busy the machine is. @param file weights; those that ship unless told */
export function patientReader(file: string = join(dataFolder(), 'reader.bin')): ReadingScorer {
  const warn = (message: string) => {
    throw new Error(message);
  };
  return openReader(file, { log: { warn }, timeBudget: PATIENCE_MS });
}
