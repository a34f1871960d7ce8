import { LOG_LEVELS, type LogLevel } from '../config.js';
import type { AnswerLog } from '../discord/answerLog.js';
import { tame } from './style.js';

/** What a person at a terminal is told beside the answers. */
export interface TerminalLog {
  warn(message: string): void;
  info(message: string): void;
}

/**
 * A log of plain lines, for standard error, where nobody wants Discord's log of JSON.
 * @param print gets each line that `level` lets through, without its line end
 */
export function terminalLog(level: LogLevel, print: (line: string) => void): TerminalLog {
  return { warn: printAt('warn', level, print), info: printAt('info', level, print) };
}

/** The same for a run that has a log of its own. */
export function loggedLines(log: AnswerLog): TerminalLog {
  return { warn: (message) => log.warn({}, message), info: (message) => log.info({}, message) };
}

/**
 * A log of answers that are given beside a prompt, in plain lines. That one was given is no news there, so it is said at level
 * `debug` only.
 * @param print gets each line that `level` lets through, without its line end
 */
export function quietLog(level: LogLevel, print: (line: string) => void, known: object = {}): AnswerLog {
  const at = (needed: LogLevel) => {
    const printLine = printAt(needed, level, print);
    return (fields: object, message: string) => printLine(`${message}: ${JSON.stringify({ ...known, ...fields })}`);
  };
  return {
    debug: at('debug'),
    info: at('debug'),
    warn: at('warn'),
    error: at('error'),
    child: (fields) => quietLog(level, print, { ...known, ...fields }),
  };
}

function printAt(needed: LogLevel, level: LogLevel, print: (line: string) => void): (message: string) => void {
  return (message) => {
    if (LOG_LEVELS.indexOf(level) <= LOG_LEVELS.indexOf(needed)) print(tame(message));
  };
}
