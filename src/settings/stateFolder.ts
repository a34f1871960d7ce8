import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { OWN_FOLDER } from '../feeding/corpusFolder.js';
import { whyFixed } from '../feeding/shipped.js';

/** Below XDG_STATE_HOME, as the XDG Base Directory Specification has it, else below `~/.local/state`. */
export function userStateFolder(environment: Readonly<Record<string, string | undefined>>): string {
  return join(environment.XDG_STATE_HOME || join(homedir(), '.local', 'state'), 'dateline');
}

/**
 * Where what is set while it runs is kept: in Dateline's own folder beside the articles, or beside the folders of several corpora; where
 * there is none to write to, with the user's.
 */
export async function stateFolder(
  { corpus, corpora }: { readonly corpus: string; readonly corpora: readonly string[] | null },
  environment: Readonly<Record<string, string | undefined>>,
): Promise<string> {
  const [first] = corpora ?? [];
  if (first !== undefined) return join(dirname(first), OWN_FOLDER);
  return (await whyFixed(corpus)) === null ? join(corpus, OWN_FOLDER) : userStateFolder(environment);
}
