import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ChannelCrowd } from '../../src/discord/channelCrowd.js';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Asks so many things at once, each of which takes so long. @returns how many were done, and when the last was, in milliseconds */
async function ask(crowd: ChannelCrowd, count: number, eachTakes: number, channel = '1') {
  let [done, last] = [0, 0];
  const begun = Date.now();
  // As Discord has it, one message after another.
  let line = Promise.resolve();
  const all = Array.from({ length: count }, () =>
    crowd.enter(channel, async () => {
      line = line.then(() => new Promise((resolve) => setTimeout(resolve, eachTakes)));
      await line;
      done += 1;
      last = Date.now() - begun;
    }),
  );
  await vi.advanceTimersByTimeAsync(120_000);
  await Promise.all(all);
  return { done, last };
}

it('lets everybody be answered where that goes fast', async () => {
  expect((await ask(new ChannelCrowd(), 40, 20)).done).toBe(40);
});

it('answers nobody who would have had to wait long', async () => {
  const { done, last } = await ask(new ChannelCrowd(), 100, 1_000);
  expect(done).toBeGreaterThanOrEqual(5);
  expect(last).toBeLessThanOrEqual(11_000);
});

it('keeps the channels apart', async () => {
  const crowd = new ChannelCrowd();
  const [slow, quick] = await Promise.all([ask(crowd, 60, 5_000), ask(crowd, 5, 10, '2')]);
  expect(quick.done).toBe(5);
  expect(slow.done).toBeLessThan(15);
});

it('has room again once the crowd is gone', async () => {
  const crowd = new ChannelCrowd();
  await ask(crowd, 100, 1_000);
  expect((await ask(crowd, 5, 10)).done).toBe(5);
});

it('may tell a channel once in a while, and each of them', () => {
  const crowd = new ChannelCrowd(() => Date.now());
  expect([crowd.mayTell('1'), crowd.mayTell('1'), crowd.mayTell('2')]).toEqual([true, false, true]);
  vi.advanceTimersByTime(20_000);
  expect(crowd.mayTell('1')).toBe(true);
});

it('gives the place back when the work fails', async () => {
  const crowd = new ChannelCrowd();
  for (let i = 0; i < 10; i++) {
    await expect(crowd.enter('1', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  }
  expect(await crowd.enter('1', async () => {})).toBe(true);
});
