import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { type QueuedRequest, RequestQueue } from '../../src/discord/requestQueue.js';

/** Keeps the processor, as finding an answer does. */
function work(milliseconds: number): void {
  const end = performance.now() + milliseconds;
  while (performance.now() < end);
}

function request(more: Partial<QueuedRequest> = {}): QueuedRequest {
  return { since: performance.now(), patience: 1_000, begin: async () => {}, decline: async () => {}, ...more };
}

describe('requests that come at once', () => {
  it('are begun in the order in which they came', async () => {
    const queue = new RequestQueue();
    const begun: number[] = [];
    const all = [1, 2, 3].map((n) => queue.take(request({ begin: async () => void begun.push(n) })));
    expect(begun).toEqual([]);
    expect(await Promise.all(all)).toEqual(['done', 'done', 'done']);
    expect(begun).toEqual([1, 2, 3]);
  });

  it('let others have their turn between them', async () => {
    const queue = new RequestQueue();
    const order: string[] = [];
    const all = ['a', 'b', 'c'].map((name) =>
      queue.take(
        request({
          begin: async () => {
            work(5);
            order.push(name);
            setImmediate(() => order.push(`after ${name}`));
          },
        }),
      ),
    );
    await Promise.all(all);
    await sleep(10);
    expect(order.indexOf('after a')).toBeLessThan(order.indexOf('c'));
  });

  it('are not in the way of others when they take long without working', async () => {
    const queue = new RequestQueue();
    const slow = queue.take(request({ begin: () => sleep(300) }));
    const begun = performance.now();
    expect(await queue.take(request())).toBe('done');
    expect(performance.now() - begun).toBeLessThan(250);
    expect(await slow).toBe('done');
  });

  it('are told that there is no time, at once, when they would wait longer than it is worth', async () => {
    const queue = new RequestQueue();
    const turns: Record<string, number> = { done: 0, declined: 0, dropped: 0 };
    const waits: number[] = [];
    const busy = { patience: 100, begin: async () => work(5) };
    // The first ones teach it how long one takes.
    await Promise.all([1, 2, 3, 4, 5, 6, 7, 8].map(() => queue.take(request(busy))));
    const since = performance.now();
    const all = Array.from({ length: 300 }, () =>
      queue.take(
        request({
          ...busy,
          begin: async () => {
            work(5);
            waits.push(performance.now() - since);
          },
        }),
      ),
    );
    for (const turn of await Promise.all(all)) turns[turn] = (turns[turn] ?? 0) + 1;
    expect(turns.done).toBeGreaterThan(5);
    expect(turns.declined).toBeGreaterThan(5);
    expect(turns.dropped).toBeGreaterThan(100);
    expect(Math.max(...waits)).toBeLessThan(2_500);
  });

  it('are few in memory, however many come: the rest is dropped without a word', async () => {
    const queue = new RequestQueue();
    let ran = 0;
    const count = async () => {
      ran += 1;
    };
    const all = Array.from({ length: 20_000 }, () =>
      queue.take(request({ patience: 1e9, begin: count, decline: count })),
    );
    const turns = await Promise.all(all);
    expect(turns.filter((turn) => turn === 'dropped').length).toBeGreaterThan(17_000);
    expect(ran).toBe(turns.filter((turn) => turn !== 'dropped').length);
  });
});

describe('a request that is old', () => {
  it('is told so instead of being begun', async () => {
    let begun = false;
    const begin = async () => {
      begun = true;
    };
    expect(await new RequestQueue().take(request({ since: performance.now() - 2_300, begin }))).toBe('declined');
    expect(begun).toBe(false);
  });

  it('is dropped when nobody would hear of it any more', async () => {
    expect(await new RequestQueue().take(request({ since: performance.now() - 3_000 }))).toBe('dropped');
  });

  it('counts the time on its way only where others wait', async () => {
    const queue = new RequestQueue();
    const first = queue.take(request({ delay: 2_300 }));
    const second = queue.take(request({ delay: 2_300 }));
    expect(await first).toBe('done');
    expect(await second).toBe('declined');
  });
});

describe('trouble', () => {
  it('of one request is its own: it is told of, and the next has its turn', async () => {
    const queue = new RequestQueue();
    const broken = queue.take(request({ begin: () => Promise.reject(new Error('broken')) }));
    const next = queue.take(request());
    await expect(broken).rejects.toThrow('broken');
    expect(await next).toBe('done');
  });
});
