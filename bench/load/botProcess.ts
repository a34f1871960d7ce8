import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project, from here as written and as built. */
const PROJECT = fileURLToPath(new URL(import.meta.url.endsWith('.ts') ? '../..' : '../../..', import.meta.url));
const MAIN = join(PROJECT, 'dist/src/main.js');
const SEEDS = join(PROJECT, 'seeds');

/** The built bot as a process of its own. */
export interface BotProcess {
  readonly child: ChildProcess;
  /** Everything that it said, on both outputs. */
  output(): string;
  /** Ends it in good order, and waits for that. @returns its exit status */
  end(): Promise<number | null>;
}

/**
 * Starts the bot, for measuring: no limits for people, as one person sends everything, and without the reader unless told.
 * @param environment beyond the address and the token
 * @param flags of Node's, such as `--cpu-prof`
 */
export function startBotProcess(
  discord: { readonly token: string; readonly apiUrl: string },
  environment: Readonly<Record<string, string>> = {},
  flags: readonly string[] = [],
): BotProcess {
  const child = spawn(process.execPath, [...flags, MAIN], {
    // Away from the project, so that nobody's .env is read.
    cwd: tmpdir(),
    env: {
      PATH: process.env.PATH,
      CORPUS: SEEDS,
      PORT: '0',
      READER: 'off',
      RATE_LIMIT_USER: '0',
      RATE_LIMIT_SERVER: '0',
      DISCORD_TOKEN: discord.token,
      DISCORD_API_URL: discord.apiUrl,
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exited = once(child, 'close');
  const said: string[] = [];
  for (const output of [child.stdout, child.stderr]) output?.on('data', (chunk: Buffer) => said.push(String(chunk)));
  return {
    child,
    output: () => said.join(''),
    async end() {
      child.kill('SIGTERM');
      const [status] = (await exited) as [number | null];
      return status;
    },
  };
}
