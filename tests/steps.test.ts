import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { finish, finishInSlices, type Steps } from '../src/steps.js';

/** Takes so long, in so many steps of a millisecond, and says how many it took. */
function* work(steps: number): Steps<number> {
  for (let step = 0; step < steps; step++) {
    const until = performance.now() + 1;
    while (performance.now() < until);
    yield;
  }
  return steps;
}

describe('work in steps', () => {
  it('gives the same at once and in slices', async () => {
    expect(finish(work(3))).toBe(3);
    expect(await finishInSlices(work(3), new AbortController().signal)).toBe(3);
  });

  it('lets others have their turn between slices', async () => {
    let [turns, done] = [0, false];
    const working = finishInSlices(work(60), new AbortController().signal).then(() => {
      done = true;
    });
    for (; !done; turns++) await setImmediate();
    await working;
    expect(turns).toBeGreaterThanOrEqual(3);
  });

  it('stops between slices when it is told to', async () => {
    const stop = new AbortController();
    let taken = 0;
    function* endless(): Steps<never> {
      for (;;) {
        taken++;
        yield;
      }
    }
    const working = finishInSlices(endless(), stop.signal);
    setTimeout(() => stop.abort(new Error('Enough.')), 20);
    await expect(working).rejects.toThrow('Enough.');
    expect(taken).toBeGreaterThan(0);
  });
});
