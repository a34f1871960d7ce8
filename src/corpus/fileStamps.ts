import { createHash } from 'node:crypto';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';

/** What the files of a corpus are, without reading them. */
export interface CorpusStamp {
  /** Changes when any file is added, removed, renamed or written to. */
  readonly stamp: string;
  /** Each file, with what would change if it were written to; in no order that means anything. */
  readonly files: readonly string[];
  /** Of all files together. */
  readonly bytes: number;
}

/** Files asked about at one time. */
const AT_ONCE = 32;

/**
 * Looks at every file of a corpus, but for hidden ones: names, sizes, and when each was last changed. The time of the last change of a
 * file's entry, which nobody can set, is among it, so that one that was written to and given back its old time is told.
 * @param where a folder or a file
 * @throws a system error when it cannot be opened
 */
export async function stampCorpus(where: string): Promise<CorpusStamp> {
  const files = (await stat(where)).isDirectory() ? await filesBelow(where) : [''];
  const lines: string[] = [];
  let bytes = 0;
  for (let at = 0; at < files.length; at += AT_ONCE) {
    const looked = files.slice(at, at + AT_ONCE).map(async (name) => ({ name, entry: await entryOf(where, name) }));
    for (const { name, entry } of await Promise.all(looked)) {
      lines.push(`${name}\n${entry ? `${entry.size} ${entry.mtimeNs} ${entry.ctimeNs} ${entry.mode}` : 'gone'}`);
      bytes += Number(entry?.size ?? 0n);
    }
  }
  return { stamp: stampOf(lines), files: lines, bytes };
}

/** The stamp of files, as {@link stampCorpus} gives both. */
export function stampOf(files: readonly string[]): string {
  return createHash('sha256').update(files.join('\n')).digest('hex');
}

/**
 * The files that came since.
 * @param before files as {@link stampCorpus} gave them then @param now as it gives them now
 * @returns their paths below the folder; null when one of those before is not there as it was
 */
export function addedFiles(before: readonly string[], now: readonly string[]): string[] | null {
  const left = new Set(now);
  for (const file of before) if (!left.delete(file)) return null;
  return [...left].map((file) => (file.split('\n')[0] ?? '').replaceAll(path.sep, '/'));
}

function entryOf(where: string, name: string) {
  return stat(path.join(where, name), { bigint: true }).catch(() => null);
}

/** Sorted, so that the order in which a file system lists them says nothing. */
async function filesBelow(folder: string): Promise<string[]> {
  const files: string[] = [];
  const folders = [''];
  for (let below = folders.pop(); below !== undefined; below = folders.pop()) {
    for (const entry of await readdir(path.join(folder, below), { withFileTypes: true }).catch(() => [])) {
      if (entry.name.startsWith('.')) continue;
      const name = path.join(below, entry.name);
      if (entry.isDirectory()) folders.push(name);
      else files.push(name);
    }
  }
  return files.sort();
}
