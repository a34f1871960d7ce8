import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CrossEncoder } from '../../../src/search/reader/crossEncoder.js';
import { HelpedEncoder } from '../../../src/search/reader/helpedEncoder.js';
import { placeWeights } from '../../../src/search/reader/placedWeights.js';
import type { PiecePair } from '../../../src/search/reader/wordPieces.js';
import { TINY_PIECES, tinyReader } from './tinyReader.js';

/** A thread runs built code, as `npm run build` leaves it. */
const HELPER = new URL('../../../dist/src/search/reader/readerHelper.js', import.meta.url);
const IN_A_WHILE = () => Date.now() + 60_000;

/** A helper that does this with each job, `count` counting them, and something else when it starts. */
function helperThat(does: string, first = ''): URL {
  const script = `
    import { appendFileSync } from 'node:fs';
    import { parentPort } from 'node:worker_threads';
    let count = 0;
    ${first}
    parentPort.on('message', ({ portions, taken, scores }) => {
      count += 1;
      ${does}
    });`;
  return new URL(`data:text/javascript,${encodeURIComponent(script)}`);
}

/** Takes one portion, if one is left, and gives it a score that no encoder gives. */
const TAKES_ONE = `
  for (const [place] of portions[Atomics.add(taken, 0, 1)] ?? []) scores[place] = 1e6;
  parentPort.postMessage(true);`;

/** Pairs of 3 to 14 pieces. */
function pairsOf(count: number): PiecePair[] {
  return Array.from({ length: count }, (_, i) => ({
    ids: Array.from({ length: 3 + (i % 12) }, (_, at) => (at * 5 + i * 7) % TINY_PIECES.length),
    candidateAt: 1 + (i % 2),
  }));
}

describe('the encoder of two threads', () => {
  const placed = placeWeights(tinyReader());
  /** So many that a helper has long come before one thread has scored half of them. */
  const pairs = pairsOf(20_000);
  const expected = new CrossEncoder(placed, placed.rooms[0]).score(pairs);

  it('scores to the last digit as one thread does, question after question', async () => {
    const encoder = new HelpedEncoder(placed, HELPER);
    await encoder.warmUp(pairsOf(3));
    for (let question = 0; question < 3; question++) expect(await encoder.score(pairs, IN_A_WHILE())).toEqual(expected);
    for (const count of [0, 1, 2, 8, 9]) {
      const few = pairsOf(count);
      expect(await encoder.score(few, IN_A_WHILE())).toEqual(expected?.slice(0, count));
    }
  });

  it('takes what its helper has scored, and scores the rest itself', async () => {
    const encoder = new HelpedEncoder(placed, helperThat(TAKES_ONE));
    await encoder.warmUp(pairsOf(3));
    const owns = async () => {
      const scores = (await encoder.score(pairs, IN_A_WHILE())) ?? [];
      const own = [...scores.entries()].filter(([, score]) => score !== 1e6);
      for (const [place, score] of own) expect(score).toBe(expected?.[place]);
      return own.length;
    };
    // More than once, as a machine under load may give the helper no core in time.
    await expect.poll(owns, { timeout: 15_000 }).toBe(pairs.length / 2);
  });

  it('has no scores once the time is over, in either thread', async () => {
    expect(await new HelpedEncoder(placed, HELPER).score(pairs, Date.now() - 1)).toBeNull();
    const late = new HelpedEncoder(placed, helperThat('parentPort.postMessage(false);'));
    expect(await late.score(pairs, IN_A_WHILE())).toBeNull();
  });

  it('scores alone after its helper has crashed, the same question too, and starts no other', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'dateline-helper-'));
    const file = join(folder, 'starts');
    const noted = `appendFileSync(${JSON.stringify(file)}, 'started ');`;
    const crashes = `if (count > 1) { Atomics.add(taken, 0, 1); throw new Error('out of luck'); } ${TAKES_ONE}`;
    const encoder = new HelpedEncoder(placed, helperThat(crashes, noted));
    await encoder.warmUp(pairsOf(3));
    for (let question = 0; question < 3; question++) expect(await encoder.score(pairs, IN_A_WHILE())).toEqual(expected);
    expect(readFileSync(file, 'utf8')).toBe('started ');
    rmSync(folder, { recursive: true });
  });

  it.each([
    ['is not to be had', null],
    ['is absent', new URL('file:///nowhere/readerHelper.js')],
    ['ends at once', helperThat('', 'process.exit(0);')],
  ])('scores alone where its helper %s', async (_, helper) => {
    const encoder = new HelpedEncoder(placed, helper);
    await encoder.warmUp(pairsOf(3));
    expect(await encoder.score(pairs, IN_A_WHILE())).toEqual(expected);
  });
});
