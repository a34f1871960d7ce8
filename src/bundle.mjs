import { readdir, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/**
 * Joins what `tsc` built into few files, `dist/app/`, which is what `npm start` and `dateline` run: to find and load 500 modules one
 * by one takes longer than all the rest of a start. The modules stay beside it, for the library, the threads and the benchmarks.
 */

const DIST = join(dirname(fileURLToPath(import.meta.url)), '../dist');
const INTO = join(DIST, 'app');

/** The packages that every start loads. Any other stays the package that it is, and is loaded when it is needed. */
const LOADED_AT_START = ['@hono/node-server', 'chokidar', 'commander', 'dotenv', 'entities', 'fuse.js', 'hono', 'zod'];

const { dependencies } = JSON.parse(await readFile(join(DIST, '../package.json'), 'utf8'));
const commands = (await readdir(join(DIST, 'commands'))).filter((name) => name.endsWith('.js'));

await rm(INTO, { recursive: true, force: true });
await build({
  entryPoints: ['src/main.js', 'src/cli.js', ...commands.map((name) => `commands/${name}`)].map((path) =>
    join(DIST, path),
  ),
  outbase: DIST,
  outdir: INTO,
  chunkNames: 'parts/[name]-[hash]',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  external: Object.keys(dependencies).filter((name) => !LOADED_AT_START.includes(name)),
  // Packages in the older format ask for Node's own modules in the older way.
  banner: { js: "import { createRequire as bundled } from 'node:module'; const require = bundled(import.meta.url);" },
  logLevel: 'warning',
});
