import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import type { LocalDiscord } from './server.js';
import { waitFor } from './users.js';

const PROJECT = fileURLToPath(new URL('../../', import.meta.url));
const EXTRA_COMMANDS = fileURLToPath(new URL('extraCommands/', import.meta.url));
/** Milliseconds for a start on a busy machine. */
const START_PATIENCE = 60_000;
/** The program before it was joined, which takes commands as they are in its folder. */
const MODULES = 'dist/src/main.js';
/** What the built program finds beside `dist/`. */
const BESIDE_DIST = ['node_modules', 'package.json', 'data', 'seeds'];

/** How a process ended and how long that took from the signal, in milliseconds. */
export interface Ended {
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly after: number;
}

/** The bot as its own process. */
export interface Bot {
  /** Everything it has written to standard output and standard error. */
  output(): string;
  /** Waits until the output holds that. */
  says(wanted: string | RegExp, patience?: number): Promise<void>;
  /** Waits until it is connected and has settled its commands. */
  ready(): Promise<void>;
  signal(signal: NodeJS.Signals): void;
  /** Waits for the end. @throws Error when it does not end by itself within `patience` milliseconds */
  ended(patience?: number): Promise<Ended>;
  /** Ends it, however it is doing. */
  kill(): Promise<void>;
}

export interface BotOptions {
  readonly environment?: Readonly<Record<string, string>>;
  /** Where its standard error goes: to a reader that never reads, to one that is gone, or into a file of this descriptor; into `output` unless told. */
  readonly standardError?: 'unread' | 'gone' | number;
  /** The folder with `dist/`, whose modules are run; the project, joined, unless told. */
  readonly project?: string;
}

/** Starts what `npm start` starts, connected to a local Discord. The build has to be there. */
export function startBot(discord: Pick<LocalDiscord, 'token' | 'apiUrl'>, options: BotOptions = {}): Bot {
  const { standardError = 'read' } = options;
  const child: ChildProcessByStdio<null, Readable, Readable | null> = spawn(
    process.execPath,
    [options.project ? join(options.project, MODULES) : join(PROJECT, 'dist/app/main.cjs')],
    {
      // Away from the project, so that a developer's own .env decides nothing.
      cwd: tmpdir(),
      env: {
        PATH: process.env.PATH,
        CORPUS: join(PROJECT, 'seeds'),
        PORT: '0',
        // One person does in a second what people do in minutes.
        RATE_LIMIT_USER: '0',
        RATE_LIMIT_SERVER: '0',
        DISCORD_TOKEN: discord.token,
        DISCORD_API_URL: discord.apiUrl,
        ...options.environment,
      },
      stdio: ['ignore', 'pipe', typeof standardError === 'number' ? standardError : 'pipe'],
    },
  ) as ChildProcessByStdio<null, Readable, Readable | null>;
  let output = '';
  let signalled = performance.now();
  let end: Ended | null = null;
  for (const stream of [child.stdout, standardError === 'read' ? child.stderr : null]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  if (standardError === 'gone') child.stderr?.destroy();
  // Who never reads would never see the end of what is unread.
  child.on(standardError === 'unread' ? 'exit' : 'close', (status, signal) => {
    end = { status, signal, after: performance.now() - signalled };
  });

  const orItsWords = async <T>(wait: Promise<T>): Promise<T> =>
    wait.catch((error: unknown) => {
      throw new Error(`${error instanceof Error ? error.message : error}. The bot said:\n${output}`);
    });
  const says = (wanted: string | RegExp, patience = START_PATIENCE) => {
    const holds = () => (typeof wanted === 'string' ? output.includes(wanted) : wanted.test(output));
    return orItsWords(waitFor(() => holds() || end !== null, patience, `no ${wanted}`)).then(() => {
      if (!holds()) throw new Error(`the bot ended without saying ${wanted}:\n${output}`);
    });
  };
  const ended = (patience = START_PATIENCE) => orItsWords(waitFor(() => end, patience, 'the bot did not end'));
  return {
    output: () => output,
    says,
    ready: () => says(/commands (registered|are up to date)/),
    signal: (signal) => {
      signalled = performance.now();
      child.kill(signal);
    },
    ended,
    kill: async () => {
      child.kill('SIGKILL');
      await ended();
    },
  };
}

/** A copy of the built project with the commands in `extraCommands/` added, which fail or take their time. */
export function projectWithExtraCommands(): { readonly folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-extra-'));
  cpSync(join(PROJECT, 'dist'), join(folder, 'dist'), { recursive: true });
  cpSync(EXTRA_COMMANDS, join(folder, 'dist/commands'), { recursive: true });
  for (const name of BESIDE_DIST) {
    if (existsSync(join(PROJECT, name))) symlinkSync(join(PROJECT, name), join(folder, name));
  }
  return { folder, remove: () => rmSync(folder, { recursive: true }) };
}
