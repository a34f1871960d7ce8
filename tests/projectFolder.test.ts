import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { builtModule, codeFolder, dataFolder, projectFolder, seedsFolder } from '../src/projectFolder.js';

describe("Dateline's own folder", () => {
  it('is the one with its package.json', () => {
    expect(projectFolder()).toBe(dirname(dirname(fileURLToPath(import.meta.url))));
    expect(existsSync(join(projectFolder(), 'package.json'))).toBe(true);
  });

  it('is the same wherever Dateline is started', () => {
    const [here, folder] = [process.cwd(), projectFolder()];
    try {
      process.chdir(tmpdir());
      expect(projectFolder()).toBe(folder);
    } finally {
      process.chdir(here);
    }
  });

  it('has the commands beside the code that runs, and the modules that threads run as they were built', () => {
    expect(codeFolder()).toBe(projectFolder());
    expect(builtModule('src/index.js')).toBe(join(projectFolder(), 'dist/src/index.js'));
  });

  it('holds what is known before reading, and the articles that ship with it', async () => {
    expect(existsSync(join(dataFolder(), 'aliases.txt'))).toBe(true);
    expect((await readdir(seedsFolder())).some((name) => name.endsWith('.txt'))).toBe(true);
  });
});
