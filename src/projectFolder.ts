import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Dateline's own folder, which holds `package.json`: found upwards, as this file lies at different depths in `src/` and in `dist/`. */
export function projectFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json')) && dirname(folder) !== folder) folder = dirname(folder);
  return folder;
}

/** The folder that holds `commands/` as this runs: the project's own, or `dist/`. */
export function codeFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'commands')) && dirname(folder) !== folder) folder = dirname(folder);
  return folder;
}

/** A built module's file, for a thread to run: never the source, as a thread knows no TypeScript. @param path below `dist/` */
export function builtModule(path: string): string {
  return join(projectFolder(), 'dist', path);
}

/** What Dateline knows before it reads an article: aliases, word vectors, fonts. */
export function dataFolder(): string {
  return join(projectFolder(), 'data');
}

/** The articles that ship with Dateline, so that it answers from wherever it is started. */
export function seedsFolder(): string {
  return join(projectFolder(), 'seeds');
}
