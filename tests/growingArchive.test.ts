import { copyFile, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Archive, OpenedArchive } from '../src/archiveInterface.js';
import { openGrowingArchive } from '../src/growingArchive.js';
import { seedsFolder } from '../src/projectFolder.js';

const OPTIONS = { reader: false } as const;

const PASS = `date 2031-05-04
source Vale Post

The pass stays closed

"The pass stays closed for the winter," Road Minister Ingrid Vale said on Monday, 3 May 2031. The snow is four metres deep.

The Vale Road Office (VRO) counted 40 lorries that wait.

More from the mountains`;
const AGAIN = `date 2031-05-06
source Harbour Times

Lorries wait before the pass

Minister Ingrid Vale said that 60 lorries wait on Tuesday. "Nobody will be left in the snow," she said.

More from the mountains`;

let folder = '';
let opened: OpenedArchive[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dateline-growing-'));
  opened = [];
  const seeds = (await readdir(seedsFolder())).filter((name) => /^\d.*\.txt$/.test(name));
  for (const seed of seeds) await copyFile(join(seedsFolder(), seed), join(folder, seed));
});
afterEach(async () => {
  for (const { archive } of opened) await archive.close();
  await rm(folder, { recursive: true });
});

async function open(): Promise<OpenedArchive> {
  const archive = await openGrowingArchive(folder, OPTIONS);
  opened.push(archive);
  return archive;
}

async function added(to: OpenedArchive, ...names: string[]): Promise<OpenedArchive> {
  const grown = await to.withFiles(names);
  if (!grown) throw new Error('everything has to be read again');
  opened.push(grown);
  return grown;
}

const put = (name: string, text: string) => writeFile(join(folder, name), text);

/** What members may ask. */
async function told(archive: Archive) {
  // While the quotes of what came are read, the others are answered.
  await archive.readAhead();
  const questions = ['who said that the pass stays closed', 'how many lorries wait', 'what did Lavrov say', 'VRO'];
  return {
    size: archive.size,
    problems: archive.problems,
    articles: await archive.articles(),
    sources: await archive.sources(),
    answers: await Promise.all(questions.map((question) => archive.ask(question))),
    quotes: await archive.quotes(),
    statements: await archive.statements({ speaker: 'Vale' }),
    speakers: await archive.speakers(),
    mentions: await archive.mentions('Vale'),
    timeline: await archive.timeline({ topic: 'pass' }),
    comparison: await archive.compare('lorries'),
  };
}

describe('an archive that files are added to', () => {
  it('answers whatever it is asked as one that is opened with all of them', async () => {
    const before = await open();
    await told(before.archive);
    await put('x-pass.txt', PASS);
    const once = await added(before, 'x-pass.txt');
    await put('y-again.txt', AGAIN);
    const grown = await added(once, 'y-again.txt');
    expect(await told(grown.archive)).toEqual(await told((await open()).archive));
    expect(grown.hasFile('y-again.txt')).toBe(true);
  });

  it('leaves the one before as it was, and needs it no more', async () => {
    const before = await open();
    const said = await told(before.archive);
    await put('x-pass.txt', PASS);
    const grown = await added(before, 'x-pass.txt');
    expect(await told(before.archive)).toEqual(said);
    await before.archive.close();
    expect((await told(grown.archive)).quotes.at(-1)?.text).toContain('stays closed');
  });

  it('says when reading all of them again would find more', async () => {
    const before = await open();
    expect(before.isUnfinished).toBe(false);
    await put('x-undated.txt', 'The pass stays closed. Nobody knows for how long.');
    expect((await added(before, 'x-undated.txt')).isUnfinished).toBe(true);
  });

  it('takes a line that belongs to the page out of what came, where the others have it', async () => {
    const page = (text: string) => `date 2031-05-04\n\nThe pass\n\n${text}\n\nMore from the mountains`;
    await put('v.txt', page('The pass was closed on Monday.'));
    await put('w.txt', page('Snow has fallen for a week.'));
    await put('x.txt', page('The lorries stand in the valley.'));
    const before = await open();
    await put('y.txt', page('A plough broke down.'));
    const grown = await added(before, 'y.txt');
    const texts = (await grown.archive.articles()).find(({ id }) => id === 'y')?.paragraphs;
    expect(texts?.at(-1)?.kind).toBe('furniture');
    expect((await told(grown.archive)).articles).toEqual((await told((await open()).archive)).articles);
  });

  it('asks for all to be read again where only that tells what becomes of a file', async () => {
    const before = await open();
    const [known = ''] = await readdir(folder);
    await mkdir(join(folder, 'below'));
    await put(join('below', known), PASS);
    await put('page.html', '<p>The pass stays closed.</p>');
    await mkdir(join(folder, 'page_files'));
    for (const name of [known, `below/${known}`, 'page.html', 'gone.txt', 'aliases.txt', '../x.txt', '.x.txt', 'x.png'])
      expect(await before.withFiles([name]), name).toBeNull();
  });
});
