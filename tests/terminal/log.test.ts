import { describe, expect, it } from 'vitest';
import type { LogLevel } from '../../src/config.js';
import { terminalLog } from '../../src/terminal/log.js';

function linesAt(level: LogLevel): string[] {
  const lines: string[] = [];
  const log = terminalLog(level, (line) => lines.push(line));
  log.warn('slow');
  log.info('works again');
  return lines;
}

describe('the log of a terminal', () => {
  it('holds what its level lets through', () => {
    expect(linesAt('trace')).toEqual(['slow', 'works again']);
    expect(linesAt('info')).toEqual(['slow', 'works again']);
    expect(linesAt('warn')).toEqual(['slow']);
    expect(linesAt('error')).toEqual([]);
    expect(linesAt('silent')).toEqual([]);
  });

  it('obeys nothing that a server put into its message', () => {
    const lines: string[] = [];
    terminalLog('info', (line) => lines.push(line)).warn('answered \u001b[2J');
    expect(lines).toEqual(['answered  [2J']);
  });
});
