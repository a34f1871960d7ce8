import { monitorEventLoopDelay } from 'node:perf_hooks';

/** What a piece of work took, and for how long at most nothing else could run meanwhile. */
export interface Watched<T> {
  readonly result: T;
  readonly milliseconds: number;
  /** The longest time for which the event loop stood still, in milliseconds. */
  readonly longestBlock: number;
}

const NANOSECONDS_A_MILLISECOND = 1e6;
/** The watch is a timer that should fire this often: a delay beyond it is a block. */
const EVERY_MS = 1;

/** Does the work and says how long it took and for how long at most it kept the event loop from everything else. */
export async function watchLoop<T>(work: () => Promise<T>): Promise<Watched<T>> {
  const delay = monitorEventLoopDelay({ resolution: EVERY_MS });
  delay.enable();
  // A block before the watch has ticked once is not seen.
  await nextTick();
  const start = performance.now();
  const result = await work();
  const milliseconds = performance.now() - start;
  // What stood still until the last moment is noticed by the tick after it.
  await nextTick();
  delay.disable();
  return { result, milliseconds, longestBlock: Math.max(0, delay.max / NANOSECONDS_A_MILLISECOND - EVERY_MS) };
}

function nextTick(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 2 * EVERY_MS));
}
