import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { CrossEncoder } from '../../../src/search/reader/crossEncoder.js';
import { placeWeights } from '../../../src/search/reader/placedWeights.js';
import { openReader, type ReaderOptions, type ReadingScorer } from '../../../src/search/reader/readingScorer.js';
import { WordPieces } from '../../../src/search/reader/wordPieces.js';
import { ended } from '../../built.js';
import { referenceScore } from './referenceEncoder.js';
import { readerBytes, tinyReader } from './tinyReader.js';

/** A worker thread runs built code, as `npm run build` leaves it. */
const BUILT = new URL('../../../dist/src/search/reader/', import.meta.url);
const WORKER = new URL('readerWorker.js', BUILT);

/** A worker that is ready at once and does this with a job. */
function workerThat(does: string): URL {
  const script = `
    import { parentPort } from 'node:worker_threads';
    parentPort.postMessage({ kind: 'ready' });
    parentPort.on('message', ({ id, candidates }) => {
      const report = (scores) => parentPort.postMessage({ kind: 'scores', id, scores });
      ${does}
    });`;
  return new URL(`data:text/javascript,${encodeURIComponent(script)}`);
}

const NEVER_ANSWERS = workerThat('');
const LOADS_A_WHILE = new URL(
  `data:text/javascript,${encodeURIComponent(`
    import { parentPort } from 'node:worker_threads';
    setTimeout(() => {
      parentPort.postMessage({ kind: 'ready' });
      parentPort.on('message', ({ id }) => parentPort.postMessage({ kind: 'scores', id, scores: [1] }));
    }, 300);`)}`,
);
const TAKES_A_WHILE = workerThat('setTimeout(() => report([1]), 150);');
const CRASHES_WHEN_TOLD = workerThat("if (candidates[0] === 'crash') throw new Error('out of luck'); report([7]);");

let folder: string;
let file: string;
const opened: ReadingScorer[] = [];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-reader-'));
  file = join(folder, 'reader.bin');
  writeFileSync(file, readerBytes(tinyReader()));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

afterEach(async () => {
  await Promise.all(opened.splice(0).map((reader) => reader.close()));
});

/** An opened reader, closed after the test, and what it warned of. */
function readerOf(options: Partial<ReaderOptions> = {}, from = file) {
  const warnings: string[] = [];
  const log = { warn: (message: string) => warnings.push(message) };
  const reader = openReader(from, { log, worker: WORKER, timeBudget: 10_000, loadingBudget: 0, ...options });
  opened.push(reader);
  return { reader, warnings };
}

describe('the reader', () => {
  it('scores candidates by its file, in their order, plain ones and ones with a headline', async () => {
    const weights = tinyReader();
    const candidates = ['the ferry sails at noon', { headline: 'ferry sails', sentence: 'at noon' }, ''];
    const pairs = new WordPieces(weights.pieces, weights.shape.positions).pairs('when does it sail', candidates);
    const { reader, warnings } = readerOf();
    const scores = await reader.score('when does it sail', candidates);
    expect(scores).toHaveLength(3);
    for (const [i, pair] of pairs.entries()) expect(scores?.[i]).toBeCloseTo(referenceScore(weights, pair), 3);
    expect(warnings).toEqual([]);
  });

  it('gives the very scores that one thread computes, whether or not two have shared the work', async () => {
    const weights = tinyReader();
    const candidates = Array.from({ length: 500 }, (_, i) => 'the ferry sails at noon '.slice(i % 9, 9 + (i % 14)));
    const pairs = new WordPieces(weights.pieces, weights.shape.positions).pairs('when does it sail', candidates);
    const { reader } = readerOf();
    const scores = await Promise.all([1, 2, 3].map(() => reader.score('when does it sail', candidates)));
    const expected = new CrossEncoder(placeWeights(weights)).score(pairs);
    expect(scores).toEqual([expected, expected, expected]);
  });

  it('has no scores to give for no candidates', async () => {
    expect(await readerOf().reader.score('when', [])).toEqual([]);
  });

  it('can be started before it is asked, and says when it can be', async () => {
    expect(await readerOf().reader.start()).toBe(true);
  });

  it('has no say once the time budget is over, and has its say again at the next question', async () => {
    const { reader } = readerOf({ worker: TAKES_A_WHILE, timeBudget: 500 });
    await reader.start();
    const start = performance.now();
    const late = readerOf({ worker: NEVER_ANSWERS, timeBudget: 60 }).reader;
    expect(await late.score('when', ['noon'])).toBeNull();
    expect(performance.now() - start).toBeLessThan(450);
    expect(await reader.score('when', ['noon'])).toEqual([1]);
  });

  it('is waited for longer while it is being loaded', async () => {
    const patient = readerOf({ worker: LOADS_A_WHILE, timeBudget: 30, loadingBudget: 10_000 }).reader;
    expect(await patient.score('when', ['noon'])).toEqual([1]);
    expect(await readerOf({ worker: LOADS_A_WHILE, timeBudget: 30 }).reader.score('when', ['noon'])).toBeNull();
  });

  it('gives up in its worker what is late, so that the next question need not wait for it', async () => {
    const { reader } = readerOf({ timeBudget: 400, longestQueue: 1 });
    await reader.start();
    expect(await reader.score('when', Array(200_000).fill('the ferry sails at noon'))).toBeNull();
    await expect.poll(() => reader.score('when', ['noon']), { timeout: 15_000 }).toHaveLength(1);
  });

  it('turns a question away at once when too many wait, until one of them is done', async () => {
    const { reader } = readerOf({ worker: TAKES_A_WHILE, longestQueue: 2 });
    const waiting = [reader.score('when', ['noon']), reader.score('when', ['noon'])];
    expect(await Promise.race([reader.score('when', ['noon']), ...waiting])).toBeNull();
    expect(await Promise.all(waiting)).toEqual([[1], [1]]);
    expect(await reader.score('when', ['noon'])).toEqual([1]);
  });

  it('keeps late questions in the queue as long as its worker has not answered them', async () => {
    const { reader } = readerOf({ worker: NEVER_ANSWERS, longestQueue: 1, timeBudget: 30 });
    expect(await reader.score('when', ['noon'])).toBeNull();
    const start = performance.now();
    expect(await reader.score('when', ['noon'])).toBeNull();
    expect(performance.now() - start).toBeLessThan(25);
  });

  it('starts its worker again after a crash, once, and is off after a second, which is said once', async () => {
    const { reader, warnings } = readerOf({ worker: CRASHES_WHEN_TOLD });
    expect(await reader.score('when', ['noon'])).toEqual([7]);
    const [crashed, waiting] = [reader.score('when', ['crash']), reader.score('when', ['noon'])];
    expect(await Promise.all([crashed, waiting])).toEqual([null, null]);
    expect(await reader.score('when', ['noon'])).toEqual([7]);
    expect(warnings).toEqual([]);
    expect(await reader.score('when', ['crash'])).toBeNull();
    expect(await reader.score('when', ['noon'])).toBeNull();
    expect(await reader.score('when', ['noon'])).toBeNull();
    expect(warnings).toEqual([expect.stringContaining('out of luck')]);
  });

  it.each([
    ['absent', null, 'ENOENT'],
    ['cut off', readerBytes(tinyReader()).subarray(0, -7), 'bytes long and should be'],
    ['of another version', Buffer.from(readerBytes(tinyReader())).fill(9, 4, 5), 'layout 9'],
    ['no reader', Buffer.from('<html>not found</html>'.repeat(9)), 'it is no reader'],
  ])('says once that its file is %s, and has no say', async (_, bytes, reason) => {
    const other = join(folder, 'other.bin');
    rmSync(other, { force: true });
    if (bytes) writeFileSync(other, bytes);
    const { reader, warnings } = readerOf({}, other);
    expect(await Promise.all([reader.score('when', ['noon']), reader.start()])).toEqual([null, false]);
    expect(await reader.score('when', ['noon'])).toBeNull();
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toContain(`The reader (${other}) can't be used: `);
    expect(warnings[0]).toContain(reason);
  });

  it('answers what waits with null when it is closed, and all that comes later, without a word', async () => {
    const { reader, warnings } = readerOf({ worker: NEVER_ANSWERS });
    const waiting = reader.score('when', ['noon']);
    await reader.close();
    expect(await waiting).toBeNull();
    expect(await reader.score('when', ['noon'])).toBeNull();
    expect(await reader.start()).toBe(false);
    expect(warnings).toEqual([]);
  });
});

describe('a process with a reader', () => {
  /** Runs a few lines of a module in which `reader` is open. */
  function run(lines: string) {
    const script = `
      import { openReader } from '${new URL('readingScorer.js', BUILT).href}';
      const reader = openReader(${JSON.stringify(file)}, { log: console, timeBudget: 10_000 });
      ${lines}`;
    return ended(spawn(process.execPath, ['--input-type=module', '--eval', script]));
  }

  it('waits for scores, and ends by itself when nobody waits, without the reader being closed', async () => {
    const { status, stdout } = await run(
      "reader.score('when', ['noon', 'sail']).then((scores) => console.log(scores.length));",
    );
    expect({ status, stdout }).toEqual({ status: 0, stdout: '2\n' });
  });

  it('does not wait for the reader to load', async () => {
    expect(await run('reader.start();')).toMatchObject({ status: 0, stderr: '' });
  });
});
