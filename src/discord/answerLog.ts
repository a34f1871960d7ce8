import type { Tone } from '../../commands/parts/reply.js';
import type { Turn } from './requestQueue.js';

/** Where the dispatcher tells what it did; pino's logger is one. */
export interface AnswerLog {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
  /** The same log with these fields in each line. */
  child(fields: object): AnswerLog;
}

/**
 * What became of a request: a reply's tone, a request that was refused with a sentence, an error of Dateline's own, a reply
 * that could not be brought to the one who asked, or what was not begun under load: `declined` was told so, `dropped` was not.
 */
export type AnswerOutcome = Tone | 'refused' | 'failed' | 'undelivered' | Exclude<Turn, 'done'>;

/** One request that was dealt with. Nothing of what was written, and nobody's name, is in it. */
export interface DealtWith {
  readonly command: string;
  readonly outcome: AnswerOutcome;
  /** From the request to the delivered reply. */
  readonly milliseconds: number;
}
