import { execFileSync } from 'node:child_process';
import { chmod, cp, mkdir, mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readCorpus } from '../../src/corpus/folder.js';

const SEEDS = fileURLToPath(new URL('../../seeds', import.meta.url));
const GOOD = 'Lavrov met Kim on Thursday.';
/** Somebody without rights; as root, permissions stop nobody. */
const NOBODY = 65534;

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'dateline-corpus-'));
  await chmod(folder, 0o755);
  await writeFile(path.join(folder, 'good.txt'), GOOD);
});
afterEach(() => rm(folder, { recursive: true }));

const put = (name: string, content: string | Uint8Array) => writeFile(path.join(folder, name), content);

/** Reads the folder, checks that the good article is still there, and gives the problems. */
async function problems(): Promise<[file: string, line: number | null, message: string][]> {
  const corpus = await readCorpus(folder);
  expect(corpus.articles.map(({ id }) => id)).toContain('good');
  return corpus.problems.map(({ file, line, message }) => [file, line, message]);
}

describe('readCorpus', () => {
  it('reads the four seeds without a problem', async () => {
    const { articles, problems } = await readCorpus(SEEDS);
    expect(problems).toEqual([]);
    expect(articles.map(({ id, published }) => [id.slice(0, 3), published.date, published.basis])).toEqual([
      ['000', '2023-10-20', 'stated'],
      ['002', '2023-10-19', 'stated'],
      ['003', '2023-10-19', 'inferred'],
      ['004', '2023-10-18', 'stated'],
    ]);
  });

  it('reads folders below, every format, in the order of names', async () => {
    await mkdir(path.join(folder, 'b'));
    await put('b/two.md', '---\ntitle: Two\n---\nHe left.');
    await put('a.jsonl', '{"id": "one", "text": "He came."}\n');
    const { articles } = await readCorpus(folder);
    expect(articles.map(({ id, file }) => [id, file])).toEqual([
      ['one', 'a.jsonl'],
      ['two', 'b/two.md'],
      ['good', 'good.txt'],
    ]);
  });

  it('reads a single .jsonl file', async () => {
    await put('a.jsonl', '{"id": "one", "text": "He came."}\nnonsense\n');
    const { articles, problems } = await readCorpus(path.join(folder, 'a.jsonl'));
    expect(articles.map(({ id }) => id)).toEqual(['one']);
    expect(problems).toMatchObject([{ file: 'a.jsonl', line: 2 }]);
  });

  it('never takes a date from the file itself', async () => {
    const { articles } = await readCorpus(folder);
    expect(articles[0]?.published).toEqual({ date: null, basis: 'unknown' });
  });

  it('reads Windows line ends and a byte order mark, with spans into the text as read', async () => {
    await put('crlf.txt', `\uFEFF date 2023-10-18 Lavrov in Pyongyang\r\n\r\nHe came.\r\n\r\nHe left.\r\n`);
    const article = (await readCorpus(folder)).articles[0];
    expect(article).toMatchObject({ title: 'Lavrov in Pyongyang', published: { date: '2023-10-18' } });
    expect(article?.sentences.map(({ start, end }) => article.text.slice(start, end))).toEqual([
      'He came.',
      'He left.',
    ]);
  });

  it('throws one clear sentence when the place itself cannot be read', async () => {
    await expect(readCorpus(path.join(folder, 'none'))).rejects.toThrow(/none” cannot be opened: there is no such/);
    await expect(readCorpus(path.join(folder, 'good.txt'))).rejects.toThrow(/neither a folder nor a \.jsonl file/);
  });

  it('reads an empty folder as an empty corpus', async () => {
    await rm(path.join(folder, 'good.txt'));
    expect(await readCorpus(folder)).toEqual({ articles: [], problems: [] });
  });
});

describe('broken input is reported and the rest is read', () => {
  it.each([
    ['bytes that are text in no encoding', Buffer.from([0x41, 10, 0xff, 0xfe, 1]), null, /binary/],
    ['nothing', '', null, /empty/],
    ['white space', ' \r\n\r\n', null, /empty/],
    ['a NUL byte', Buffer.from([0x50, 0x4b, 3, 4, 0, 0]), null, /binary/],
    ['no text', ' date 2023-10-18\n\nRead more\n', 1, /no text/],
    ['an impossible date', ' date 2023-02-30 Lavrov met Kim.\n', 1, /2023-02-30/],
  ])('a file with %s', async (_, content, line, message) => {
    await put('bad.txt', content);
    expect(await problems()).toEqual([['bad.txt', line, expect.stringMatching(message)]]);
  });

  it('a folder with the name of a file', async () => {
    await mkdir(path.join(folder, 'x.txt'));
    expect(await problems()).toEqual([['x.txt', null, expect.stringMatching(/folder/)]]);
  });

  it('a pipe with the name of a file, without waiting for it', async () => {
    execFileSync('mkfifo', [path.join(folder, 'pipe.txt')]);
    expect(await problems()).toEqual([['pipe.txt', null, expect.stringMatching(/neither a file/)]]);
  });

  it('a file of 100 MB, without reading it', async () => {
    await put('dump.txt', '');
    await truncate(path.join(folder, 'dump.txt'), 100_000_000);
    expect(await problems()).toEqual([['dump.txt', null, expect.stringMatching(/100 MB; up to 20 MB/)]]);
  });

  it('two files with one id: the first by name stays', async () => {
    await put('good.md', 'Something else.');
    const corpus = await readCorpus(folder);
    expect(corpus.articles.map(({ file }) => file)).toEqual(['good.md']);
    expect(corpus.problems).toMatchObject([
      { file: 'good.txt', line: null, message: expect.stringMatching(/good\.md/) },
    ]);
  });

  it('two lines with one id', async () => {
    await put('a.jsonl', '{"id": "x", "text": "He came."}\n{"id": "x", "text": "He left."}');
    expect(await problems()).toEqual([['a.jsonl', 2, expect.stringMatching(/“x” is already taken/)]]);
  });

  it('links: one to a file inside is read, those that lead out, nowhere or in a circle are not', async () => {
    const inside = path.join(folder, 'inside');
    await mkdir(inside);
    await cp(path.join(folder, 'good.txt'), path.join(inside, 'good.txt'));
    await symlink(path.join(inside, 'good.txt'), path.join(inside, 'linked.txt'));
    await symlink(path.join(folder, 'good.txt'), path.join(inside, 'out.txt'));
    await symlink(path.join(folder, 'none.txt'), path.join(inside, 'broken.txt'));
    await symlink(path.join(inside, 'circle.txt'), path.join(inside, 'circle.txt'));
    await symlink(folder, path.join(inside, 'loop'));
    const corpus = await readCorpus(inside);
    expect(corpus.articles.map(({ id }) => id)).toEqual(['good', 'linked']);
    expect(corpus.problems.map(({ file, message }) => [file, message])).toEqual([
      ['broken.txt', expect.stringMatching(/leads to nothing/)],
      ['circle.txt', expect.stringMatching(/back to itself/)],
      ['loop', expect.stringMatching(/left out/)],
      ['out.txt', expect.stringMatching(/leads out of the folder/)],
    ]);
  });

  it('a file and a folder that may not be read', async () => {
    await put('secret.txt', GOOD);
    await mkdir(path.join(folder, 'locked'));
    await chmod(path.join(folder, 'secret.txt'), 0);
    await chmod(path.join(folder, 'locked'), 0);
    const isRoot = process.getuid?.() === 0;
    if (isRoot) process.seteuid?.(NOBODY);
    try {
      expect(await problems()).toEqual([
        ['locked', null, expect.stringMatching(/permission denied/)],
        ['secret.txt', null, expect.stringMatching(/permission denied/)],
      ]);
    } finally {
      if (isRoot) process.seteuid?.(0);
      await chmod(path.join(folder, 'locked'), 0o755);
    }
  });

  it('files of unknown formats are named, a line for each kind; notes and what desktops leave behind are not', async () => {
    for (const name of ['a.png', 'b.xlsx', 'c.png', 'README.md', 'LICENSE', '.hidden.txt']) await put(name, GOOD);
    for (const name of ['.DS_Store', 'Thumbs.db', 'desktop.ini', '~$draft.docx']) await put(name, GOOD);
    expect(await problems()).toEqual([
      ['a.png', null, expect.stringMatching(/^This file and 1 more \(c\.png\) are left out \(\.png\).*\.txt/)],
      ['b.xlsx', null, expect.stringMatching(/^This file is left out \(\.xlsx\)/)],
    ]);
  });

  it('a document that is only called like a note is an article', async () => {
    await put('notice.md', GOOD);
    await put('Notice.eml', `Subject: Ferry aground\r\nDate: Thu, 19 Oct 2023 08:00:00 +0000\r\n\r\n${GOOD}`);
    expect((await readCorpus(folder)).articles.map(({ file }) => file)).toEqual(['Notice.eml', 'good.txt']);
  });

  it('names ten of the files of a kind that nobody reads, and counts the others', async () => {
    for (let i = 10; i < 30; i++) await put(`${i}.png`, GOOD);
    expect(await problems()).toEqual([
      ['10.png', null, expect.stringMatching(/19 more \(11.png, .*, 20.png and 9 more\)/)],
    ]);
  });

  it('passes over what a browser saves with a page, and nothing else that is called so', async () => {
    for (const name of ['a_files', 'b_files']) {
      await mkdir(path.join(folder, name));
      await put(`${name}/style.css`, 'p { color: red }');
    }
    await put('a.html', `<p>${GOOD}</p>`);
    expect((await problems()).map(([file]) => file)).toEqual(['a.html', 'b_files/style.css']);
  });
});

describe('what was read but looks wrong is a note', () => {
  const LONG =
    'The ferry ran aground off Norwick in the night. Nobody was hurt, the coast guard said, as the sea was calm. The ship will be towed on Friday, if the weather holds. ';

  it('such as a day in the future; tomorrow is none, as somewhere it is tomorrow already', async () => {
    await put('a.txt', ` date 2024-03-07 Ferry aground\n\n${GOOD}`);
    await put('b.jsonl', `{"id":"x","text":"He came."}\n{"id":"b","text":"He left.","date":"2024-03-08"}`);
    const { articles, problems } = await readCorpus(folder, { today: '2024-03-06' });
    expect(articles.map(({ id }) => id)).toEqual(['a', 'x', 'b', 'good']);
    expect(problems).toEqual([
      { file: 'b.jsonl', line: 2, message: expect.stringMatching(/2024-03-08, is in the future/), isNote: true },
    ]);
  });

  it('such as an article that another one of its outlet says too; a wire in two papers is none', async () => {
    const print = (outlet: string, more: string) => `---\noutlet: ${outlet}\n---\n${LONG}${more}`;
    await put('a.md', print('The Norwick Times', 'It is the third this year.'));
    await put('b.md', print('The Norwick Times', 'It is the fourth this year.'));
    await put('c.md', print('The Sale Post', 'It is the third this year.'));
    expect(await problems()).toEqual([['b.md', null, expect.stringMatching(/^It says what a\.md says/)]]);
  });

  it('such as a first line with a date that is two days; one that is one is read', async () => {
    await put('a.txt', ` date 05/06/2023 Ferry aground\n\n${GOOD}`);
    await put('b.txt', ` date 20/06/2023 Ferry afloat\n\nHe left.`);
    const { articles } = await readCorpus(folder);
    expect(articles.map(({ title, published }) => [title, published.date])).toEqual([
      ['Ferry aground', null],
      ['Ferry afloat', '2023-06-20'],
      [GOOD, null],
    ]);
    expect(await problems()).toEqual([['a.txt', 1, expect.stringMatching(/is two days/)]]);
  });

  it('and is said once where it is the same in many files', async () => {
    for (let i = 1; i < 6; i++) await put(`${i}.md`, `---\nmood: grim\n---\nHe left at ${i}.`);
    expect(await problems()).toEqual([
      ['1.md', 2, expect.stringMatching(/^“mood” is not read; .*\(So in 4 more\.\)$/)],
    ]);
  });

  it('such as a Windows encoding', async () => {
    await put('a.txt', Buffer.from('The caf\xe9 is closed, and it will be closed for a long time, he said.', 'latin1'));
    expect(await problems()).toEqual([['a.txt', null, expect.stringMatching(/read as windows-1252/)]]);
  });
});
