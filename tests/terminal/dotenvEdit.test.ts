import { mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readDotenvFile } from '../../src/dotenv.js';
import { setInDotenv } from '../../src/terminal/dotenvEdit.js';

let folder = '';
let file = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-dotenv-'));
  file = join(folder, '.env');
});
afterEach(() => rmSync(folder, { recursive: true }));

const text = () => readFileSync(file, 'utf8');
const mode = () => statSync(file).mode & 0o777;

describe('setting a variable in .env', () => {
  it('makes a file that only its owner may read', async () => {
    await setInDotenv(file, { DISCORD_TOKEN: 'a.b.c' });
    expect(text()).toBe('DISCORD_TOKEN=a.b.c\n');
    expect(mode()).toBe(0o600);
  });

  it('changes its own line, blank or not, and leaves every other as it is', async () => {
    writeFileSync(file, '# DISCORD_TOKEN=old\nDISCORD_TOKEN=\n\n  export CORPUS = "here"\r\nPORT=1 # mine', {
      mode: 0o640,
    });
    await setInDotenv(file, { DISCORD_TOKEN: 'new', CORPUS: 'there', HOST: '::1' });
    expect(text()).toBe('# DISCORD_TOKEN=old\nDISCORD_TOKEN=new\n\nCORPUS=there\r\nPORT=1 # mine\nHOST=::1\n');
    expect(mode()).toBe(0o640);
  });

  it.each(['my articles', 'a#b', "it's", ' "x" '])('is read back as it was given: %s', async (value) => {
    await setInDotenv(file, { CORPUS: value });
    expect(readDotenvFile(file).values.CORPUS).toBe(value);
  });

  it('follows a link instead of replacing it', async () => {
    const real = join(folder, 'real');
    writeFileSync(real, 'PORT=1\n');
    symlinkSync(real, file);
    await setInDotenv(file, { PORT: '2' });
    expect(readFileSync(real, 'utf8')).toBe('PORT=2\n');
  });

  it('loses nothing of a file in UTF-16, as an editor on Windows may save it', async () => {
    writeFileSync(file, Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('PORT=1\n', 'utf16le')]));
    await setInDotenv(file, { HOST: '::1' });
    expect(text()).toBe('PORT=1\nHOST=::1\n');
  });
});
