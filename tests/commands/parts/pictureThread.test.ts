import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { type PictureLimits, PictureThread } from '../../../commands/parts/pictureThread.js';

const PNG_SIGNATURE = '89504e47';
const svg = (colour: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20"><rect width="20" height="20" fill="${colour}"/></svg>`;

let folder: string;
let thread: PictureThread | null = null;

/** A thread whose worker does this with a `job`; `draw(job)` sends a picture that is four bytes. */
function threadThat(does: string, limits: Partial<PictureLimits> = {}): PictureThread {
  const script = join(folder, `${Math.random()}.cjs`);
  writeFileSync(
    script,
    `const { parentPort } = require('node:worker_threads'); let drawn = 0;
     const draw = ({ id }) => parentPort.postMessage({ id, png: new Uint8Array([1, 2, 3, ++drawn]) });
     parentPort.on('message', (job) => { ${does} });`,
  );
  thread = new PictureThread(limits, script);
  return thread;
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-pictures-'));
});
afterEach(() => thread?.close());
afterAll(() => rmSync(folder, { recursive: true }));

it('draws a PNG, and nothing of what is no SVG', async () => {
  thread = new PictureThread();
  const png = await thread.draw(svg('red'), 'Inter');
  expect(
    Buffer.from(png ?? [])
      .subarray(0, 4)
      .toString('hex'),
  ).toBe(PNG_SIGNATURE);
  expect(await thread.draw('no picture', 'Inter')).toBeNull();
});

it('draws what is wanted again once, at the same time or later', async () => {
  const thread = threadThat('setTimeout(draw, 50, job)');
  const [one, other] = await Promise.all([thread.draw('a', ''), thread.draw('a', '')]);
  expect([one?.[3], other?.[3], (await thread.draw('a', ''))?.[3]]).toEqual([1, 1, 1]);
  expect((await thread.draw('b', ''))?.[3]).toBe(2);
});

it('keeps only some of them', async () => {
  const thread = threadThat('draw(job)');
  for (let i = 0; i < 40; i++) await thread.draw(`picture ${i}`, '');
  expect((await thread.draw('picture 39', ''))?.[3]).toBe(40);
  expect((await thread.draw('picture 0', ''))?.[3]).toBe(41);
});

it('gives nothing when it takes too long, and draws the next', async () => {
  const thread = threadThat("if (job.svg !== 'slow') draw(job)", { patience: 400 });
  expect((await thread.draw('quick', ''))?.[3]).toBe(1);
  expect(await thread.draw('slow', '')).toBeNull();
  expect((await thread.draw('next', ''))?.[3]).toBe(2);
});

it('gives nothing, at once, when too many are wanted', async () => {
  const thread = threadThat('setTimeout(draw, 300, job)', { longestQueue: 3 });
  const wanted = ['a', 'b', 'c'].map((name) => thread.draw(name, ''));
  const begun = performance.now();
  expect(await thread.draw('d', '')).toBeNull();
  expect(performance.now() - begun).toBeLessThan(200);
  expect((await Promise.all(wanted)).every((png) => png !== null)).toBe(true);
});

it('goes on with a new thread when one breaks', async () => {
  const thread = threadThat("if (job.svg === 'bomb') process.exit(1); else draw(job)");
  expect((await thread.draw('a', ''))?.[3]).toBe(1);
  expect(await thread.draw('bomb', '')).toBeNull();
  expect((await thread.draw('b', ''))?.[3]).toBe(1);
});

it('ends its thread when nothing was wanted for a while', async () => {
  const thread = threadThat('draw(job)', { patience: 200, idle: 100 });
  expect((await thread.draw('a', ''))?.[3]).toBe(1);
  await new Promise((resolve) => setTimeout(resolve, 600));
  // A new thread counts from the beginning.
  expect((await thread.draw('b', ''))?.[3]).toBe(1);
});
