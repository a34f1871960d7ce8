import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runBuilt } from '../built.js';
import { type Bot, projectWithExtraCommands, startBot } from './bot.js';
import { endpointOf, startOverHttp } from './botForAll.js';
import { expectGoodManners, isPrivate, plainTextOf, textOf } from './reading.js';
import { type LocalDiscord, startDiscord } from './server.js';

/** Milliseconds within which a stopped bot has to be gone. */
const STOP_WITHIN = 5_000;

let discord: LocalDiscord;
let bot: Bot;
let bots: Bot[] = [];
let project: ReturnType<typeof projectWithExtraCommands>;

beforeEach(async () => {
  project = projectWithExtraCommands();
  discord = await startDiscord();
});
afterEach(async () => {
  await Promise.all(bots.map((one) => one.kill()));
  bots = [];
  await discord.stop();
  project.remove();
});

/** Ended after the test, however it went. */
function kept(started: Bot): Bot {
  bots.push(started);
  return started;
}

/** The slow command is not one that `dateline register` of the project itself knows. */
async function startWithExtraCommands(): Promise<void> {
  bot = kept(await startOverHttp(discord, { project: project.folder }));
  const ask = discord.commands().find(({ name }) => name === 'ask');
  if (!ask) throw new Error('no command was registered');
  const time = { type: 3, name: 'time', description: 'Milliseconds', required: true };
  const slow = { ...ask, id: discord.world.newId(), name: 'slow', description: 'Takes its time', options: [time] };
  discord.world.commands.set('', [...discord.commands(), slow as typeof ask]);
}

const health = async () => {
  const response = await fetch(endpointOf(bot).replace('/interactions', '/healthz'));
  return { status: response.status, body: (await response.json()) as { gateway: string } };
};

describe('a bot that is asked over HTTP alone', () => {
  it('needs no token and no gateway, and is healthy without', async () => {
    bot = kept(await startOverHttp(discord));
    expect(plainTextOf(await discord.runCommand('ask', { question: 'who met Kim' }))).toContain(
      'Kim Jong Un on Thursday',
    );
    expect(discord.identifies).toEqual([]);
    expect(await health()).toMatchObject({ status: 200, body: { gateway: 'off' } });
    expect(bot.output()).not.toContain('Discord is off');
  });

  it('defers an answer that takes long, and fills it in through the webhook', async () => {
    await startWithExtraCommands();
    const answer = await discord.runCommand('slow', { time: '2500' });
    expect(textOf(answer)).toContain('After 2500 ms.');
    expect(discord.interactions.at(-1)?.acknowledgement).toBe(5);
    expect(discord.interactions.at(-1)?.answeredAfter).toBeLessThan(2_500);
    expectGoodManners(discord);
    expect(bot.output()).not.toContain(discord.interactions.at(-1)?.token);
  });

  it('takes it away where the answer turns out to be for the asker alone', async () => {
    await startWithExtraCommands();
    const answer = await discord.runCommand('slow', { time: '1800p' });
    expect(textOf(answer)).toContain('After 1800p ms.');
    expect(isPrivate(answer)).toBe(true);
    expectGoodManners(discord);
  });

  it('finishes what was begun when it is stopped, and every button works on the next one', async () => {
    await startWithExtraCommands();
    const old = await discord.runCommand('ask', { question: 'what did Lavrov say about US policy?' });
    const begun = discord.runCommand('slow', { time: '1200' });
    await bot.says('slow began 1200');
    bot.signal('SIGTERM');
    expect(textOf(await begun)).toContain('After 1200 ms.');
    const { status, after } = await bot.ended();
    expect(status).toBe(0);
    expect(after).toBeLessThan(STOP_WITHIN);

    bot = kept(await startOverHttp(discord));
    const turned = await discord.press(old, '▶');
    expect(turned.id).toBe(old.id);
    expect(isPrivate(await discord.press(turned, 'Context'))).toBe(true);
  }, 40_000);
});

describe('a bot with a token and a public key', () => {
  it('takes interactions over HTTP and mentions over the gateway', async () => {
    bot = kept(startBot(discord, { environment: { DISCORD_PUBLIC_KEY: discord.keys.publicKey } }));
    await bot.says(/is ready/);
    await discord.sendInteractionsTo(endpointOf(bot));
    expect(plainTextOf(await discord.runCommand('ask', { question: 'who met Kim' }))).toContain(
      'Kim Jong Un on Thursday',
    );
    expect(plainTextOf(await discord.mention('who met Kim'))).toContain('Kim Jong Un on Thursday');
    expect(await health()).toMatchObject({ status: 200, body: { gateway: 'connected' } });
  });

  it('is not healthy while the connection is down', async () => {
    bot = kept(startBot(discord, { environment: { DISCORD_PUBLIC_KEY: discord.keys.publicKey } }));
    await bot.says(/is ready/);
    discord.failNext({ delay: 2_000, path: /gateway/, times: 5 });
    discord.invalidateSession();
    const isDown = async () => (await health()).status === 503;
    let wasDown = false;
    for (let i = 0; i < 100 && !wasDown; i++) wasDown = await isDown();
    expect(wasDown).toBe(true);
    await discord.until(() => discord.connected() === 1, 'no new session');
    while (await isDown()) await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await health()).toMatchObject({ status: 200, body: { gateway: 'connected' } });
  }, 40_000);
});

describe('dateline register', () => {
  const register = (environment: Record<string, string> = {}) =>
    runBuilt('cli', ['register'], {
      environment: { DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.apiUrl, ...environment },
    });

  it('registers the commands once, and says where the bot is added to a server', async () => {
    const first = await register({ DISCORD_PUBLIC_KEY: discord.keys.publicKey });
    expect(first).toMatchObject({ status: 0, stderr: '' });
    expect(first.stdout).toMatch(
      /^Registered the commands everywhere\.\n.*https:\/\/discord\.com\/oauth2\/authorize\?/,
    );
    expect((await register()).stdout).toMatch(/^Discord has these commands everywhere already\./);
    expect(discord.requestsTo('PUT', '/applications/:application/commands')).toHaveLength(1);
  });

  it('registers in one server when DISCORD_GUILD_ID names it', async () => {
    const { guildId } = discord.world;
    expect((await register({ DISCORD_GUILD_ID: guildId })).stdout).toContain(`in the server ${guildId}`);
    expect(discord.commands(guildId).map(({ name }) => name)).toContain('ask');
  });

  it.each<[string, Record<string, string>, RegExp]>([
    ['no token', { DISCORD_TOKEN: '' }, /^DISCORD_TOKEN is not set/],
    ['a wrong token', { DISCORD_TOKEN: 'wr0ng.t0ken' }, /^Discord does not accept DISCORD_TOKEN/],
    ['the key of another application', { DISCORD_PUBLIC_KEY: 'ab'.repeat(32) }, /^DISCORD_PUBLIC_KEY is not the key/],
    ['a server without the bot', { DISCORD_GUILD_ID: '123' }, /^The bot is not in the server 123: invite it first/],
    ['no Discord', { DISCORD_API_URL: 'http://127.0.0.1:1/api' }, /^Discord cannot be reached at http:\/\/127/],
  ])('says in one sentence that there is %s', async (_, environment, sentence) => {
    const { status, stderr } = await register(environment);
    expect(stderr).toMatch(sentence);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stderr).not.toContain('wr0ng');
    expect(status).toBe(2);
  });
});
