import { spawn } from 'node:child_process';
import { appendFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { openArchive } from '../../src/archive.js';
import { makeSyntheticCorpus } from '../syntheticCorpus.js';

const MAIN = fileURLToPath(new URL('../../src/main.js', import.meta.url));
/** Enough that what was read is kept on disk, so that a kill may hit its writing. */
const PASSAGES = 20_000;
/** A reload of so much takes about as long. */
const WITHIN_MS = 8_000;
const START_WITHIN_MS = 60_000;

/** What a killed reload left. */
export interface KilledReloads {
  readonly moments: number;
  /** Moments at which the new articles were in use already. */
  readonly finished: number;
  /** Corpora that did not open afterwards, or without all of their articles. */
  readonly broken: number;
}

/** Kills the bot at random moments while it reads a corpus again that has grown, and opens what is left. */
export async function killWhileReloading(moments: number): Promise<KilledReloads> {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-reload-'));
  const file = join(folder, 'articles.jsonl');
  const { articles } = makeSyntheticCorpus(PASSAGES, 0);
  await writeFile(
    file,
    articles.map((article) => `${JSON.stringify(article)}\n`),
  );
  let [finished, broken] = [0, 0];
  try {
    for (let moment = 0; moment < moments; moment++) {
      const isDone = await reloadAndKill(file, articles.length + moment + 1, Math.random() * WITHIN_MS);
      if (isDone) finished++;
      if (!(await opensWhole(file))) broken++;
    }
  } finally {
    await rm(folder, { recursive: true });
  }
  return { moments, finished, broken };
}

/** Starts the bot, adds an article to its corpus, and kills it so long after. @returns whether it had read it by then */
async function reloadAndKill(file: string, number: number, after: number): Promise<boolean> {
  const child = spawn(process.execPath, [MAIN], {
    cwd: tmpdir(),
    env: { PATH: process.env.PATH, CORPUS: file, PORT: '0', READER: 'off' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      output += String(chunk);
    });
  const gone = new Promise((resolve) => child.once('close', resolve));
  const end = performance.now() + START_WITHIN_MS;
  while (!output.includes('HTTP is served') && performance.now() < end && child.exitCode === null) await sleep(20);
  const text = `The lifeboat of Skerra came home on its voyage number ${number}, the council said.`;
  await appendFile(file, `${JSON.stringify({ id: `lifeboat-${number}`, published: '2024-05-04', text })}\n`);
  // At once, and not when the change is noticed.
  child.kill('SIGHUP');
  await sleep(after);
  child.kill('SIGKILL');
  await gone;
  return /were read again/.test(output);
}

async function opensWhole(file: string): Promise<boolean> {
  const lines = (await readFile(file, 'utf8')).split('\n').filter(Boolean);
  const warnings: string[] = [];
  const log = { info: () => {}, warn: (line: string) => warnings.push(line) };
  const archive = await openArchive(file, { reader: false, log }).catch(() => null);
  const isWhole = archive?.size.articles === lines.length && archive.problems.length === 0 && warnings.length === 0;
  await archive?.close();
  // What was half written lies beside until it is removed; nothing else may.
  const own = await readdir(join(file, '../.dateline')).catch(() => []);
  return isWhole && own.every((name) => name.includes('.snapshot'));
}
