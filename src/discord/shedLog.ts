import type { Turn } from './requestQueue.js';

/** Under load thousands are turned away in a second, and a line for each would cost what an answer does. */
const SUM_UP_AFTER_MS = 1_000;

/** Logs in one line a second how many requests were not begun: `declined` were told so, `dropped` were not. */
export function shedLog(logger: {
  warn(fields: object, message: string): void;
}): (turn: Exclude<Turn, 'done'>) => void {
  let counts = { declined: 0, dropped: 0 };
  let isWaiting = false;
  return (turn) => {
    counts[turn] += 1;
    if (isWaiting) return;
    isWaiting = true;
    const sumUp = () => {
      logger.warn(counts, 'too many requests at once');
      counts = { declined: 0, dropped: 0 };
      isWaiting = false;
    };
    setTimeout(sumUp, SUM_UP_AFTER_MS).unref();
  };
}
