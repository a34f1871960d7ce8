import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { oneLine } from './english/visibleText.js';

/** A corpus that is there, and what it is called: as its folder, or as its file without the extension. */
export interface NamedCorpus {
  readonly name: string;
  /** A folder or a `.jsonl` file. */
  readonly where: string;
}

/** What there is, by name, and a sentence for each thing that is none of it. */
export interface CorporaOnDisk {
  readonly corpora: readonly NamedCorpus[];
  readonly faults: readonly string[];
}

/** A name goes into the buttons of its replies, which hold a hundred letters with all the rest. */
export const LONGEST_CORPUS_NAME = 50;

const JSONL = '.jsonl';

/**
 * Finds the corpora that patterns name, in the order of their names. Never throws.
 * @param patterns paths; the last part of each may hold `*`, which stands for any letters
 */
export async function findCorpora(patterns: readonly string[]): Promise<CorporaOnDisk> {
  const faults: string[] = [];
  const byName = new Map<string, NamedCorpus>();
  for (const pattern of patterns) {
    const places = await placesOf(pattern, faults);
    if (places.length === 0) faults.push(`${pattern} matches no folder and no ${JSONL} file.`);
    for (const where of places) {
      const name = basename(where, JSONL);
      const fault = faultOf(name, where, byName.get(key(name)));
      if (fault !== null) faults.push(fault);
      else byName.set(key(name), { name, where });
    }
  }
  const corpora = [...byName.values()].sort((a, b) => (key(a.name) < key(b.name) ? -1 : 1));
  return { corpora, faults };
}

/** Names that differ in capitals alone are one, as they are typed. */
function key(name: string): string {
  return name.toLowerCase();
}

function faultOf(name: string, where: string, other: NamedCorpus | undefined): string | null {
  if (other && other.where !== where) return `${other.where} and ${where} are called the same: rename one of them.`;
  if (name.length > LONGEST_CORPUS_NAME) {
    return `${where} has a name of ${name.length} letters, and an event’s has ${LONGEST_CORPUS_NAME} at most: rename it.`;
  }
  // What parts the state of a button, and what nobody could type.
  if (name.includes('|') || oneLine(name).trim() !== name) {
    return `${where} cannot be called so as an event: rename it, without | and without invisible letters.`;
  }
  return null;
}

/** What a pattern matches: exactly what it names, or the folders and files that its `*` fits. */
async function placesOf(pattern: string, faults: string[]): Promise<string[]> {
  const parts = basename(pattern).split('*');
  // Whether it is there is told when it is opened, with the reason.
  if (parts.length === 1) return [pattern];
  const folder = dirname(pattern);
  try {
    const names = (await readdir(folder)).filter((name) => !name.startsWith('.') && fits(name, parts)).sort();
    const places = await Promise.all(names.map((name) => corpusAt(join(folder, name))));
    return places.filter((place) => place !== null);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    faults.push(`${folder} cannot be looked into (${code}).`);
    return [];
  }
}

async function corpusAt(place: string): Promise<string | null> {
  const found = await stat(place).catch(() => null);
  if (found?.isDirectory()) return place;
  return found?.isFile() && extname(place) === JSONL ? place : null;
}

/** Whether a name is made of these parts, with anything between them. */
function fits(name: string, parts: readonly string[]): boolean {
  const [first = '', ...rest] = parts;
  const last = rest.pop() ?? '';
  if (name.length < first.length + last.length || !name.startsWith(first) || !name.endsWith(last)) return false;
  let at = first.length;
  for (const part of rest) {
    const found = name.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return at <= name.length - last.length;
}
