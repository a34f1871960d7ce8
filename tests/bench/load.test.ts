import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { startLoadedBot } from '../../bench/load/load.js';
import { runLoad } from '../../bench/load/loadRun.js';

const questionAt = (n: number) => `who met Kim on day ${n % 40}`;
/** Longer than Discord waits, so that what comes at its beginning is too late for an answer, however fast the machine. */
const HELD_MS = 3_200;

it('a flood is answered in part, nobody twice, and afterwards everybody is answered', async () => {
  const { discord, bot, stop } = await startLoadedBot();
  try {
    await runLoad(discord, bot, { rate: 10, seconds: 3 }, questionAt);
    // A fast machine would answer any flood that this process can send: so the bot does not get to run while it comes in.
    bot.child.kill('SIGSTOP');
    const flooding = runLoad(discord, bot, { rate: 1_500, seconds: 4 }, questionAt);
    await sleep(HELD_MS);
    bot.child.kill('SIGCONT');
    const flood = await flooding;
    expect(flood.answered).toBeGreaterThan(0);
    expect(flood.declined + flood.silent).toBeGreaterThan(0);
    expect(flood.doubled).toBe(0);
    const after = await runLoad(discord, bot, { rate: 5, seconds: 4 }, questionAt);
    expect(after).toMatchObject({ sent: 20, answered: 20, doubled: 0 });
    expect(bot.output()).toContain('too many requests at once');
  } finally {
    await stop();
  }
}, 120_000);
