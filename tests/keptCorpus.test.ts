import { mkdir, mkdtemp, readdir, readFile, rm, stat, truncate, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { makeSyntheticCorpus } from '../bench/syntheticCorpus.js';
import { GivenUpError } from '../src/corpus/readers/fileError.js';
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

  it('is not kept without a document that was only given up', async () => {
    await writeFile(join(folder, 'page.html'), '<p>The lighthouse keeper of Vardo retired.</p>');
    const busy = {
      extract: async () => {
        throw new GivenUpError('It takes longer than 10 s to read and was given up.');
      },
    };
    const { corpus } = await opened({ extraction: busy });
    expect(corpus.problems).toContainEqual(expect.objectContaining({ file: 'page.html', mayPass: true }));
    expect((await opened()).corpus.articles.at(-1)?.text).toContain('lighthouse');
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
    expect(await readdir(elsewhere)).toEqual([
      expect.stringMatching(/^[\da-f]{16}\.snapshot$/),
      expect.stringMatching(/^[\da-f]{16}\.snapshot\.files$/),
    ]);
  });

  it('leaves to who asks for that the files that came since, and is kept as it was', async () => {
    const first = await opened();
    const before = await written();
    await writeFile(join(folder, 'new.txt'), 'The lighthouse keeper of Vardo retired on Monday.');
    await mkdir(join(folder, 'below'));
    await writeFile(join(folder, 'below', 'newer.txt'), 'The lighthouse is dark.');
    const second = await opened({ mayAdd: true });
    expect(JSON.stringify(second.corpus)).toBe(JSON.stringify(first.corpus));
    expect([...second.addedSince].sort()).toEqual(['below/newer.txt', 'new.txt']);
    expect(await written()).toBe(before);
    expect((await opened({ mayAdd: false })).corpus.articles).toHaveLength(first.corpus.articles.length + 2);
  });

  it.each([
    ['a file was changed', () => writeFile(join(folder, 'a.txt'), 'The lighthouse was sold.')],
    ['a file was removed', () => rm(join(folder, 'a.txt'))],
    ['the list of files is gone', () => rm(`${place()}.files`)],
    ['the list of files is cut short', () => truncate(`${place()}.files`, 20)],
    ['the list of files leaves one out', () => writeFile(`${place()}.files`, '[]')],
    [
      'the list of files is of another day',
      async () => {
        const listed = await readFile(`${place()}.files`, 'utf8');
        await writeFile(`${place()}.files`, listed.replace(/\d{6}(?= \d+ \d+")/, '000000'));
      },
    ],
  ])('is read again as a whole when files came and %s', async (_, happens) => {
    await writeFile(join(folder, 'a.txt'), 'The lighthouse keeper of Vardo retired on Monday.');
    await opened();
    await happens();
    await writeFile(join(folder, 'new.txt'), 'A new keeper came.');
    const again = await opened({ mayAdd: true });
    expect(again.addedSince).toEqual([]);
    expect(again.corpus.articles.at(-1)?.id).toBe('new');
    expect(said).toEqual([]);
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
