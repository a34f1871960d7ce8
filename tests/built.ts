import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';

/** What a process left behind. */
export interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  /** Beyond PATH, the only variables that the process has: a developer's own settings must not decide a test. The reader is off unless told. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Where it runs; a folder without a `.env` unless told. */
  readonly folder?: string;
  /** What stands on its standard input. */
  readonly input?: string;
}

/** What is started of the joined program. */
export type Entry = 'main' | 'cli';

/** Starts one of the built entries (`npm run build` makes them), such as `cli`, as a process of its own. */
export function startBuilt(
  entry: Entry,
  args: readonly string[] = [],
  options: RunOptions = {},
): ChildProcessWithoutNullStreams {
  const file = fileURLToPath(new URL(`../dist/app/${entry}.cjs`, import.meta.url));
  return spawn(process.execPath, [file, ...args], {
    cwd: options.folder ?? tmpdir(),
    // Port 0: any that is free, since tests run beside each other.
    env: { PATH: process.env.PATH, PORT: '0', READER: 'off', ...options.environment },
  });
}

/** Waits for the end of a process, and gathers what it says until then. */
export function ended(child: ChildProcessWithoutNullStreams): Promise<Ended> {
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text) => {
    stderr += text;
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, stdout, stderr }));
  });
}

/** Runs one of the built entries to its end. */
export function runBuilt(entry: Entry, args: readonly string[] = [], options: RunOptions = {}): Promise<Ended> {
  const child = startBuilt(entry, args, options);
  child.stdin.end(options.input ?? '');
  return ended(child);
}
