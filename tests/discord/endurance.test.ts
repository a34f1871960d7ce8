import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bot, startBot } from './bot.js';
import { type LocalDiscord, startDiscord } from './server.js';

/** Beyond Discord's, so that what it brings again late still shows whether it is answered. */
const DEADLINE = 30_000;

let discord: LocalDiscord;
let bot: Bot;

beforeAll(async () => {
  discord = await startDiscord({ deadline: DEADLINE, heartbeatInterval: 500 });
  bot = startBot(discord);
  await bot.ready();
});
afterAll(async () => {
  await bot.kill();
  await discord.stop();
});

const ask = (question = 'who met Kim') => discord.runCommand('ask', { question });

/** Waits until the bot has been asked once and answered, and gives nothing twice. */
async function allAnswered(asked: readonly Promise<unknown>[]): Promise<void> {
  expect((await Promise.allSettled(asked)).filter(({ status }) => status === 'rejected')).toEqual([]);
  expect(discord.rejected()).toEqual([]);
}

describe('each interaction is answered once', () => {
  it('when the socket drops again and again', async () => {
    const asked: Promise<unknown>[] = [];
    for (let time = 0; time < 5; time++) {
      discord.dropSocket();
      asked.push(ask(), ask());
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
    await allAnswered(asked);
  }, 60_000);

  it('when nothing comes through for a while', async () => {
    discord.become({ isCutOff: true });
    const asked = [1, 2, 3, 4, 5].map(() => ask());
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    discord.become({ isCutOff: false });
    await allAnswered(asked);
  }, 60_000);

  it('when heartbeats are not acknowledged', async () => {
    const before = discord.resumes.length;
    discord.become({ acknowledges: false });
    await discord.until(() => discord.resumes.length > before, 'the dead connection was kept');
    discord.become({ acknowledges: true });
    await allAnswered([ask(), ask()]);
  }, 60_000);

  it.each([4_000, 4_001, 4_002, 4_009])(
    'when Discord closes with %i',
    async (code) => {
      discord.closeSockets(code);
      await allAnswered([ask(), ask()]);
    },
    60_000,
  );
});
