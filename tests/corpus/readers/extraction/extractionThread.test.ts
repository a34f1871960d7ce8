import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ExtractionThread } from '../../../../src/corpus/readers/extraction/extractionThread.js';

/** A parser that does what it is told: loops, fills the memory, dies, or gives back what it got. */
const SCRIPT = `
  import { parentPort } from 'node:worker_threads';
  parentPort.on('message', ({ bytes }) => {
    const order = Buffer.from(bytes).toString();
    if (order === 'loop') for (;;);
    if (order === 'fill') for (const held = []; ; ) held.push(Array(1000).fill(held.length));
    if (order === 'buffers') for (const held = []; ; ) held.push(Buffer.alloc(10_000_000, 1));
    if (order === 'die') process.exit(1);
    if (order === 'throw') throw new Error('out of step');
    if (order === 'secrets') return parentPort.postMessage({ refusal: JSON.stringify(process.env) });
    parentPort.postMessage({ extracted: { articles: [], notes: [order] } });
  });`;

let folder = '';
let thread: ExtractionThread;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-thread-'));
  writeFileSync(join(folder, 'worker.mjs'), SCRIPT);
  thread = new ExtractionThread({ milliseconds: 5_000, megabytes: 150 }, join(folder, 'worker.mjs'));
});
afterEach(async () => {
  await thread.close();
  rmSync(folder, { recursive: true });
});

const order = (words: string) => thread.extract('page', Buffer.from(words));

describe('the extraction thread', () => {
  it('gives what was taken out, one document after another', async () => {
    const all = await Promise.all([order('one'), order('two'), order('three')]);
    expect(all.map(({ notes }) => notes)).toEqual([['one'], ['two'], ['three']]);
  });

  it.each([
    ['takes for ever', 'loop', /longer than 5 s/],
    ['fills the memory', 'fill', /more than 150 MB/],
    ['fills buffers, which do not count as the thread’s own', 'buffers', /more than 150 MB/],
    ['ends the parser', 'die', /stops the parser/],
    ['has the parser throw', 'throw', /stops the parser \(out of step\)/],
  ])('gives up a document that %s, and reads the next', async (_what, words, message) => {
    const [given, next] = await Promise.allSettled([order(words), order('next')]);
    expect(given).toMatchObject({ status: 'rejected', reason: { name: 'FileError' } });
    expect(String(given.status === 'rejected' && given.reason)).toMatch(message);
    expect(next).toMatchObject({ status: 'fulfilled', value: { notes: ['next'] } });
  });

  it('leaves nothing behind of a document, however many there are', async () => {
    const warnings: Error[] = [];
    const note = (warning: Error) => warnings.push(warning);
    process.on('warning', note);
    for (let i = 0; i < 20; i++) await order(`${i}`);
    await new Promise((resolve) => setImmediate(resolve));
    process.off('warning', note);
    expect(warnings).toEqual([]);
  });

  it('keeps the settings, secrets among them, out of the thread', async () => {
    await expect(order('secrets')).rejects.toThrow('{}');
  });

  it('reads again after it was closed', async () => {
    await order('one');
    await thread.close();
    expect((await order('two')).notes).toEqual(['two']);
  });
});
