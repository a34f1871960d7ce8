import { afterAll, afterEach, beforeAll } from 'vitest';
import { type Bot, startBot } from './bot.js';
import { expectGoodManners } from './reading.js';
import { type LocalDiscord, startDiscord } from './server.js';

/**
 * Starts a local Discord and the bot on it, once for all tests of a file, and ends both after them. After each test the bot
 * must not have done what Discord forbids.
 * @param use gets the local Discord before the first test
 */
export function startBotForAll(use: (discord: LocalDiscord) => void): void {
  let discord: LocalDiscord;
  let bot: Bot;
  beforeAll(async () => {
    discord = await startDiscord();
    bot = startBot(discord);
    use(discord);
    await bot.ready();
  });
  afterEach(() => expectGoodManners(discord));
  afterAll(async () => {
    await bot.kill();
    await discord.stop();
  });
}
