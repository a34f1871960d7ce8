import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseAst } from 'vitest/node';

/** A regular expression of the sources, and where it is written or made: "src/english/tense.ts:20". */
export interface PatternAt {
  readonly source: string;
  readonly flags: string;
  readonly places: readonly string[];
}

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const FOLDERS = ['src', 'commands'];
/** They start a process when they are loaded, or need a browser. */
const ENTRIES = new Set(['src/main.ts', 'src/cli.ts', 'src/web/page/page.ts', 'src/web/page/components.ts']);
/** A frame of a stack in one of the sources. */
const FRAME = /\/((?:src|commands)\/[\w./-]+\.ts):(\d+)/;

/** Gathers patterns, each once, whatever number of places it stands at. */
class Patterns {
  readonly #places = new Map<string, { source: string; flags: string; places: string[] }>();

  add(source: string, flags: string, place: string): void {
    const key = `/${source}/${flags}`;
    const known = this.#places.get(key);
    if (known) known.places.push(place);
    else this.#places.set(key, { source, flags, places: [place] });
  }

  get all(): readonly PatternAt[] {
    return [...this.#places.values()];
  }
}

function sourceFiles(): string[] {
  return FOLDERS.flatMap((folder) =>
    readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => `${folder}/${file}`),
  ).toSorted();
}

/** The regular expression literals in TypeScript, with their lines. */
export function literalsIn(code: string): { source: string; flags: string; line: number }[] {
  const found: { source: string; flags: string; line: number }[] = [];
  const waiting: unknown[] = [parseAst(code, { lang: 'ts' })];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (typeof node !== 'object' || node === null) continue;
    if ('regex' in node && isRegex(node.regex) && 'start' in node) {
      const line = code.slice(0, Number(node.start)).split('\n').length;
      found.push({ source: node.regex.pattern, flags: node.regex.flags, line });
    } else waiting.push(...Object.values(node));
  }
  return found;
}

function isRegex(value: unknown): value is { pattern: string; flags: string } {
  return typeof value === 'object' && value !== null && 'pattern' in value && 'flags' in value;
}

/** Loads the sources, and gathers what they give to `new RegExp` while they are loaded: patterns that are made of lists. */
async function gatherMade(files: readonly string[], patterns: Patterns): Promise<void> {
  const Original = RegExp;
  globalThis.RegExp = new Proxy(Original, {
    construct(target, given, newTarget) {
      const made: unknown = Reflect.construct(target, given, newTarget);
      const frame = Original.prototype.exec.call(FRAME, new Error().stack ?? '');
      if (frame && made instanceof Original) patterns.add(made.source, made.flags, `${frame[1]}:${frame[2]}`);
      return made as object;
    },
  });
  try {
    for (const file of files) if (!ENTRIES.has(file)) await import(path.join(ROOT, file));
  } finally {
    globalThis.RegExp = Original;
  }
}

/** Every pattern in `src/` and `commands/`: the literals, and those made when a file is loaded. Not those that a call makes. */
export async function collectPatterns(): Promise<readonly PatternAt[]> {
  const patterns = new Patterns();
  const files = sourceFiles();
  for (const file of files) {
    for (const { source, flags, line } of literalsIn(readFileSync(path.join(ROOT, file), 'utf8'))) {
      patterns.add(source, flags, `${file}:${line}`);
    }
  }
  await gatherMade(files, patterns);
  return patterns.all;
}
