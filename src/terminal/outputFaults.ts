import type { EventEmitter } from 'node:events';
import { tame } from './style.js';

/** What a process ends with that can say no more: a reader who has enough is no fault, a full disk is one. */
const STATUS = { closed: 0, failed: 1 } as const;

/** Errors of one's own output, told in words. */
const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: 'there is no space left where it goes',
  EDQUOT: 'there is no space left where it goes',
  EFBIG: 'the file that it goes to is as big as it may be',
  EIO: 'where it goes does not take it',
};

/** The streams of a process, and its end. */
export interface Outputs {
  readonly stdout: EventEmitter;
  readonly stderr: EventEmitter;
  /** Says a sentence on standard error. */
  readonly complain: (sentence: string) => void;
  readonly exit: (status: number) => void;
}

/** Ends the process with one sentence when what it prints goes nowhere: quietly when nobody reads on, as under `| head -1`. */
export function endOnOutputFault({ stdout, stderr, complain, exit }: Outputs): void {
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') return exit(STATUS.closed);
    complain(`The output cannot be written: ${tame(REASONS[error.code ?? ''] ?? error.message)}.`);
    exit(STATUS.failed);
  });
  // What cannot be complained about any more is not worth an end.
  stderr.on('error', () => undefined);
}

/** The same for this process. */
export function endWithOutput(): void {
  endOnOutputFault({
    stdout: process.stdout,
    stderr: process.stderr,
    complain: (sentence) => process.stderr.write(`${sentence}\n`),
    exit: (status) => process.exit(status),
  });
}
