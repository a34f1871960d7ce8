import { mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { makeSyntheticCorpus } from '../bench/syntheticCorpus.js';
import { type KeepingOptions, openCorpus } from '../src/keptCorpus.js';

const BIG = `${makeSyntheticCorpus(400, 0)
  .articles.map((article) => JSON.stringify(article))
  .join('\n')}\n`;

let folder = '';
let said: string[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dateline-kept-'));
  await writeFile(join(folder, 'big.jsonl'), BIG);
  said = [];
});

/** Opens the corpus and waits until it is kept. */
async function opened(options: Partial<KeepingOptions> = {}) {
  const log = { info: (line: string) => void said.push(line), warn: (line: string) => void said.push(line) };
  // As big as this is big enough here.
  const corpus = await openCorpus(folder, { log, leastBytes: 10_000, ...options });
  await corpus.keeping;
  return corpus;
}

const place = () => join(folder, '.dateline', 'index.snapshot');
/** The time of the snapshot's making: another when it was written again. */
const written = async () => (await stat(place())).mtimeMs;

describe('a big corpus', () => {
  it('is not read again while nothing changes', async () => {
    const first = await opened();
    const before = await written();
    const second = await opened();
    expect(await written()).toBe(before);
    expect(JSON.stringify(second.corpus)).toBe(JSON.stringify(first.corpus));
    expect(second.passages.sentences.size).toBe(first.passages.sentences.size);
    expect(said).toEqual([]);
  });

  it('is read again when an article was added, changed at the same length and time, or removed', async () => {
    await opened();
    await writeFile(join(folder, 'new.txt'), 'The lighthouse keeper of Vardo retired on Monday.');
    expect((await opened()).corpus.articles.at(-1)?.text).toContain('lighthouse');
    const { atime, mtime } = await stat(join(folder, 'new.txt'));
    await writeFile(join(folder, 'new.txt'), 'The lighthouse keeper of Vardo resigned on Monday');
    await utimes(join(folder, 'new.txt'), atime, mtime);
    expect((await opened()).corpus.articles.at(-1)?.text).toContain('resigned');
    await rm(join(folder, 'new.txt'));
    expect((await opened()).corpus.articles.at(-1)?.text).not.toContain('lighthouse');
  });

  it('is read again, and its owner told, when what was kept of it is damaged', async () => {
    const first = await opened();
    const bytes = await readFile(place());
    bytes[1000] = (bytes[1000] ?? 0) ^ 1;
    await writeFile(place(), bytes);
    const second = await opened();
    expect(said).toEqual([expect.stringMatching(/^What was kept of the articles is not used.*damaged\.$/)]);
    expect(JSON.stringify(second.corpus)).toBe(JSON.stringify(first.corpus));
    said = [];
    await opened();
    expect(said).toEqual([]);
  });

  it('is read again on the day on which a date ceases to lie ahead', async () => {
    await writeFile(
      join(folder, 'ahead.txt'),
      'Title: A bridge opens\nDate: 2030-03-10\n\nThe bridge at Holm opened on Sunday.',
    );
    const noted = ({ corpus }: Awaited<ReturnType<typeof opened>>) =>
      corpus.problems.some(({ message }) => message.includes('in the future'));
    expect(noted(await opened({ today: '2030-03-01' }))).toBe(true);
    expect(noted(await opened({ today: '2030-03-05' }))).toBe(true);
    expect(noted(await opened({ today: '2030-03-09' }))).toBe(false);
  });

  it('is kept where its owner wants it, or nowhere', async () => {
    await opened({ snapshots: null });
    const elsewhere = await mkdtemp(join(tmpdir(), 'dateline-elsewhere-'));
    await opened({ snapshots: elsewhere });
    expect(await readdir(folder)).toEqual(['big.jsonl']);
    expect(await readdir(elsewhere)).toEqual([expect.stringMatching(/^[\da-f]{16}\.snapshot$/)]);
  });

  it('answers all the same where nothing can be written', async () => {
    expect((await opened({ snapshots: join(folder, 'big.jsonl') })).corpus.articles).toHaveLength(20);
    expect(said).toEqual([expect.stringContaining('cannot be kept')]);
  });
});

it('a small corpus is kept nowhere: it is read as quickly', async () => {
  await writeFile(join(folder, 'big.jsonl'), BIG.slice(0, BIG.indexOf('\n')));
  await opened();
  expect(await readdir(folder)).toEqual(['big.jsonl']);
});
