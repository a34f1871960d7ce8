import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** From starting the process to its "ready" line, and what it then holds in memory. */
export interface StartUp {
  readonly milliseconds: number;
  /** Resident set in units of 10⁶ bytes; null where the system has no /proc. */
  readonly megabytes: number | null;
}

const MAIN = fileURLToPath(new URL('../src/main.js', import.meta.url));
const READY = /is ready/;
const BYTES_PER_KIBIBYTE = 1024;

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
    env: { PATH: process.env.PATH, CORPUS: corpus },
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
      return { milliseconds, megabytes: await residentMegabytes(bot.pid) };
    }
    throw new Error(`the bot ended before it was ready:\n${said.join('\n')}`);
  } finally {
    bot.kill();
    await exited;
  }
}

async function residentMegabytes(pid: number | undefined): Promise<number | null> {
  try {
    const status = await readFile(`/proc/${pid}/status`, 'utf8');
    const kibibytes = /^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1];
    return kibibytes === undefined ? null : (Number(kibibytes) * BYTES_PER_KIBIBYTE) / 1e6;
  } catch {
    return null;
  }
}
