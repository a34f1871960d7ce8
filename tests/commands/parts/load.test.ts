import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CommandFileError, loadCommands } from '../../../commands/parts/load.js';

const GOOD = `export default { kind: 'slash', name: 'good', description: 'Does good', options: {}, run: async () => ({}) };`;

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'commands-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('loading commands', () => {
  it('finds every command of the project', async () => {
    const names = (await loadCommands()).map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['ask', 'quote', 'sources', 'help', 'timeline', 'compare']));
    expect(names).toContain('Find in sources');
  });

  it('gives plain mentions to one command', async () => {
    const commands = await loadCommands();
    expect(commands.filter(({ mention }) => mention !== undefined)).toHaveLength(1);
  });

  it('takes a new file as a command', async () => {
    await writeFile(path.join(folder, 'good.ts'), GOOD);
    expect((await loadCommands(folder)).map(({ name }) => name)).toEqual(['good']);
  });

  it.each([
    ['export const name = 1;', 'is no command'],
    [GOOD.replace("'good'", "'Not Good'"), 'lower case'],
    [GOOD.replace('run: async () => ({})', 'run: 1'), 'run: must be a function'],
    [GOOD.replace('options: {}', "options: { Bad: { kind: 'text', description: 'x' } }"), 'options'],
  ])('refuses a file that is no command: %s', async (source, complaint) => {
    await writeFile(path.join(folder, 'bad.ts'), source);
    await expect(loadCommands(folder)).rejects.toThrow(CommandFileError);
    await expect(loadCommands(folder)).rejects.toThrow(complaint);
  });

  it('takes a name of two words, and refuses a command that others would stand under', async () => {
    await writeFile(path.join(folder, 'a.ts'), GOOD.replace("'good'", "'good deed'"));
    expect((await loadCommands(folder)).map(({ name }) => name)).toEqual(['good deed']);
    await writeFile(path.join(folder, 'b.ts'), GOOD);
    await expect(loadCommands(folder)).rejects.toThrow('“good” cannot be a command beside “good deed”');
  });

  it('refuses two commands of one name, naming both files', async () => {
    await writeFile(path.join(folder, 'a.ts'), GOOD);
    await writeFile(path.join(folder, 'b.ts'), GOOD);
    await expect(loadCommands(folder)).rejects.toThrow('a.ts and b.ts');
  });
});
