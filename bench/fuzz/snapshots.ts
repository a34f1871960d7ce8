import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ArticleInput } from '../../src/corpus/article.js';
import { mulberry32 } from '../../src/evaluation/mulberry32.js';
import { openCorpus } from '../../src/keptCorpus.js';
import type { Random } from '../pick.js';
import { makeSyntheticCorpus } from '../syntheticCorpus.js';
import type { FuzzRow } from './fuzz.js';

const PASSAGES = 200;
const QUIET = { info: () => {}, warn: () => {} };

/** Damages what was kept of a corpus: it is read as it was, or not at all, and then the articles are read again. */
export async function fuzzSnapshots(count: number, seed: number): Promise<FuzzRow> {
  const random = mulberry32(seed);
  const folder = await mkdtemp(join(tmpdir(), 'dateline-snapshots-'));
  const corpus = join(folder, 'articles.jsonl');
  const { articles } = makeSyntheticCorpus(PASSAGES, 0);
  await writeFile(
    corpus,
    articles.map((article: ArticleInput) => `${JSON.stringify(article)}\n`),
  );
  const snapshots = join(folder, 'kept');
  const open = () => openCorpus(corpus, { snapshots, leastBytes: 0, log: QUIET });
  const first = await open();
  await first.keeping;
  const [name = ''] = await readdir(snapshots);
  const sound = await readFile(join(snapshots, name));
  const expected = JSON.stringify(first.corpus.articles);
  const faults: string[] = [];
  let slowestMs = 0;
  for (let number = 0; number < count; number++) {
    await writeFile(join(snapshots, name), damaged(sound, random));
    const begun = performance.now();
    try {
      const opened = await open();
      if (JSON.stringify(opened.corpus.articles) !== expected)
        faults.push(`snapshot ${number} was read as something else`);
      await opened.keeping;
    } catch (error) {
      faults.push(error instanceof Error ? String(error.stack) : String(error));
    }
    slowestMs = Math.max(slowestMs, performance.now() - begun);
  }
  await rm(folder, { recursive: true });
  return { what: 'damaged snapshots', cases: count, faults, slowestMs };
}

/** With bits flipped, cut short, with a part in another place, or with something at its end. */
function damaged(sound: Buffer, random: Random): Buffer {
  const bytes = Buffer.from(sound);
  const at = Math.floor(random() * bytes.length);
  switch (Math.floor(random() * 4)) {
    case 0:
      return bytes.subarray(0, at);
    case 1:
      return Buffer.concat([bytes, bytes.subarray(at)]);
    case 2:
      return bytes.copyWithin(at, Math.floor(random() * bytes.length), bytes.length);
    default:
      bytes[at] = (bytes[at] ?? 0) ^ (1 << Math.floor(random() * 8));
      return bytes;
  }
}
