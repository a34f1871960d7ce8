import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { createInterface } from 'node:readline';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { residentMegabytes } from './residentMemory.js';

/** From starting the process to its "ready" line, and what it holds in memory a second later. */
export interface StartUp {
  readonly milliseconds: number;
  /** Resident set in units of 10⁶ bytes; null where the system has no /proc. */
  readonly megabytes: number | null;
}

const MAIN = fileURLToPath(new URL('../app/main.cjs', import.meta.url));
const READY = /is ready/;
/** What is loaded in the background after "ready", such as the word vectors, counts as memory too. */
const SETTLE_MS = 1_000;

/**
 * Starts the built bot without Discord as its own process, waits until it is ready, measures it and ends it.
 * @param corpus absolute path
 * @throws Error when it ends before it is ready, with what it said
 */
export async function measureStartUp(corpus: string): Promise<StartUp> {
  const start = performance.now();
  const bot = spawn(process.execPath, [MAIN], {
    // Away from the project, so that nobody's .env is read.
    cwd: tmpdir(),
    env: { PATH: process.env.PATH, CORPUS: corpus, PORT: '0' },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const exited = once(bot, 'close');
  const said: string[] = [];
  bot.stderr.on('data', (chunk: Buffer) => said.push(chunk.toString()));
  try {
    for await (const line of createInterface({ input: bot.stdout })) {
      said.push(line);
      if (!READY.test(line)) continue;
      const milliseconds = performance.now() - start;
      await setTimeout(SETTLE_MS);
      return { milliseconds, megabytes: await residentMegabytes(bot.pid) };
    }
    throw new Error(`the bot ended before it was ready:\n${said.join('\n')}`);
  } finally {
    bot.kill();
    await exited;
  }
}
