import { readdir } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { codeFolder } from '../../src/projectFolder.js';

/**
 * The files of the commands folder, each with what it exports. The joined program has another version of this module, made from the
 * same folder when it is built (`src/bundle.mjs`), as there is no folder to read by then.
 * @param folder built files, or TypeScript where the runtime reads that
 * @returns by the names of the files, in their order
 */
export async function readCommandFiles(folder = join(codeFolder(), 'commands')): Promise<ReadonlyMap<string, unknown>> {
  const ending = extname(fileURLToPath(import.meta.url));
  const files = (await readdir(folder)).filter((name) => name.endsWith(ending) && !name.endsWith('.d.ts')).sort();
  const modules = await Promise.all(files.map((name) => import(pathToFileURL(join(folder, name)).href)));
  return new Map(files.map((name, at) => [name, modules[at]]));
}
