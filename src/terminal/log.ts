import { LOG_LEVELS, type LogLevel } from '../config.js';
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
  const at = (needed: LogLevel) => (message: string) => {
    if (LOG_LEVELS.indexOf(level) <= LOG_LEVELS.indexOf(needed)) print(tame(message));
  };
  return { warn: at('warn'), info: at('info') };
}
