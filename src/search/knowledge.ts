import type { Problem } from '../corpus/article.js';
import { loadAliases } from './aliasFiles.js';
import type { Knowledge } from './lexicon.js';
import { loadWordVectors } from './meaning/wordVectors.js';

/** What was loaded, and what of it could not be. */
export interface LoadedKnowledge extends Knowledge {
  readonly problems: readonly Problem[];
}

/**
 * Loads what words mean and what else things are called: about 50 ms, 12 MB. An archive does so by itself; a program with several
 * loads once and hands the same to each. It is handed in rather than remembered by this module so that it is let go with the
 * archives that use it, and a changed `aliases.txt` is read when the next one is opened. Never throws.
 * @param corpusFolder where the owner's own aliases are looked for; null: only those that come with Dateline
 * @param shared what was loaded for no folder: then only the owner's aliases are loaded, and laid over it
 */
export async function loadKnowledge(corpusFolder: string | null, shared?: LoadedKnowledge): Promise<LoadedKnowledge> {
  if (shared?.aliases) {
    const { aliases, problems } = await loadAliases(corpusFolder, shared.aliases);
    return { vectors: shared.vectors, aliases, problems: [...shared.problems, ...problems] };
  }
  const [{ vectors, problem }, { aliases, problems }] = await Promise.all([
    loadWordVectors(),
    loadAliases(corpusFolder),
  ]);
  const missing = problem === null ? [] : [{ file: 'data', line: null, message: problem }];
  return { vectors, aliases, problems: [...problems, ...missing] };
}
