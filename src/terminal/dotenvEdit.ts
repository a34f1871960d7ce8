import { readFile, realpath, stat } from 'node:fs/promises';
import { decodeDotenv } from '../dotenv.js';
import { replaceFile } from '../feeding/atomicFile.js';
import { systemCode } from '../feeding/feedError.js';

/** The settings hold the bot's token. */
const OWNER_ONLY = 0o600;
const PERMISSIONS = 0o777;

/** Variables by their new values. */
export type DotenvChanges = Readonly<Record<string, string>>;

/**
 * Sets variables in a `.env` file, each in its own line where there is one; every other line stays as it is. A reader sees the old
 * file or the new one.
 * @param mode of the file; left out, it keeps the one that it has, and a new file is its owner's alone
 * @throws the system's error when it cannot be read or written
 */
export async function setInDotenv(file: string, changes: DotenvChanges, mode?: number): Promise<void> {
  // Or a link would be replaced by a file, and what it leads to stay as it was.
  const target = await realpath(file).catch(() => file);
  const lines = (await textOf(target)).split('\n');
  for (const [name, value] of Object.entries(changes)) setLine(lines, name, value);
  const own =
    mode ??
    (await stat(target).then(
      (found) => found.mode & PERMISSIONS,
      () => OWNER_ONLY,
    ));
  await replaceFile(target, `${lines.join('\n')}${lines.at(-1) === '' ? '' : '\n'}`, own);
}

async function textOf(file: string): Promise<string> {
  try {
    return decodeDotenv(await readFile(file));
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return '';
    throw error;
  }
}

function setLine(lines: string[], name: string, value: string): void {
  const line = `${name}=${quoted(value)}`;
  const sets = lines.map((one) => new RegExp(`^\\s*(?:export\\s+)?${name}\\s*=`).test(one));
  // The last one counts where there are several.
  const own = sets.lastIndexOf(true);
  if (own >= 0) lines[own] = lines[own]?.endsWith('\r') ? `${line}\r` : line;
  else lines.splice(lines.at(-1) === '' ? -1 : lines.length, 0, line);
}

/** In quotation marks where a space or "#" would end it. */
function quoted(value: string): string {
  if (!/[\s#'"`]/.test(value)) return value;
  const mark = ["'", '"', '`'].find((one) => !value.includes(one)) ?? '';
  return `${mark}${value}${mark}`;
}
