import { fork } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, mkdtemp, open, readdir, readFile, stat, truncate, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeSyntheticCorpus } from '../../../bench/syntheticCorpus.js';
import { readTexts } from '../../../src/answers/retrieval.js';
import { createArticle } from '../../../src/corpus/articles.js';
import { PassageIndex } from '../../../src/search/passages.js';
import { type KeptCorpus, readSnapshot, writeSnapshot } from '../../../src/search/snapshot/snapshot.js';
import { finish } from '../../../src/steps.js';

const MADE_FROM = 'these files, by this code';

/** Synthetic ones, and some with what is seldom: wide letters, a lone surrogate, a list too long for the columns. */
const articles = [
  ...makeSyntheticCorpus(4_000, 0).articles.map((input) => createArticle(input)),
  createArticle({
    id: 'wide',
    text: 'Zoë Łukasiewicz – “the baker” – sold 400 rolls in 東京 on Monday. It rained \ud83d there.',
  }),
  createArticle({
    id: 'long',
    text: `The choir has ${Array.from({ length: 300 }, (_, i) => `Singer${i}`).join(', ')}.`,
  }),
];
const read: KeptCorpus = {
  corpus: { articles, problems: [{ file: 'a.txt', line: 3, message: 'It is empty.', isNote: true }] },
  ...finish(readTexts(articles)),
  readOn: '2024-05-01',
};

let folder = '';
let path = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dateline-snapshot-'));
  path = join(folder, 'kept', 'index.snapshot');
  await writeSnapshot(path, MADE_FROM, read);
});

async function copyOfIt(name: string): Promise<string> {
  const copy = join(folder, name);
  await copyFile(path, copy);
  return copy;
}

describe('what was read of a corpus', () => {
  it('is the same when it is read back', async () => {
    const kept = await readSnapshot(path, MADE_FROM);
    if (!kept) throw new Error('nothing was kept');
    expect(JSON.stringify(kept.corpus)).toBe(JSON.stringify(read.corpus));
    for (const [i, { text, paragraphs, sentences }] of kept.corpus.articles.entries())
      expect(read.corpus.articles[i]).toMatchObject({ text, paragraphs, sentences });
    expect([kept.acronyms, kept.readOn, kept.passages.forms]).toEqual([
      read.acronyms,
      read.readOn,
      read.passages.forms,
    ]);
    const [before, after] = [
      new PassageIndex(articles, read.passages),
      new PassageIndex(kept.corpus.articles, kept.passages),
    ];
    expect(after.size).toBe(before.size);
    for (const passage of [0, 777, before.size - 2, before.size - 1]) {
      expect(after.tokens(passage)).toEqual(before.tokens(passage));
      expect(after.text(passage)).toBe(before.text(passage));
    }
    const terms = before.sentences.vocabulary.slice(100, 110).map(({ term }) => ({ term, weight: 1 }));
    expect(after.candidates(terms, 50)).toEqual(before.candidates(terms, 50));
    expect(after.sentences.isName('zoe')).toBe(before.sentences.isName('zoe'));
  });

  it('is nothing where nothing was kept', async () => {
    expect(await readSnapshot(join(folder, 'nowhere'), MADE_FROM)).toBeNull();
  });

  it('is not read back for other files, or by other code', async () => {
    expect(await readSnapshot(path, 'these files, by other code')).toBeNull();
  });
});

describe('a snapshot that is not whole', () => {
  it('is told, wherever it was cut short', async () => {
    const { size } = await stat(path);
    for (const length of [0, 1, 100, Math.floor(size / 2), size - 60, size - 1]) {
      const copy = await copyOfIt('short');
      await truncate(copy, length);
      await expect(readSnapshot(copy, MADE_FROM)).rejects.toThrow('it was cut short');
    }
  });

  it('is told, whichever bit was flipped', async () => {
    const { size } = await stat(path);
    const places = Array.from({ length: 40 }, (_, i) => Math.floor((i * (size - 1)) / 39));
    for (const place of places) {
      const copy = await copyOfIt('flipped');
      const file = await open(copy, 'r+');
      const { buffer } = await file.read(Buffer.alloc(1), 0, 1, place);
      await file.write(Buffer.from([(buffer[0] ?? 0) ^ (1 << (place % 8))]), 0, 1, place);
      await file.close();
      await expect(readSnapshot(copy, MADE_FROM), `byte ${place} of ${size}`).rejects.toThrow();
    }
  });

  it('is told when something else lies in its place', async () => {
    const other = join(folder, 'other');
    await writeFile(other, 'Nothing of ours, and long enough to be more than the end of a file of ours would be.');
    await expect(readSnapshot(other, MADE_FROM)).rejects.toThrow('it was cut short');
  });
});

describe('a write that comes to no end', () => {
  it('leaves what was there before, and no half of anything, when it is stopped', async () => {
    const before = await readFile(path);
    await expect(writeSnapshot(path, 'newer', read, AbortSignal.abort(new Error('Enough.')))).rejects.toThrow(
      'Enough.',
    );
    expect((await readFile(path)).equals(before)).toBe(true);
    expect(await readdir(join(folder, 'kept'))).toEqual(['index.snapshot']);
  });

  it('is cleared away by the next one, once it was left alone for long', async () => {
    const target = await copyOfIt('left');
    const [old, recent] = [`${target}.7.tmp`, `${target}.8.tmp`];
    await Promise.all([writeFile(old, 'half'), writeFile(recent, 'half')]);
    await utimes(old, new Date('2024-01-01'), new Date('2024-01-01'));
    await writeSnapshot(target, 'newer', read);
    const left = await readdir(folder);
    expect([left.includes('left.7.tmp'), left.includes('left.8.tmp')]).toEqual([false, true]);
  });

  it('leaves what was there before when the process is killed', async () => {
    const target = await copyOfIt('killed');
    // The writer goes on for ever; it says so once some of it lies on the disk.
    const child = fork(new URL('./endlessWriter.mjs', import.meta.url), [target], { stdio: 'ignore' });
    await once(child, 'message');
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect((await readSnapshot(target, MADE_FROM))?.corpus.articles).toHaveLength(articles.length);
    await writeSnapshot(target, 'newer', read);
    expect((await readSnapshot(target, 'newer'))?.corpus.articles).toHaveLength(articles.length);
  });
});
