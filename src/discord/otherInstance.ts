import type { AnswerLog } from './answerLog.js';
import { seldom } from './seldom.js';

/** One may be an answer of its own that was sent twice, as the first one's receipt was lost. */
const SUSPICIOUS = 3;
const WITHIN_MS = 60 * 60_000;

/**
 * Notices that somebody else answers the same interactions, as a second Dateline with the same token does, and says so once an hour.
 * @returns to be called for each interaction that had an answer already
 */
export function otherInstanceWatch(log: AnswerLog, now: () => number = () => performance.now()): () => void {
  const warn = seldom(
    WITHIN_MS,
    () =>
      log.warn(
        {},
        'interactions are answered by somebody else before: another Dateline seems to run with this DISCORD_TOKEN. Stop one of them, or give it a bot of its own',
      ),
    now,
  );
  let times: number[] = [];
  return () => {
    times = [...times, now()].slice(-SUSPICIOUS);
    if (times.length === SUSPICIOUS && now() - (times[0] ?? 0) <= WITHIN_MS) warn();
  };
}
