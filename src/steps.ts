import { setImmediate } from 'node:timers/promises';

/** Long work in short steps, so that whoever drives it may do something else between two. */
export type Steps<Result> = Generator<void, Result, void>;

/** How long steps are taken in a row before others get their turn, in milliseconds: less than anybody notices. */
const SLICE_MS = 10;

/** Does the work at once. */
export function finish<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Does the work in slices, between which whatever waits in the process gets its turn. @throws the signal's reason once it is aborted */
export async function finishInSlices<Result>(steps: Steps<Result>, signal?: AbortSignal): Promise<Result> {
  for (;;) {
    await setImmediate();
    signal?.throwIfAborted();
    const until = performance.now() + SLICE_MS;
    do {
      const step = steps.next();
      if (step.done) return step.value;
    } while (performance.now() < until);
  }
}
