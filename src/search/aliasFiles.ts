import { lstat, readFile, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import type { Problem } from '../corpus/article.js';
import { checkFile, readProblem } from '../corpus/walk.js';
import { dataFolder } from '../projectFolder.js';
import { AliasTable, readAliases, readTestedAliases } from './aliases.js';

/** What comes with Dateline: names and those who govern; everyday words. */
export const OUR_FILES: readonly string[] = ['aliases.txt', 'thesaurus.txt', 'colloquial.txt', 'everyday.txt'];
/** Where an owner's own groups stand, below the corpus folder. */
const OWN_ALIASES = 'aliases.txt';

/** A list of 20,000 groups has a tenth of it. */
const MAX_BYTES = 5_000_000;
/** Table of other ways to say things, and what in the files it was read from could not be read. */
export interface LoadedAliases {
  readonly aliases: AliasTable;
  readonly problems: readonly Problem[];
}

/**
 * The aliases that come with Dateline, and the owner's on top of them.
 * @param corpusFolder null when the corpus is no folder; a folder without `aliases.txt` adds none
 * @param shared those that come with Dateline where they are loaded already: then they are not loaded again
 */
export async function loadAliases(corpusFolder: string | null, shared?: AliasTable): Promise<LoadedAliases> {
  if (shared) return layAliases(corpusFolder, shared);
  const aliases = new AliasTable();
  const problems: Problem[] = [];
  for (const file of OUR_FILES) {
    const text = await readOurs(file, problems);
    // What is wrong in a file of ours is told by the tests, so nobody waits to hear of it.
    if (text !== null) aliases.putOff(() => readTestedAliases(text, aliases));
  }
  const own = corpusFolder === null ? null : await readOwn(corpusFolder, problems);
  if (own !== null) {
    // They come after ours, and their owner wants to hear at once what cannot be read.
    aliases.readAll();
    problems.push(...readAliases(own, OWN_ALIASES, aliases));
  }
  return { aliases, problems };
}

/** The owner's over shared ones; just the shared ones where the owner has none. */
async function layAliases(corpusFolder: string | null, shared: AliasTable): Promise<LoadedAliases> {
  const problems: Problem[] = [];
  const own = corpusFolder === null ? null : await readOwn(corpusFolder, problems);
  if (own === null) return { aliases: shared, problems };
  const aliases = new AliasTable(shared);
  problems.push(...readAliases(own, OWN_ALIASES, aliases));
  return { aliases, problems };
}

async function readOurs(file: string, problems: Problem[]): Promise<string | null> {
  try {
    return await readFile(join(dataFolder(), file), 'utf8');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    problems.push({ file: `data/${file}`, line: null, message: `The aliases can't be read: ${reason}` });
    return null;
  }
}

function nullIfMissing(error: unknown): null {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
  throw error;
}

/** The owner's own, held to what the articles beside them are: a file of the folder, of a size that a list may have. */
async function readOwn(folder: string, problems: Problem[]): Promise<string | null> {
  try {
    const entry = await lstat(join(folder, OWN_ALIASES)).catch(nullIfMissing);
    if (entry === null) return null;
    const path = await checkFile(await realpath(folder), entry, OWN_ALIASES, MAX_BYTES);
    return await readFile(path, 'utf8');
  } catch (error) {
    problems.push(readProblem(OWN_ALIASES, error));
    return null;
  }
}
