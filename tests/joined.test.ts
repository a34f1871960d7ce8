import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectFolder } from '../src/projectFolder.js';

const APP = join(projectFolder(), 'dist/app');
/** What the joined program finds beside `dist/`. */
const BESIDE_DIST = ['node_modules', 'package.json', 'data', 'seeds'];

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-joined-'));
  mkdirSync(join(folder, 'dist'));
  cpSync(APP, join(folder, 'dist/app'), { recursive: true });
  for (const name of BESIDE_DIST) symlinkSync(join(projectFolder(), name), join(folder, name));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Whether V8 has taken the compiled code that lies beside the program; undefined: there was none. */
function isRejected(): boolean | undefined {
  const look = `console.log(String(require('./dist/app/joined.cjs').loadJoined().script.cachedDataRejected))`;
  const said = execFileSync(process.execPath, ['--eval', look], { cwd: folder, encoding: 'utf8' }).trim();
  return said === 'undefined' ? undefined : said === 'true';
}

function ask(): string {
  const environment = { PATH: process.env.PATH, READER: 'off' };
  const options = { cwd: folder, encoding: 'utf8', env: environment } as const;
  return execFileSync(process.execPath, ['dist/app/cli.cjs', 'ask', 'who met Kim'], options);
}

describe('the joined program', () => {
  it('has every command of the folder', () => {
    const files = readdirSync(join(projectFolder(), 'commands')).filter((name) => name.endsWith('.ts'));
    const program = readFileSync(join(APP, 'program.js'), 'latin1');
    const missing = files.filter((name) => !program.includes(`["${name.replace(/\.ts$/, '.js')}", `));
    expect(missing).toEqual([]);
  });

  it('is in letters of one byte, as it is read so', () => {
    expect(readFileSync(join(APP, 'program.js')).every((byte) => byte < 0x80)).toBe(true);
  });

  it('comes with code that V8 takes', () => {
    expect(isRejected()).toBe(false);
  });

  it.each([
    ['is missing', null],
    ['is no code', Buffer.from('not code at all')],
    ['is cut off', readFileSync(join(APP, 'program.compiled')).subarray(0, 50_000)],
  ])('answers the same where its compiled code %s', (_, compiled) => {
    const file = join(folder, 'dist/app/program.compiled');
    const answer = ask();
    if (compiled) writeFileSync(file, compiled);
    else rmSync(file);
    expect(isRejected()).toBe(compiled ? true : undefined);
    expect(ask()).toBe(answer);
    expect(answer).toContain('Kim Jong Un');
    cpSync(join(APP, 'program.compiled'), file);
  });
});
