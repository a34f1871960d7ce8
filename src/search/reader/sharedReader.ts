import { join } from 'node:path';
import { dataFolder } from '../../projectFolder.js';
import type { ScorerLog } from '../meaning/restingScorer.js';
import { openReader, type ReadingScorer } from './readingScorer.js';

/** The weights that come with Dateline; `data/README.md` says how they were made. */
const FILE = join(dataFolder(), 'reader.bin');

let shared: ReadingScorer | null = null;

/**
 * The reader of this process. It takes 105 MB and 0.8 s of a core to load, and knows nothing of an archive: so all archives share one, and
 * it stays when one is closed. This is the one thing that a module remembers. It keeps no process alive.
 * @param log where the first who asks for it wants trouble to be said
 */
export function sharedReader(log: Pick<ScorerLog, 'warn'>): ReadingScorer {
  shared ??= openReader(FILE, { log });
  return shared;
}
