import { setTimeout as sleep } from 'node:timers/promises';
import { residentMegabytes } from '../residentMemory.js';
import type { BotProcess } from './botProcess.js';
import type { LightDiscord } from './lightDiscord.js';

/** What so many interactions a second came to. Milliseconds are from sending to having the answer. */
export interface LoadFigures {
  readonly rate: number;
  readonly sent: number;
  readonly answered: number;
  /** Told that there is no time. */
  readonly declined: number;
  /** Of all answers, those that came when Discord would have taken them no more. */
  readonly late: number;
  /** Answered twice. */
  readonly doubled: number;
  /** Nothing came. */
  readonly silent: number;
  /** Of the answers proper. */
  readonly median: number;
  readonly p99: number;
  readonly slowest: number;
  /** The bot's resident memory when it ended, in units of 10⁶ bytes. */
  readonly megabytes: number | null;
}

/** Discord forgets an interaction after so long. */
export const FORGOTTEN_AFTER_MS = 3_000;
/** What has not come by then does not come. */
const LAST_WORD_MS = 4_000;
/** Sent in one go, before answers are taken. */
const BATCH = 50;
/** What is said to who has to ask again. */
export const TOO_BUSY = /Too many people are asking/;

/**
 * Sends interactions at a steady rate, whatever becomes of them, and waits for the last.
 * @param questionAt the question of the n-th /ask
 */
export async function runLoad(
  discord: LightDiscord,
  bot: BotProcess,
  { rate, seconds }: { readonly rate: number; readonly seconds: number },
  questionAt: (n: number) => string,
): Promise<LoadFigures> {
  const open = new Set<string>();
  const seen = new Set<string>();
  const times: number[] = [];
  let [sent, declined, late, doubled, all] = [0, 0, 0, 0, 0];
  const collect = () => {
    for (const { id, kind, after, text } of discord.takeAnswers()) {
      if (kind === 'follow-up') continue;
      all += 1;
      if (!open.delete(id)) doubled += Number(seen.has(id));
      seen.add(id);
      if (after > FORGOTTEN_AFTER_MS) late += 1;
      if (kind === 'private' && TOO_BUSY.test(text)) declined += 1;
      else times.push(after);
    }
  };
  const begun = performance.now();
  const wanted = rate * seconds;
  while (sent < wanted) {
    const due = Math.min(wanted, Math.floor(((performance.now() - begun) / 1_000) * rate));
    for (let batch = 0; sent < due && batch < BATCH; batch++) {
      const options = [{ type: 3, name: 'question', value: questionAt(sent) }];
      open.add(discord.send({ type: 2, command: 'ask', options }));
      sent += 1;
    }
    collect();
    await (sent < due ? new Promise((resolve) => setImmediate(resolve)) : sleep(1));
  }
  const end = performance.now() + LAST_WORD_MS;
  while (open.size > 0 && performance.now() < end) {
    await sleep(20);
    collect();
  }
  times.sort((a, b) => a - b);
  const quantile = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN;
  return {
    rate,
    sent,
    answered: times.length,
    declined,
    late,
    doubled,
    silent: sent - (all - doubled),
    median: quantile(0.5),
    p99: quantile(0.99),
    slowest: quantile(1),
    megabytes: await residentMegabytes(bot.child.pid),
  };
}
