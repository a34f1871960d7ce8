import { expect, it } from 'vitest';
import { startLoadedBot } from '../../bench/load/load.js';
import { runLoad } from '../../bench/load/loadRun.js';

const questionAt = (n: number) => `who met Kim on day ${n % 40}`;

it('a flood is answered in part, nobody twice, and afterwards everybody is answered', async () => {
  const { discord, bot, stop } = await startLoadedBot();
  try {
    await runLoad(discord, bot, { rate: 10, seconds: 3 }, questionAt);
    const flood = await runLoad(discord, bot, { rate: 3_000, seconds: 2 }, questionAt);
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
