import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadAliases } from '../../src/search/aliasFiles.js';

describe('the owner’s aliases', () => {
  let place: string;
  let folder: string;
  let file: string;
  beforeEach(async () => {
    place = await mkdtemp(join(tmpdir(), 'dateline-aliases-'));
    folder = join(place, 'corpus');
    file = join(folder, 'aliases.txt');
    await mkdir(folder);
  });
  afterEach(() => rm(place, { recursive: true }));

  const problem = async () => {
    const { problems } = await loadAliases(folder);
    expect(problems).toHaveLength(1);
    return problems[0];
  };

  it('are not waited for where a pipe stands', async () => {
    execFileSync('mkfifo', [file]);
    expect(await problem()).toEqual({
      file: 'aliases.txt',
      line: null,
      message: 'This is neither a file nor a folder; remove it.',
    });
  });

  it('are not read where a link leads out of the folder', async () => {
    await writeFile(join(place, 'secret'), 'a line of a secret\n');
    await symlink(join(place, 'secret'), file);
    expect((await problem())?.message).toMatch(/^This link leads out of the folder/);
  });

  it('are read where a link stays in the folder', async () => {
    await writeFile(join(folder, 'names.list'), '= grumbler, moaner\n');
    await symlink('names.list', file);
    const { aliases, problems } = await loadAliases(folder);
    expect(problems).toEqual([]);
    expect(aliases.expand('grumbler').map(({ phrase }) => phrase)).toContain('moaner');
  });

  it('are told of where a link leads to nothing', async () => {
    await symlink('nothing', file);
    expect((await problem())?.message).toMatch(/^It leads to nothing/);
  });

  it('are not read when they are larger than any list', async () => {
    await writeFile(file, '');
    await truncate(file, 1_000_000_000);
    expect((await problem())?.message).toMatch(/^The file has 1000 MB; up to 5.0 MB is read/);
  });

  it('of which 200,000 lines are none are told of in a hundred', async () => {
    await writeFile(file, 'x\n'.repeat(200_000));
    const { problems } = await loadAliases(folder);
    expect(problems).toHaveLength(101);
    expect(problems.at(-1)).toEqual({ file: 'aliases.txt', line: null, message: '199900 more lines cannot be read.' });
  });

  it.each([
    ['a group', `= ${Array.from({ length: 5_000 }, (_, i) => `w${i}`).join(', ')}`, /^A group has 200 phrases at most/],
    ['a phrase', `= sub, ${'very '.repeat(5_000)}long ship`, /^A phrase has 12 words at most/],
  ])('leave out %s that is longer than anybody says', async (_what, line, message) => {
    await writeFile(file, line);
    expect((await problem())?.message).toMatch(message);
  });
});
