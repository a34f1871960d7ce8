import { mkdir, readFile, realpath, stat } from 'node:fs/promises';
import { RequestError } from '../archive.js';
import { replaceFile } from '../feeding/atomicFile.js';
import { seedsFolder } from '../projectFolder.js';
import { isDatabaseAddress } from '../search/postgres/address.js';

/** What an owner without a corpus is offered. */
const NEW_CORPUS = 'articles';
/** The settings hold the bot's token. */
const OWNER_ONLY = 0o600;
const PERMISSIONS = 0o777;

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
  if (!(await isSeeds(corpus))) return corpus;
  const offer = `create the folder ${NEW_CORPUS}/ and write CORPUS=${NEW_CORPUS} into ${dotenv}`;
  const agreed = await ask?.(`No corpus is set: ${offer}?`);
  if (!agreed) {
    throw new RequestError(
      `No corpus is set, and the articles that ship with Dateline stay as they are. Say --yes to ${offer}, or name a folder with --corpus.`,
    );
  }
  await mkdir(NEW_CORPUS, { recursive: true });
  await setInDotenv(dotenv, 'CORPUS', NEW_CORPUS);
  return NEW_CORPUS;
}

async function isSeeds(corpus: string): Promise<boolean> {
  const [seeds, named] = await Promise.all([realpath(seedsFolder()), realpath(corpus).catch(() => null)]);
  return named !== null && (named === seeds || named.startsWith(`${seeds}/`));
}

/** Sets a variable in a `.env` file, in its blank line where there is one; every other line stays as it is. */
async function setInDotenv(file: string, name: string, value: string): Promise<void> {
  const before = await readFile(file, 'utf8').catch(() => '');
  const mode = await stat(file).then(
    (found) => found.mode & PERMISSIONS,
    () => OWNER_ONLY,
  );
  const lines = before.split('\n');
  const blank = lines.findIndex((line) => line.trim() === `${name}=`);
  if (blank >= 0) lines[blank] = `${name}=${value}`;
  else lines.splice(lines.at(-1) === '' ? -1 : lines.length, 0, `${name}=${value}`);
  await replaceFile(file, `${lines.join('\n')}${lines.at(-1) === '' ? '' : '\n'}`, mode);
}
