import { extname } from 'node:path';
import { addedInWords } from '../../commands/parts/changes.js';
import type { Problem } from '../corpus/article.js';
import { type Addition, CorpusFolder, type NewFile, type Restoration } from '../feeding/corpusFolder.js';
import { filesAt, namelessFile, type Sources } from '../feeding/sources.js';
import { describeProblems } from './corpusSummary.js';
import { tame } from './style.js';

/** In place of a file: an article on standard input. */
const STANDARD_INPUT = '-';

/** Where articles come from beside files and folders. */
export interface AdditionInputs {
  /** Everything on standard input. */
  readonly standardInput: () => Promise<Uint8Array>;
  /** What an address on the web leads to; it throws with a sentence for the owner where it leads to nothing. */
  readonly fetchFile: (address: string) => Promise<NewFile>;
  /** Called with how many of the new files are read. */
  readonly onProgress?: (done: number, total: number) => void;
}

const ADDRESS = /^https?:\/\//i;

/**
 * Adds articles to a corpus folder: files, folders, addresses, or "-" for standard input. What does not read, or is there already, is
 * refused with a sentence, and the others are added.
 * @throws FeedError when the corpus is no folder
 */
export async function addArticles(
  named: readonly string[],
  folder: string,
  { standardInput, fetchFile, onProgress }: AdditionInputs,
): Promise<Addition> {
  const files: NewFile[] = [];
  const refused: Problem[] = [];
  /** What the owner called a file that has no name of its own yet. */
  const calledBy = new Map<string, string>();
  const take = async (name: string): Promise<Sources> => {
    if (name === STANDARD_INPUT) return { files: [namelessFile(await standardInput())], refused: [] };
    return ADDRESS.test(name) ? { files: [await fetchFile(name)], refused: [] } : filesAt(name);
  };
  for (const name of named) {
    try {
      const taken = await take(name);
      for (const file of taken.files) {
        const own = file.isNamedByTitle ? `article-${files.length + 1}${extname(file.name)}` : file.name;
        if (file.isNamedByTitle) calledBy.set(own, name === STANDARD_INPUT ? 'standard input' : name);
        files.push({ ...file, name: own });
      }
      refused.push(...taken.refused);
    } catch (error) {
      refused.push({ file: name, line: null, message: error instanceof Error ? error.message : String(error) });
    }
  }
  const addition = await new CorpusFolder(folder).add(files, { onProgress });
  const called = (problem: Problem): Problem => ({ ...problem, file: calledBy.get(problem.file) ?? problem.file });
  return { ...addition, refused: [...refused, ...addition.refused.map(called)] };
}

/**
 * What an owner reads after adding: title and date of each article, how the date is known, and where they went.
 * @param event the one that was added to, where it was named
 */
export function describeAddition({ added, notes }: Addition, folder: string, event?: string): string {
  const lines = added.map((article) => tame(addedInWords(article)));
  if (added.length === 0) return 'Nothing was added.';
  return [
    ...lines,
    ...describeProblems(notes).map((note) => `Look at ${note}`),
    `Copied into ${tame(folder)}. “dateline undo${event === undefined ? '' : ` --event ${tame(event)}`}” takes back what was done last.`,
  ].join('\n');
}

/** What an owner reads after taking out or undoing. */
export function describeRestoration({ action, files }: Restoration, folder: string): string {
  const names = files.length === 0 ? 'Nothing that is still there' : tame(files.join(', '));
  return action === 'put back'
    ? `${names}: put back into ${tame(folder)}.`
    : `${names}: taken out of ${tame(folder)}, and kept in its folder .dateline/removed.`;
}
