import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createArchive, openArchive, RequestError } from '../src/archive.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-archive-'));
  writeFileSync(join(folder, 'moon.txt'), ' date 2019-04-12 Moon\n\nThe lander fell silent above the plain.\n');
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Whether the corpus in the folder answers. */
async function status(question: string): Promise<string> {
  const archive = await openArchive(folder);
  const answer = await archive.ask(question);
  await archive.close();
  return answer.status;
}

describe('an archive', () => {
  test('knows what its owner says that things are also called', async () => {
    expect(await status('Where did Beresheet fall silent?')).toBe('not-found');
    writeFileSync(join(folder, 'aliases.txt'), '= Beresheet, lander\n');
    expect(await status('Where did Beresheet fall silent?')).toBe('answered');
  });

  test('reports an alias that cannot be read by file and line, and is no article itself', async () => {
    writeFileSync(join(folder, 'aliases.txt'), '# ours\nBeresheet is the lander\n');
    const archive = await openArchive(folder);
    expect(archive.problems).toMatchObject([{ file: 'aliases.txt', line: 2 }]);
    expect(archive.size.articles).toBe(1);
  });

  test('opens a single file too, which has no aliases of its own', async () => {
    const file = join(folder, 'one.jsonl');
    writeFileSync(file, '{"id":"a","text":"The lander fell silent above the plain."}\n');
    const archive = await openArchive(file);
    expect(archive.problems).toEqual([]);
    expect(archive.size).toMatchObject({ articles: 1, firstDate: null, lastDate: null });
  });

  test('cannot be opened from a place that is not there', async () => {
    await expect(openArchive(join(folder, 'nowhere'))).rejects.toThrow('nowhere');
  });

  test('is not made of two articles with one id', async () => {
    const article = { id: 'a', text: 'The lander fell silent above the plain.' };
    await expect(createArchive([article, article])).rejects.toThrow('“a”');
  });

  test('answers an empty request with a sentence that says what is accepted', async () => {
    const archive = await createArchive([{ id: 'a', text: 'The lander fell silent above the plain.' }]);
    for (const request of [
      () => archive.ask(' '),
      () => archive.compare(''),
      () => archive.check('…'),
      () => archive.ask('who', { after: '2023-02-30' }),
      () => archive.timeline({ from: 'May' }),
      () => archive.quotes({ source: 'Zzyzx Gazette' }),
    ]) {
      await expect(request()).rejects.toThrow(RequestError);
    }
  });
});
