import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** What a piece of work took, and for how long at most nothing else could run meanwhile; all in milliseconds. */
export interface Watched<T> {
  readonly result: T;
  readonly milliseconds: number;
  /** The longest time for which the event loop stood still. */
  readonly longestBlock: number;
  /** What the thread itself worked; where the system does not say, as `milliseconds`. Another process that has the core adds nothing. */
  readonly worked: number;
  /** The most that the thread worked while the loop stood still. */
  readonly longestWorked: number;
}

const NANOSECONDS_A_MILLISECOND = 1e6;
const TICK_MS = 1;
/** Linux: nanoseconds that the process's first thread has been on a core. */
const TIME_ON_CORE = `/proc/self/task/${process.pid}/schedstat`;

/** Milliseconds that the first thread has worked so far; where the system does not say, of the clock. */
export function timeOnCore(): number {
  try {
    // Asked for, the system brings what it has counted up to date; else it lags behind by some milliseconds.
    process.cpuUsage();
    return Number(readFileSync(TIME_ON_CORE, 'latin1').split(' ')[0]) / NANOSECONDS_A_MILLISECOND;
  } catch {
    return performance.now();
  }
}

/** Does the work and says how long it took and for how long at most it kept the event loop from everything else. */
export async function watchLoop<T>(work: () => Promise<T>): Promise<Watched<T>> {
  let [at, core, longestBlock, longestWorked] = [performance.now(), timeOnCore(), 0, 0];
  const look = (): void => {
    const [now, nowCore] = [performance.now(), timeOnCore()];
    longestBlock = Math.max(longestBlock, now - at - TICK_MS);
    longestWorked = Math.max(longestWorked, nowCore - core);
    [at, core] = [now, nowCore];
  };
  const ticking = setInterval(look, TICK_MS);
  try {
    await sleep(2 * TICK_MS);
    look();
    [longestBlock, longestWorked] = [0, 0];
    const [start, startCore] = [at, core];
    const result = await work();
    const [milliseconds, worked] = [performance.now() - start, timeOnCore() - startCore];
    // What stood still until the last moment is noticed by the tick after it.
    await sleep(2 * TICK_MS);
    return { result, milliseconds, longestBlock, worked, longestWorked };
  } finally {
    clearInterval(ticking);
  }
}
