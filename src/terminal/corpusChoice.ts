import { mkdir } from 'node:fs/promises';
import { RequestError } from '../archive.js';
import { isShipped } from '../feeding/shipped.js';
import { isDatabaseAddress } from '../search/postgres/address.js';
import { setInDotenv } from './dotenvEdit.js';

/** What an owner without a corpus is offered. */
export const NEW_CORPUS = 'articles';

/** What the choice depends on. */
export interface CorpusChoice {
  /** The corpus that was named or set; the articles that ship with Dateline when none was. */
  readonly corpus: string;
  /** Path of the `.env` file. */
  readonly dotenv: string;
  /** Asks the owner a question that is answered with yes or no; null where nobody can be asked. */
  readonly ask: ((question: string) => Promise<boolean>) | null;
}

/**
 * The folder that articles are added to. Who has none is offered one; the articles that ship with Dateline stay as they are.
 * @throws RequestError when there is none and none is wanted
 */
export async function chooseCorpus({ corpus, dotenv, ask }: CorpusChoice): Promise<string> {
  if (isDatabaseAddress(corpus)) {
    throw new RequestError(
      'The corpus is a database, which has no folder to change: put the articles into one, and run “dateline import FOLDER”.',
    );
  }
  if (!(await isShipped(corpus))) return corpus;
  const offer = `create the folder ${NEW_CORPUS}/ and write CORPUS=${NEW_CORPUS} into ${dotenv}`;
  const agreed = await ask?.(`No corpus is set: ${offer}?`);
  if (!agreed) {
    throw new RequestError(
      `No corpus is set, and the articles that ship with Dateline stay as they are. Say --yes to ${offer}, or name a folder with --corpus.`,
    );
  }
  await mkdir(NEW_CORPUS, { recursive: true });
  await setInDotenv(dotenv, { CORPUS: NEW_CORPUS });
  return NEW_CORPUS;
}
