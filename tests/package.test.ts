import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** Packing builds, and installing fetches what is in no cache: both as slow as the machine and its line. */
const PATIENCE_MS = 240_000;
/** What npm says where it cannot reach packages. */
const UNREACHABLE = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ENOTCACHED/;
const QUIET = ['--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error'];

let place = '';
let user = '';
/** Why there is nothing to try; null: there is. */
let obstacle: string | null = null;

function run(command: string, args: readonly string[], folder: string, input = ''): SpawnSyncReturns<string> {
  const { PATH, HOME, npm_config_cache } = process.env;
  const env = { PATH, HOME, READER: 'off', PORT: '0', ...(npm_config_cache && { npm_config_cache }) };
  return spawnSync(command, args, { cwd: folder, env, input, encoding: 'utf8', timeout: PATIENCE_MS });
}

/** The files of this project as a fresh clone has them, with the packages of this one. */
function cloneInto(folder: string): void {
  const { stdout } = run('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], '.');
  for (const file of stdout.split('\0').filter(Boolean)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    cpSync(file, join(folder, file));
  }
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
}

/** Packs a fresh clone and installs that in an empty folder. @returns why that is not possible here; null when it was */
function installPacked(): string | null {
  if (run('git', ['rev-parse'], '.').status !== 0) return 'this is no clone of the project';
  const clone = join(place, 'clone');
  cloneInto(clone);
  const packed = run('npm', ['pack', '--silent', '--pack-destination', place], clone);
  if (packed.status !== 0) throw new Error(`npm pack failed:\n${packed.stdout}${packed.stderr}`);
  const installed = run('npm', ['install', ...QUIET, join(place, packed.stdout.trim())], user);
  if (installed.status === 0) return null;
  if (UNREACHABLE.test(installed.stderr)) return 'npm cannot reach packages';
  throw new Error(`npm install failed:\n${installed.stderr}`);
}

beforeAll(() => {
  place = mkdtempSync(join(tmpdir(), 'dateline-package-'));
  user = join(place, 'user');
  mkdirSync(user);
  obstacle = installPacked();
}, PATIENCE_MS);
afterAll(() => rmSync(place, { recursive: true, force: true }), PATIENCE_MS);

describe('the package that npm pack makes of a fresh clone, in an empty folder', { timeout: PATIENCE_MS }, () => {
  it('answers at the command line', ({ skip }) => {
    if (obstacle) skip(obstacle);
    const { stdout, stderr, status } = run('npx', ['--no', 'dateline', 'ask', 'who met Kim'], user);
    expect(stderr).toBe('');
    expect(stdout).toContain("Sergei Lavrov met with North Korea's Kim Jong Un on Thursday");
    expect(status).toBe(0);
  });

  it('starts, with the page, by its own name', ({ skip }) => {
    if (obstacle) skip(obstacle);
    const { stdout, status } = run('npx', ['--no', 'dateline-bot'], user, 'who met Kim\n');
    expect(stdout).toMatch(/^Try it: http/m);
    expect(stdout).toContain('AFP · 20 October 2023');
    expect(status).toBe(0);
  });

  it('is a library, for modules and for require', ({ skip }) => {
    if (obstacle) skip(obstacle);
    const ask = 'openArchive("node_modules/dateline-bot/seeds").then((archive) => archive.ask("who met Kim"))';
    const say = '.then(({ status }) => console.log(status))';
    writeFileSync(join(user, 'asks.mjs'), `import { openArchive } from 'dateline-bot';\n${ask}${say};\n`);
    writeFileSync(join(user, 'asks.cjs'), `const { openArchive } = require('dateline-bot');\n${ask}${say};\n`);
    expect(run(process.execPath, ['asks.mjs'], user).stdout).toBe('answered\n');
    const required = run(process.execPath, ['asks.cjs'], user);
    // Before 20.19 and 22.12 Node.js cannot require a module, and says to import it.
    if (required.status !== 0) expect(required.stderr).toMatch(/ERR_REQUIRE_ESM[\s\S]*import\(\)/);
    else expect(required.stdout).toBe('answered\n');
  });

  it('has types that a strict program compiles with, its own files checked too', ({ skip }) => {
    if (obstacle) skip(obstacle);
    const program = [
      "import { type Answer, type Archive, type Excerpt, openArchive } from 'dateline-bot';",
      "const archive: Archive = await openArchive('articles', { reader: false });",
      "const answer: Answer = await archive.ask('who met Kim', { limit: 1 });",
      'const best: Excerpt | undefined = answer.excerpts[0];',
      'const day: string | null | undefined = best?.article.published.date;',
      'export { day };',
    ];
    writeFileSync(join(user, 'program.mts'), program.join('\n'));
    // A program for Node.js has the types of Node.js.
    const node = ['--types', 'node', '--typeRoots', resolve('node_modules/@types')];
    const options = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2022', ...node];
    const { stdout } = run(
      process.execPath,
      [resolve('node_modules/typescript/bin/tsc'), ...options, 'program.mts'],
      user,
    );
    expect(stdout).toBe('');
  });

  it('holds what its documents lead to, and no map, test or bench', ({ skip }) => {
    if (obstacle) skip(obstacle);
    const root = join(user, 'node_modules', 'dateline-bot');
    const files = readdirSync(root, { recursive: true, encoding: 'utf8' });
    expect(files).toEqual(expect.arrayContaining(['.env.example', 'README.md', 'LICENSE', 'docs/HTTP.md']));
    expect(files.filter((name) => /\.map$|\.tsbuildinfo$|^dist\/(?:tests|bench)\b/.test(name))).toEqual([]);
    expect(readFileSync(join(root, 'dist/src/index.js'), 'utf8')).not.toContain('sourceMappingURL');
  });
});
