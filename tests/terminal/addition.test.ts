import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addArticles, describeAddition, describeRestoration } from '../../src/terminal/addition.js';

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

const OTHER = 'Moon\n\nThe lander fell silent above the plain.\n';

/** Adds what is named; standard input holds `input`, and the web has nothing. */
function add(named: readonly string[], input = '', folder = corpus) {
  return addArticles(named, folder, {
    standardInput: async () => Buffer.from(input),
    fetchFile: async (address) => {
      throw new Error(`${address} cannot be fetched.`);
    },
  });
}

/** What is in the corpus, Dateline's own folder aside. */
const names = () => readdirSync(corpus).filter((name) => !name.startsWith('.'));

describe('adding articles', () => {
  it('copies one byte for byte and says its title, date, how that is known, and where it went', async () => {
    const addition = await add([written('landing.txt', TEXT)]);
    expect(readFileSync(join(corpus, 'landing.txt'), 'utf8')).toBe(TEXT);
    expect(addition.added).toMatchObject([{ id: 'landing', published: { date: '2019-04-12', basis: 'stated' } }]);
    const description = describeAddition(addition, corpus);
    expect(description).toMatch(/^Added “Lander reaches the Moon.*”, 12 April 2019 \(stated\)\.\n/);
    expect(description).toContain(`\nCopied into ${corpus}. `);
    expect(description).toContain('“dateline undo” takes back');
    expect(describeAddition(addition, corpus, 'bridge')).toContain('“dateline undo --event bridge” takes back');
  });

  it('says when there is no date, and what its owner should look at', async () => {
    const addition = await add([written('plain.md', `---\ntitel: Moon\n---\n${OTHER}`)]);
    const description = describeAddition(addition, corpus);
    expect(description).toContain('undated (without a date; say one in the file if you know it)');
    expect(description).toContain('Look at plain.md:2: “titel” is not read; did you mean “title”?');
  });

  it.each([
    ['is not there', 'missing.txt', null, /There is no file/],
    ['is empty', 'empty.txt', '', /empty/],
    ['is no text', 'binary.txt', Buffer.from([0xff, 0xd8, 0x00, 0x80]), /binary/],
    ['is in no known format', 'table.xlsx', 'a,b', /left out/],
    ['states a day that does not exist', 'wrong.txt', ' date 2023-02-30 Title\n\nIt landed.\n', /2023-02-30/],
  ])('refuses one that %s, and copies nothing of it', async (_what, name, content, message) => {
    const file = content === null ? join(folder, name) : written(name, content);
    const { added, refused } = await add([file, written('good.txt', TEXT)]);
    expect(refused).toMatchObject([{ message: expect.stringMatching(message) }]);
    expect(added.map(({ id }) => id)).toEqual(['good']);
    expect(names()).toEqual(['good.txt']);
  });

  it('refuses a name that is taken and a text that is there under another name', async () => {
    await add([written('landing.txt', TEXT)]);
    const { refused } = await add([written('landing.md', OTHER), written('again.txt', TEXT)]);
    expect(refused.map(({ message }) => message)).toEqual([
      expect.stringContaining('already has an article named landing'),
      expect.stringContaining('this very text, as landing.txt'),
    ]);
    expect(names()).toEqual(['landing.txt']);
  });

  it('refuses nearly the same text from the same outlet, also of two that are added at once', async () => {
    const body = `The ferry ran aground off Norwick in the night. Nobody was hurt, the coast guard said, as the sea was calm. The ship will be towed on Friday, if the weather holds.`;
    const print = (more: string) => `---\noutlet: The Norwick Times\n---\n${body} ${more}`;
    const unnamed = await add([written('c.txt', `${body} Thank you.`), written('d.txt', `${body} More soon.`)]);
    expect(unnamed.refused).toMatchObject([{ file: 'd.txt', message: expect.stringContaining('this text, as c.txt') }]);
    const { added, refused } = await add([written('a.md', print('Corrected.')), written('b.md', print('Updated.'))]);
    expect(added.map(({ id }) => id)).toEqual(['a']);
    expect(refused).toMatchObject([
      { file: 'b.md', message: expect.stringMatching(/this text from the same outlet, as a\.md/) },
    ]);
  });

  it('takes a folder with the folders below it, and metadata beside documents', async () => {
    mkdirSync(join(folder, 'drop/below'), { recursive: true });
    written('drop/one.txt', TEXT);
    written('drop/below/two.txt', OTHER);
    written('drop/page.html', '<p>The lander sent its last picture in the night.</p>');
    written('drop/page.html.yml', 'date: 2019-04-11\n');
    written('drop/picture.png', 'x');
    const { added, refused } = await add([join(folder, 'drop')]);
    expect(added.map(({ id, published }) => [id, published.date])).toEqual([
      ['two', null],
      ['one', '2019-04-12'],
      ['page', '2019-04-11'],
    ]);
    expect(refused.map(({ file }) => file)).toEqual(['picture.png']);
    expect(names()).toEqual(['below', 'one.txt', 'page.html', 'page.html.yml']);
  });

  it('takes an article on standard input, named after its title', async () => {
    await add(['-'], TEXT);
    await add(['-'], OTHER);
    await add(['-'], '<!doctype html><title>Moon!</title><p>The lander sent its last picture in the night.</p>');
    expect(names()).toEqual(['lander-reaches-the-moon.txt', 'moon.html', 'the-lander-fell-silent-above-the-plain.txt']);
    expect((await add(['-'], TEXT)).refused).toMatchObject([{ file: 'standard input' }]);
  });

  it('says what cannot be fetched, and adds the rest', async () => {
    const { added, refused } = await add(['https://norwick.example/a', written('landing.txt', TEXT)]);
    expect(added).toHaveLength(1);
    expect(refused).toMatchObject([
      { file: 'https://norwick.example/a', message: expect.stringContaining('cannot be fetched') },
    ]);
  });

  it('refuses a corpus that is one file', async () => {
    const file = written('articles.jsonl', '{"id":"a","text":"The lander fell silent."}\n');
    await expect(add([written('landing.txt', TEXT)], '', file)).rejects.toThrow('is no folder');
  });

  it('does not wait for a pipe', async () => {
    execFileSync('mkfifo', [join(folder, 'pipe.txt')]);
    expect((await add([join(folder, 'pipe.txt')])).refused).toMatchObject([
      { message: expect.stringContaining('pipe.txt is no file.') },
    ]);
  });

  it('copies what a link leads to, not the link', async () => {
    symlinkSync(written('landing.txt', TEXT), join(folder, 'link.txt'));
    await add([join(folder, 'link.txt')]);
    rmSync(join(folder, 'landing.txt'));
    expect(readFileSync(join(corpus, 'link.txt'), 'utf8')).toBe(TEXT);
  });

  it('leaves nothing half done behind', async () => {
    await add([written('landing.txt', TEXT), written('empty.txt', '')]);
    expect(readdirSync(join(corpus, '.dateline'))).toEqual(['changes.jsonl']);
  });
});

describe('what is said of a change', () => {
  it('names the files and where they are kept', () => {
    expect(describeRestoration({ action: 'taken out', files: ['a.txt'] }, 'articles')).toBe(
      'a.txt: taken out of articles, and kept in its folder .dateline/removed.',
    );
    expect(describeRestoration({ action: 'put back', files: ['a.txt'] }, 'articles')).toBe(
      'a.txt: put back into articles.',
    );
  });
});
