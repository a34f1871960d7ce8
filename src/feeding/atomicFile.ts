import { randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { access, link, open, rename, rm, unlink } from 'node:fs/promises';
import { dirname } from 'node:path';
import { systemCode } from './feedError.js';

/** File systems without hard links, such as exFAT, say one of these. */
const NO_LINKS = ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'];

/** Makes sure that a file's bytes, or a folder's names, outlast a power cut; some systems cannot, which is no fault. */
async function sync(path: string): Promise<void> {
  const handle = await open(path, 'r').catch(() => null);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}

/**
 * Moves a finished file to its place: whoever looks there sees all of it or nothing. Both are on one file system.
 * @throws Error with code EEXIST when something is there already; it is left alone then
 */
export async function placeFile(finished: string, target: string): Promise<void> {
  await sync(finished);
  try {
    // A link fails where there is a file, which a rename would replace.
    await link(finished, target);
    await unlink(finished);
  } catch (error) {
    if (!NO_LINKS.includes(systemCode(error) ?? '')) throw error;
    await refuseTaken(target);
    await rename(finished, target);
  }
  await sync(dirname(target));
}

async function refuseTaken(target: string): Promise<void> {
  const taken = await access(target, constants.F_OK).then(
    () => true,
    () => false,
  );
  if (taken) throw Object.assign(new Error(`EEXIST: file already exists, ${target}`), { code: 'EEXIST' });
}

/** Replaces a file's content, or makes the file: a reader sees the old or the new, never half. */
export async function replaceFile(target: string, content: string, mode: number): Promise<void> {
  // In two containers two processes may have one number.
  const finished = `${target}.${randomUUID()}.tmp`;
  try {
    const handle = await open(finished, 'wx', mode);
    try {
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(finished, target);
  } catch (error) {
    await rm(finished, { force: true });
    throw error;
  }
  await sync(dirname(target));
}
