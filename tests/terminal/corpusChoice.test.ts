import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { seedsFolder } from '../../src/projectFolder.js';
import { chooseCorpus } from '../../src/terminal/corpusChoice.js';

const started = process.cwd();
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-choice-'));
  process.chdir(folder);
});
afterEach(() => {
  process.chdir(started);
  rmSync(folder, { recursive: true });
});

const choose = (corpus: string, agreed: boolean | null) =>
  chooseCorpus({ corpus, dotenv: '.env', ask: agreed === null ? null : async () => agreed });

describe('choosing where articles are added', () => {
  it('takes the corpus that is set, and writes nothing', async () => {
    expect(await choose(folder, null)).toBe(folder);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('makes a folder and sets it, for who has none and agrees', async () => {
    expect(await choose(seedsFolder(), true)).toBe('articles');
    expect(existsSync(join(folder, 'articles'))).toBe(true);
    expect(readFileSync('.env', 'utf8')).toBe('CORPUS=articles\n');
    expect(statSync('.env').mode & 0o777).toBe(0o600);
  });

  it.each([
    ['its blank line', 'DISCORD_TOKEN=x\nCORPUS=\n# end\n', 'DISCORD_TOKEN=x\nCORPUS=articles\n# end\n'],
    ['a line at the end', 'DISCORD_TOKEN=x\n', 'DISCORD_TOKEN=x\nCORPUS=articles\n'],
    ['a line at an end without a line break', 'DISCORD_TOKEN=x', 'DISCORD_TOKEN=x\nCORPUS=articles\n'],
  ])('sets it in %s, and keeps every other line and who may read them', async (_what, before, after) => {
    writeFileSync('.env', before, { mode: 0o640 });
    await choose(seedsFolder(), true);
    expect(readFileSync('.env', 'utf8')).toBe(after);
    expect(statSync('.env').mode & 0o777).toBe(0o640);
  });

  it.each([false, null])('writes nothing when the owner does not agree or cannot be asked (%s)', async (agreed) => {
    await expect(choose(seedsFolder(), agreed)).rejects.toThrow(/stay as they are\. Say --yes/);
    expect(readdirSync(folder)).toEqual([]);
  });
});
