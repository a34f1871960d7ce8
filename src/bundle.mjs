import { copyFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/**
 * Joins what `tsc` built into one script, `dist/app/program.js`, which is what `npm start` and `dateline` run, and keeps what V8 makes
 * of it beside it: to find, load and compile 500 modules one by one takes longer than all the rest of a start. The modules stay where
 * they are, for the library, the threads and the benchmarks.
 */

const PROJECT = join(dirname(fileURLToPath(import.meta.url)), '..');
const DIST = join(PROJECT, 'dist');
const INTO = join(DIST, 'app');

/** The packages that every start loads. Any other stays the package that it is, and is loaded when it is needed. */
const LOADED_AT_START = [
  '@hono/node-server',
  'chardet',
  'chokidar',
  'commander',
  'dotenv',
  'entities',
  'fuse.js',
  'hono',
  'wrap-ansi',
  'zod',
];

const { dependencies } = JSON.parse(await readFile(join(PROJECT, 'package.json'), 'utf8'));

/** Takes the place of `commands/parts/commandFiles.ts`: what is in the folder is known now, so that no start has to look. */
const commandFiles = {
  name: 'command files',
  setup({ onLoad }) {
    onLoad({ filter: /commands[\\/]parts[\\/]commandFiles\.js$/ }, async () => {
      const names = (await readdir(join(DIST, 'commands'))).filter((name) => name.endsWith('.js')).sort();
      const imports = names.map((name, at) => `import * as file${at} from '../${name}';`);
      const entries = names.map((name, at) => `['${name}', file${at}]`);
      return { contents: `${imports.join('\n')}\nexport const readCommandFiles = async () => new Map([${entries}]);` };
    });
  },
};

/** What can be asked of the program; nothing of it is loaded before it is asked for. */
const ENTRY = `
  export const main = () => import('./src/main.js');
  export const cli = () => import('./src/cli.js');
  export const rehearse = async () => (await import('./src/rehearsal.js')).rehearse();
`;

/**
 * Where a letter takes one byte, a script of this size is read 60 ms sooner than where some take more. esbuild writes strings so; what it
 * leaves stands in regular expressions and comments, where an escape is as good.
 */
function inAscii(code) {
  return code.replace(/[^\0-\x7F]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** All modules as one function of what Node hands to a module of the older format. */
async function joinModules() {
  const { outputFiles, metafile } = await build({
    stdin: { contents: ENTRY, resolveDir: DIST },
    plugins: [commandFiles],
    bundle: true,
    write: false,
    metafile: true,
    outfile: 'program.js',
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    external: Object.keys(dependencies).filter((name) => !LOADED_AT_START.includes(name)),
    define: { 'import.meta.url': 'ownUrl' },
    charset: 'ascii',
    logLevel: 'warning',
  });
  const imports = Object.values(metafile.outputs).flatMap((output) => output.imports);
  const late = imports.filter(({ kind }) => kind === 'dynamic-import').map(({ path }) => path);
  if (late.length > 0)
    throw new Error(`a script with compiled code cannot import(), so these must be joined too: ${late}`);
  const ownUrl = "const ownUrl = require('node:url').pathToFileURL(__filename).href;";
  return `(function (module, exports, require, __filename, __dirname) { ${ownUrl}\n${outputFiles[0].text}\n})`;
}

await rm(INTO, { recursive: true, force: true });
await mkdir(INTO);
await writeFile(join(INTO, 'program.js'), inAscii(await joinModules()));
await copyFile(join(PROJECT, 'src/joined.cjs'), join(INTO, 'joined.cjs'));
for (const entry of ['main', 'cli']) {
  const start = `#!/usr/bin/env node\nrequire('./joined.cjs').loadJoined().program.${entry}();\n`;
  await writeFile(join(INTO, `${entry}.cjs`), start, { mode: 0o755 });
}

// V8 compiles a function when it is first called, so that what a start calls has been called before its code is kept.
const { loadJoined, COMPILED } = createRequire(import.meta.url)(join(INTO, 'joined.cjs'));
const { script, program } = loadJoined();
await program.rehearse();
await writeFile(COMPILED, script.createCachedData());
