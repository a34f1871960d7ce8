import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { historyFile, MOST_REMEMBERED, openHistory } from '../../src/terminal/history.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-history-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('the history of the prompt', () => {
  it('lies in the folder for state of the XDG Base Directory Specification', () => {
    expect(historyFile({ XDG_STATE_HOME: '/state' })).toBe('/state/dateline/history');
    expect(historyFile({})).toBe(join(homedir(), '.local/state/dateline/history'));
  });

  it('is there in the next run, newest first, and for its owner alone', () => {
    const file = join(folder, 'dateline', 'history');
    expect(openHistory(file).lines).toEqual([]);
    openHistory(file).keep(['and when?', 'who sank the ferry']);
    expect(openHistory(file).lines).toEqual(['and when?', 'who sank the ferry']);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('is for its owner alone though the file was there with other rights', () => {
    const file = join(folder, 'history');
    writeFileSync(file, 'who sank the ferry\n');
    chmodSync(file, 0o644);
    openHistory(file).keep(['and when?']);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('keeps the last lines and lets the oldest go', () => {
    const file = join(folder, 'history');
    openHistory(file).keep(Array.from({ length: MOST_REMEMBERED + 20 }, (_, at) => `question ${at}`));
    const { lines } = openHistory(file);
    expect([lines.length, lines[0], lines.at(-1)]).toEqual([
      MOST_REMEMBERED,
      'question 0',
      `question ${MOST_REMEMBERED - 1}`,
    ]);
  });

  it('ends with the run, without a complaint, where it cannot be written', () => {
    const taken = join(folder, 'a-file');
    writeFileSync(taken, 'not a folder');
    openHistory(join(taken, 'history')).keep(['who sank the ferry']);
    expect(openHistory(join(taken, 'history')).lines).toEqual([]);
    expect(readFileSync(taken, 'utf8')).toBe('not a folder');
    expect(existsSync(join(taken, 'history'))).toBe(false);
  });
});
