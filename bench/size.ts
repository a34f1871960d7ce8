import { execFile } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { ArticleInput } from '../src/corpus/article.js';
import { drawTable } from '../src/terminal/table.js';
import { misspell } from './peers/questions.js';
import type { AskedTime, SizeFigures } from './sizeProcess.js';
import { makeSyntheticCorpus } from './syntheticCorpus.js';
import { drawMilliseconds, percentile } from './timing.js';

/** The others are so many times smaller. */
const SMALLER_BY = [100, 10];
/** Of each kind; as many before them warm the code up and count for nothing. */
const QUESTIONS = 200;
/** Parts of a question with many words. */
const JOINED = 3;
const PROCESS = fileURLToPath(new URL('./sizeProcess.js', import.meta.url));
/** Reading a million sentences takes as much, in 10⁶ bytes. */
const HEAP_MEGABYTES = 6000;

/** One corpus: read, kept, read back and asked. */
interface Size {
  readonly passages: number;
  readonly snapshotMegabytes: number;
  readonly read: SizeFigures;
  readonly readBack: SizeFigures;
}

/**
 * Reads made-up corpora, the largest of so many sentences, reads them back, and asks them by words alone.
 * @returns tables, for people
 */
export async function measureSize(passages: number): Promise<string> {
  const sizes: Size[] = [];
  for (const share of [...SMALLER_BY, 1]) sizes.push(await measureOne(Math.ceil(passages / share)));
  return [drawOpening(sizes), drawAsking(sizes)].join('\n\n');
}

async function measureOne(passages: number): Promise<Size> {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-size-'));
  try {
    const [corpus, snapshots, questionFile] = [
      join(folder, 'made-up.jsonl'),
      join(folder, 'kept'),
      join(folder, 'questions'),
    ];
    await mkdir(snapshots);
    const { articles, questions } = makeSyntheticCorpus(passages, 2 * QUESTIONS + JOINED);
    await writeArticles(corpus, articles);
    await writeFile(questionFile, JSON.stringify({}));
    const read = await runProcess(corpus, snapshots, questionFile);
    await writeFile(questionFile, JSON.stringify(kindsOf(questions)));
    const readBack = await runProcess(corpus, snapshots, questionFile);
    let bytes = 0;
    for (const name of await readdir(snapshots)) bytes += (await stat(join(snapshots, name))).size;
    return { passages, snapshotMegabytes: bytes / 1e6, read, readBack };
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function writeArticles(path: string, articles: readonly ArticleInput[]): Promise<void> {
  const file = createWriteStream(path);
  for (const article of articles) file.write(`${JSON.stringify(article)}\n`);
  file.end();
  await finished(file);
}

/** The same words asked as they are, with a slip in one of them, and many at once. */
function kindsOf(questions: readonly string[]): Record<string, string[]> {
  const [warm, asked] = [questions.slice(0, QUESTIONS), questions.slice(QUESTIONS, 2 * QUESTIONS)];
  return {
    'warming up': warm,
    plain: asked,
    misspelt: asked.map(misspell),
    'many words': asked.map((_, i) => questions.slice(QUESTIONS + i, QUESTIONS + i + JOINED).join(' ')),
  };
}

async function runProcess(...given: readonly string[]): Promise<SizeFigures> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [`--max-old-space-size=${HEAP_MEGABYTES}`, PROCESS, ...given],
    { maxBuffer: 100_000_000 },
  );
  // Our own process wrote it.
  return JSON.parse(stdout) as SizeFigures;
}

function drawOpening(sizes: readonly Size[]): string {
  const seconds = (ms: number) => `${(ms / 1000).toFixed(2)} s`;
  const megabytes = (value: number | null) => (value === null ? '' : `${value.toFixed(0)} MB`);
  const row = (name: string, of: (size: Size) => string) => [name, ...sizes.map(of)];
  const rate = ({ passages, read }: Size) => `${Math.round(passages / (read.openMs / 1000))} a second`;
  return drawTable([
    row('sentences', ({ passages }) => String(passages)),
    row('read and indexed, processor time', ({ read }) => seconds(read.openMs)),
    row('', rate),
    row('on the clock', ({ read }) => seconds(read.openClockMs)),
    row('memory at most', ({ read }) => megabytes(read.peakMegabytes)),
    row('snapshot written, processor time', ({ read }) => seconds(read.keepMs)),
    row('its size', ({ snapshotMegabytes }) => megabytes(snapshotMegabytes)),
    row('read back, processor time', ({ readBack }) => seconds(readBack.openMs)),
    row('by all threads', ({ readBack }) => seconds(readBack.openAllThreadsMs)),
    row('on the clock', ({ readBack }) => seconds(readBack.openClockMs)),
    row('memory then', ({ readBack }) => megabytes(readBack.megabytes)),
    row('memory at most, asked', ({ readBack }) => megabytes(readBack.peakMegabytes)),
    row('the first question', ({ readBack }) => drawMilliseconds(readBack.firstAskMs)),
  ]);
}

function drawAsking(sizes: readonly Size[]): string {
  const kinds = Object.keys(sizes[0]?.readBack.asked ?? {}).slice(1);
  const rows = kinds.flatMap((kind) =>
    [0.5, 0.99].map((share) => {
      const times = sizes.map(({ readBack }) => percentilesOf(readBack.asked[kind] ?? [], share));
      return [
        `${kind}, p${100 * share}`,
        ...times.map(({ worked, clock }) => `${drawMilliseconds(worked)} (${drawMilliseconds(clock)})`),
        exponentOf(times.map(({ worked }) => worked)),
      ];
    }),
  );
  return [
    'A question: processor time, and on the clock; how the former grows: by 1 as the corpus does, by 0 not at all',
    drawTable([['', ...sizes.map(({ passages }) => String(passages)), 'exponent'], ...rows]),
  ].join('\n');
}

function percentilesOf(times: readonly AskedTime[], share: number): { worked: number; clock: number } {
  return {
    worked: percentile(
      times.map(({ workedMs }) => workedMs),
      share,
    ),
    clock: percentile(
      times.map(({ clockMs }) => clockMs),
      share,
    ),
  };
}

/** From the smallest corpus to the largest. */
function exponentOf(times: readonly number[]): string {
  const [first = 0, last = 0] = [times[0], times.at(-1)];
  const [largest = 1] = SMALLER_BY;
  return (Math.log(last / first) / Math.log(largest)).toFixed(2);
}
