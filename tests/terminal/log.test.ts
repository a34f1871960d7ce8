import { describe, expect, it } from 'vitest';
import type { LogLevel } from '../../src/config.js';
import { quietLog, terminalLog } from '../../src/terminal/log.js';

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

describe('the log of answers that are given beside a prompt', () => {
  it('says what went wrong, of what, and not that all went well', () => {
    const lines: string[] = [];
    const log = quietLog('info', (line) => lines.push(line)).child({ command: 'ask' });
    log.debug({ question: 'x' }, 'asked');
    log.info({ ms: 3 }, 'answered');
    log.warn({ option: 'source' }, 'no suggestions');
    log.error({ ms: 4 }, 'a command failed');
    expect(lines).toEqual([
      'no suggestions: {"command":"ask","option":"source"}',
      'a command failed: {"command":"ask","ms":4}',
    ]);
  });

  it('says only what its level lets through', () => {
    const lines: string[] = [];
    const log = quietLog('error', (line) => lines.push(line));
    log.warn({}, 'slow');
    log.error({}, 'broken');
    expect(lines).toEqual(['broken: {}']);
  });
});
