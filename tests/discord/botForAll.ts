import { afterAll, afterEach, beforeAll, inject } from 'vitest';
import { runBuilt } from '../built.js';
import { type Bot, type BotOptions, startBot } from './bot.js';
import { expectGoodManners } from './reading.js';
import { type LocalDiscord, startDiscord } from './server.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** How interactions come to the bot; see `vitest.config.ts`. */
    interactionsOver: 'gateway' | 'http';
  }
}

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
    use(discord);
    bot = inject('interactionsOver') === 'http' ? await startOverHttp(discord) : await startOnGateway(discord);
  });
  afterEach(() => expectGoodManners(discord));
  afterAll(async () => {
    await bot.kill();
    await discord.stop();
  });
}

/** The bot with a connection to the gateway, which registers its commands itself. */
async function startOnGateway(discord: LocalDiscord): Promise<Bot> {
  const bot = startBot(discord);
  await bot.ready();
  return bot;
}

/** The bot without a token and without a gateway, asked at its own address. */
export async function startOverHttp(
  discord: LocalDiscord,
  options: Pick<BotOptions, 'project' | 'environment'> = {},
): Promise<Bot> {
  const environment = { DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.apiUrl };
  const registered = await runBuilt('cli', ['register'], { environment });
  if (registered.status !== 0) throw new Error(`the commands were not registered: ${registered.stderr}`);
  const bot = startBot(discord, {
    ...options,
    environment: { DISCORD_TOKEN: '', DISCORD_PUBLIC_KEY: discord.keys.publicKey, ...options.environment },
  });
  await bot.says(/is ready/);
  await discord.sendInteractionsTo(endpointOf(bot));
  return bot;
}

/** The address that a bot says that Discord may send interactions to. */
export function endpointOf(bot: Bot): string {
  const url = /\bhttp:\S+\/interactions\b/.exec(bot.output())?.[0];
  if (!url) throw new Error(`the bot has no endpoint:\n${bot.output()}`);
  return url;
}
