import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

/** The house from the ground up, as docs/ARCHITECTURE.md draws it: the longest path that fits decides. */
const FLOORS: Readonly<Record<string, number>> = {
  'src/projectFolder.ts': 0,
  'src/steps.ts': 0,
  'src/english/': 1,
  'src/corpus/': 2,
  'src/feeding/': 2,
  'src/search/': 3,
  'src/statements/': 4,
  'src/answers/': 5,
  'src/quotes/': 5,
  'src/events/': 5,
  'src/archive.ts': 6,
  'src/archiveInterface.ts': 6,
  'src/corpusArchive.ts': 6,
  'src/corpusReadings.ts': 6,
  'src/corpusUpdates.ts': 6,
  'src/growingArchive.ts': 6,
  'src/keptCorpus.ts': 6,
  'src/openPostgres.ts': 6,
  'src/postgresArchive.ts': 6,
  'src/scorers.ts': 6,
  'src/index.ts': 6,
  'src/evaluation/': 7,
  'src/liveArchive.ts': 6,
  'src/serverBook.ts': 6,
  'src/strictArchive.ts': 6,
  'src/rememberedAnswers.ts': 6,
  'src/corpora.ts': 6,
  'src/corporaOnDisk.ts': 6,
  'src/corpusKeeper.ts': 6,
  'src/feedWatch.ts': 6,
  'commands/': 7,
  'src/config.ts': 8,
  'src/dotenv.ts': 8,
  'src/discord/': 8,
  'src/settings/': 8,
  'src/terminal/': 8,
  'src/web/': 8,
  'src/main.ts': 9,
  'src/run.ts': 9,
  'src/openCorpora.ts': 9,
  'src/upkeep.ts': 9,
  'src/rehearsal.ts': 9,
  'src/cli.ts': 9,
};

/** `import … from './x.js'`, `export … from`, `import('./x.js')` and `import './x.js'`, with or without `type`. */
const IMPORT = /(?:\bfrom\s*|\bimport\s*\(?\s*)'(\.{1,2}\/[^']+)\.js'/g;

function floorOf(file: string): number | null {
  const place = Object.keys(FLOORS)
    .filter((prefix) => file.startsWith(prefix))
    .sort((a, b) => b.length - a.length)[0];
  return place === undefined ? null : (FLOORS[place] ?? null);
}

function sourceFiles(): string[] {
  return ['src', 'commands'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => path.posix.join(folder, name.replaceAll(path.sep, '/'))),
  );
}

/** The files that a file imports, by their path in the project. */
function importsOf(file: string, source: string): string[] {
  return [...source.matchAll(IMPORT)].map(([, target = '']) =>
    path.posix.join(path.posix.dirname(file), `${target}.ts`),
  );
}

/** Every way back to a file from itself, found depth first; each once. */
function circlesOf(imports: ReadonlyMap<string, readonly string[]>): string[] {
  const done = new Set<string>();
  const circles: string[] = [];
  const visit = (file: string, path: readonly string[]): void => {
    if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(' → '));
    if (path.includes(file) || done.has(file)) return;
    for (const target of imports.get(file) ?? []) visit(target, [...path, file]);
    done.add(file);
  };
  for (const file of imports.keys()) visit(file, []);
  return circles;
}

/** Names that a source exports, declared there and not passed on. */
const EXPORTED = /^export (?:abstract |async )?(?:function\*?|class|interface|type|const|let) (\w+)/gm;

describe('names', () => {
  it('stand for one thing: no two files export the same', () => {
    const filesOf = new Map<string, string[]>();
    for (const file of sourceFiles()) {
      for (const [, name = ''] of readFileSync(file, 'utf8').matchAll(EXPORTED)) {
        filesOf.set(name, [...(filesOf.get(name) ?? []), file]);
      }
    }
    const twice = [...filesOf].filter(([, files]) => files.length > 1);
    expect(filesOf.size).toBeGreaterThan(200);
    expect(twice).toEqual([]);
  });
});

describe('the map in docs/ARCHITECTURE.md', () => {
  /** `src/…`, `commands/…`, `answers/rank.ts`: what looks like a path of the project, with or without its first folder. */
  const PATH = /`((?:[\w-]+\/)*[\w-]+\.ts|(?:src|commands|data|seeds|tests|bench)\/(?:[\w-]+\/)*)`/g;

  it('names only files and folders that are there', () => {
    const map = readFileSync('docs/ARCHITECTURE.md', 'utf8');
    const named = [...map.matchAll(PATH)].map(([, name = '']) => name);
    const places = ['', 'src/', 'commands/', 'src/search/'];
    expect(named.length).toBeGreaterThan(30);
    expect(named.filter((name) => !places.some((place) => existsSync(place + name)))).toEqual([]);
  });
});

describe('the floors', () => {
  it('have every source file on one of them', () => {
    expect(sourceFiles().filter((file) => floorOf(file) === null)).toEqual([]);
  });

  it('are only looked down from: no file imports from a floor above its own', () => {
    const upward = sourceFiles().flatMap((file) =>
      importsOf(file, readFileSync(file, 'utf8'))
        .filter((target) => (floorOf(target) ?? 0) > (floorOf(file) ?? 0))
        .map((target) => `${file} imports ${target}`),
    );
    expect(upward).toEqual([]);
  });

  it('have no circle: no file leads back to itself by its imports, types counted', () => {
    const imports = new Map(sourceFiles().map((file) => [file, importsOf(file, readFileSync(file, 'utf8'))]));
    expect(circlesOf(imports)).toEqual([]);
  });

  it('are read off imports in all their spellings', () => {
    const source = [
      "import type { A } from './a.js';",
      "export { b } from '../b.js';",
      "const c = await import('./c/d.js');",
      "import './e.js';",
      "import {\n  f,\n} from '../../commands/parts/f.js';",
      "import fs from 'node:fs';",
    ].join('\n');
    expect(importsOf('src/x/y.ts', source)).toEqual([
      'src/x/a.ts',
      'src/b.ts',
      'src/x/c/d.ts',
      'src/x/e.ts',
      'commands/parts/f.ts',
    ]);
  });
});
