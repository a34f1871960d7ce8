import { realpath } from 'node:fs/promises';
import { sep } from 'node:path';
import { seedsFolder } from '../projectFolder.js';

/** Whether a corpus is the articles that ship with Dateline, or lies in them: those stay as they are. */
export async function isShipped(corpus: string): Promise<boolean> {
  const [seeds, named] = await Promise.all([realpath(seedsFolder()), realpath(corpus).catch(() => null)]);
  return named !== null && (named === seeds || named.startsWith(seeds + sep));
}
