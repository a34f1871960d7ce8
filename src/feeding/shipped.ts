import { realpath, stat } from 'node:fs/promises';
import { sep } from 'node:path';
import { seedsFolder } from '../projectFolder.js';

const WHAT_TO_DO =
  'These are the articles that ship with Dateline, and they stay as they are. Whoever runs Dateline sets CORPUS to a folder of its own, and starts it again.';

/** Whether a corpus is the articles that ship with Dateline, or lies in them: those stay as they are. */
export async function isShipped(corpus: string): Promise<boolean> {
  const [seeds, named] = await Promise.all([realpath(seedsFolder()), realpath(corpus).catch(() => null)]);
  return named !== null && (named === seeds || named.startsWith(seeds + sep));
}

/** Why nothing can be written beside a corpus's articles; null when it can. A sentence for who cannot see this machine. */
export async function whyFixed(corpus: string): Promise<string | null> {
  if (await isShipped(corpus)) return WHAT_TO_DO;
  const found = await stat(corpus).catch(() => null);
  return found?.isDirectory() ? null : 'The corpus is one file, and only a folder’s articles can be changed.';
}
