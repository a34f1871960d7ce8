import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

/** Built by `npm run build`. */
const INDEX = 'dist/src/index.d.ts';
const FROM = /\b(?:import|export)\s+(?:type\s+)?\{([^}]*)\}\s+from\s+'([^']+)'/g;
/** A name of a type; what is all capitals is a value, whose type an editor spells out. */
const TYPE = /\b[A-Z]\w*[a-z]\w*\b/g;
const DECLARED = /^(?:export )?(?:declare )?(?:abstract )?(?:interface|type|class|function|const) (\w+)/gm;

/** A declaration file without its comments. */
function read(file: string): string {
  return readFileSync(file, 'utf8').replaceAll(/\/\*[\s\S]*?\*\//g, '');
}

/** The names that a file takes from others of ours, each with the file. */
function importsOf(file: string, text: string): Map<string, string> {
  const from = new Map<string, string>();
  for (const [, names = '', target = ''] of text.matchAll(FROM)) {
    if (!target.startsWith('.')) continue;
    const other = path.join(path.dirname(file), target.replace(/\.js$/, '.d.ts'));
    for (const name of names.split(',')) from.set(name.replace('type ', '').trim(), other);
  }
  return from;
}

/** What a file says of one name: from its declaration to the next. */
function declarationOf(name: string, text: string): string | null {
  const starts = [...text.matchAll(DECLARED)];
  const at = starts.findIndex(([, declared]) => declared === name);
  return at < 0 ? null : text.slice(starts[at]?.index, starts[at + 1]?.index ?? text.length);
}

/** Every type of ours that a reader of the library's signatures comes to. */
function reachable(): Set<string> {
  const waiting = [...importsOf(INDEX, read(INDEX))];
  const seen = new Set<string>();
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [name, file] = next;
    if (seen.has(name)) continue;
    seen.add(name);
    const text = read(file);
    const imports = importsOf(file, text);
    const declaration = declarationOf(name, text);
    if (declaration === null) {
      const further = imports.get(name);
      seen.delete(name);
      if (further) waiting.push([name, further]);
      continue;
    }
    for (const [word] of declaration.matchAll(TYPE)) {
      if (declarationOf(word, text)) waiting.push([word, file]);
      else if (imports.has(word)) waiting.push([word, imports.get(word) ?? '']);
    }
  }
  return seen;
}

describe('the library', () => {
  it('exports every type that its signatures name', () => {
    const exported = importsOf(INDEX, read(INDEX));
    const found = [...reachable()];
    expect(found).toContain('Excerpt');
    expect(found.filter((name) => !exported.has(name))).toEqual([]);
  });
});
