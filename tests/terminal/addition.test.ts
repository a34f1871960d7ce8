import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { RequestError } from '../../src/archive.js';
import { addArticle, describeAddition } from '../../src/terminal/addition.js';

const TEXT = ' date 2019-04-12 Lander reaches the Moon\n\nThe lander reached the Moon on Thursday.\n';

let folder = '';
let corpus = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-addition-'));
  corpus = join(folder, 'corpus');
  mkdirSync(corpus);
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Writes a file beside the corpus. */
function written(name: string, content: string | Buffer): string {
  const file = join(folder, name);
  writeFileSync(file, content);
  return file;
}

describe('adding an article', () => {
  it('copies it byte for byte and says its title, date, how that is known, and where it went', async () => {
    const added = await addArticle(written('landing.txt', TEXT), corpus);
    expect(readFileSync(join(corpus, 'landing.txt'), 'utf8')).toBe(TEXT);
    expect(added).toMatchObject([{ id: 'landing', published: { date: '2019-04-12', basis: 'stated' } }]);
    const description = describeAddition(added, corpus);
    expect(description).toMatch(/^Added “Lander reaches the Moon.*”, 12 April 2019 \(stated\)\.\n/);
    expect(description).toContain(`\nCopied into ${corpus}. `);
  });

  it('says when there is no date', async () => {
    const added = await addArticle(written('plain.txt', 'Moon\n\nThe lander fell silent above the plain.\n'), corpus);
    expect(describeAddition(added, corpus)).toContain('undated (without a date; say one in the file if you know it)');
  });

  it.each([
    ['is not there', 'missing.txt', null],
    ['is empty', 'empty.txt', ''],
    ['is no text', 'binary.txt', Buffer.from([0xff, 0xd8, 0x00, 0x80])],
    ['is in no known format', 'table.xlsx', 'a,b'],
    ['states a day that does not exist', 'wrong.txt', ' date 2023-02-30 Title\n\nThe lander reached the Moon.\n'],
  ])('refuses one that %s, and copies nothing', async (_what, name, content) => {
    const file = content === null ? join(folder, name) : written(name, content);
    await expect(addArticle(file, corpus)).rejects.toThrow(RequestError);
    expect(readdirSync(corpus)).toEqual([]);
  });

  it('says in words that there is no such file', async () => {
    const file = join(folder, 'missing.txt');
    await expect(addArticle(file, corpus)).rejects.toThrow(new RequestError(`There is no file ${file}.`));
  });

  it('refuses a name that is taken and a text that is there under another name', async () => {
    await addArticle(written('landing.txt', TEXT), corpus);
    const other = written('landing.md', '# Moon\n\nThe lander fell silent above the plain.\n');
    await expect(addArticle(other, corpus)).rejects.toThrow('already has an article named landing');
    await expect(addArticle(written('again.txt', TEXT), corpus)).rejects.toThrow('this very text, as landing.txt');
    expect(readdirSync(corpus)).toEqual(['landing.txt']);
  });

  it('refuses a corpus that is one file', async () => {
    const file = written('articles.jsonl', '{"id":"a","text":"The lander fell silent."}\n');
    await expect(addArticle(written('landing.txt', TEXT), file)).rejects.toThrow('is no folder');
  });

  it('does not wait for a pipe', async () => {
    execFileSync('mkfifo', [join(folder, 'pipe.txt')]);
    await expect(addArticle(join(folder, 'pipe.txt'), corpus)).rejects.toThrow('pipe.txt is no file.');
  });

  it('copies what a link leads to, not the link', async () => {
    symlinkSync(written('landing.txt', TEXT), join(folder, 'link.txt'));
    await addArticle(join(folder, 'link.txt'), corpus);
    rmSync(join(folder, 'landing.txt'));
    expect(readFileSync(join(corpus, 'link.txt'), 'utf8')).toBe(TEXT);
  });
});
