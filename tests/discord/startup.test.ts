import { createServer as connectServer, connect as connectTo } from 'node:net';
import { GatewayCloseCodes, GatewayIntentBits } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Bot, type BotOptions, startBot } from './bot.js';
import { expectGoodManners, plainTextOf } from './reading.js';
import { type LocalDiscord, startDiscord } from './server.js';

/** Milliseconds within which a stopped bot has to be gone. */
const STOP_WITHIN = 5_000;
/** … and less than those after which it ends though something hangs, on a busy machine. */
const AT_ONCE = 4_000;

let discord: LocalDiscord;
let bots: Bot[] = [];

function start(options: BotOptions = {}, target: Pick<LocalDiscord, 'token' | 'apiUrl'> = discord): Bot {
  const bot = startBot(target, options);
  bots.push(bot);
  return bot;
}

/** What the bot wrote, but for what it says of its articles and of HTTP: exactly one line, and no trace of a stack. */
function complaintOf(bot: Bot): string {
  const output = bot.output();
  expect(output).not.toMatch(/^\s+at .*:\d+:\d+/m);
  expect(output).not.toContain('node_modules');
  const lines = output.split('\n').filter((line) => line.trim() !== '' && !/Dateline reads|Try it: /.test(line));
  expect(lines).toHaveLength(1);
  return lines[0] ?? '';
}

const puts = () => discord.requestsTo('PUT', '/applications/:application/commands');

beforeEach(async () => {
  discord = await startDiscord();
});
afterEach(async () => {
  await Promise.all(bots.map((bot) => bot.kill()));
  bots = [];
  await discord.stop();
});

describe('a start', () => {
  it('registers the commands once, and not again while they are the same', async () => {
    const first = start();
    await first.ready();
    expect(discord.commands().map(({ name }) => name)).toEqual(
      expect.arrayContaining(['ask', 'quote', 'sources', 'help']),
    );
    expect(puts()).toHaveLength(1);
    await first.kill();
    await start().ready();
    expect(puts()).toHaveLength(1);
    expectGoodManners(discord);
  });

  it('registers again when Discord has other commands', async () => {
    await start().ready();
    const [ask, ...others] = discord.commands();
    discord.world.commands.set('', ask ? [{ ...ask, description: 'An older text' }, ...others] : []);
    await start().ready();
    expect(puts()).toHaveLength(2);
    expect(discord.commands().some(({ description }) => description === 'An older text')).toBe(false);
  });

  it('registers for servers, direct messages and users who installed it themselves', async () => {
    await start().ready();
    for (const { name, contexts, integration_types } of discord.commands()) {
      if (name === 'corpus') continue;
      expect(contexts).toEqual([0, 1, 2]);
      expect(integration_types).toEqual([0, 1]);
    }
  });

  it('registers in one server alone when DISCORD_GUILD_ID names it, once', async () => {
    const { guildId } = discord.world;
    const environment = { DISCORD_GUILD_ID: guildId };
    await start({ environment }).ready();
    expect(discord.commands(guildId).map(({ name }) => name)).toContain('ask');
    expect(discord.commands()).toEqual([]);
    await start({ environment }).ready();
    expect(discord.requestsTo('PUT', '/applications/:application/guilds/:guild/commands')).toHaveLength(1);
    expectGoodManners(discord);
  });

  it('waits to be invited to the server that DISCORD_GUILD_ID names, and has its commands there then', async () => {
    await discord.stop();
    discord = await startDiscord({ isInvited: false });
    const { guildId } = discord.world;
    const bot = start({ environment: { DISCORD_GUILD_ID: guildId } });
    await bot.says(/Invite it/);
    expect(bot.output()).toMatch(/https:\/\/discord\.com\/oauth2\/authorize/);
    discord.invite();
    await discord.until(() => discord.commands(guildId).length > 0, 'the commands did not come');
    const answer = await discord.runCommand('ask', { question: 'who met Kim' });
    expect(plainTextOf(answer)).toContain('Kim Jong Un on Thursday');
  });

  it('prints what it has and the link that invites it', async () => {
    const bot = start();
    await bot.ready();
    await bot.says(new RegExp(`https://discord\\.com/oauth2/authorize\\?\\S*client_id=${discord.world.applicationId}`));
    expect(bot.output()).toMatch(/4 articles/);
    expect(bot.output()).not.toContain(discord.token);
  });

  it('asks for no privileged intent', async () => {
    await start().ready();
    const privileged =
      GatewayIntentBits.MessageContent | GatewayIntentBits.GuildMembers | GatewayIntentBits.GuildPresences;
    expect(discord.identifies.map(({ intents }) => intents & privileged)).toEqual([0]);
  });

  it('waits out a rate limit', async () => {
    discord.failNext({ status: 429, retryAfter: 0.3, method: 'PUT' });
    await start().ready();
    expect(puts().map(({ status }) => status)).toEqual([429, 200]);
  });
});

describe('a start that only the owner can mend is one clear sentence and exit status 78:', () => {
  it('a wrong token', async () => {
    const token = 'MTIzNDU2.wrong-token.abcdef';
    const bot = start({}, { token, apiUrl: discord.apiUrl });
    expect(await bot.ended()).toMatchObject({ status: 78 });
    expect(complaintOf(bot)).toMatch(/DISCORD_TOKEN/);
    expect(bot.output()).not.toContain(token);
  });

  it('a token that is no longer good when the connection opens', async () => {
    discord.refuseNextIdentify(GatewayCloseCodes.AuthenticationFailed);
    const bot = start();
    expect(await bot.ended()).toMatchObject({ status: 78 });
    expect(complaintOf(bot)).toMatch(/DISCORD_TOKEN/);
    expect(bot.output()).not.toContain(discord.token);
  });

  it('a missing intent', async () => {
    discord.refuseNextIdentify(GatewayCloseCodes.DisallowedIntents);
    const bot = start();
    expect(await bot.ended()).toMatchObject({ status: 78 });
    expect(complaintOf(bot)).toMatch(/intent/i);
  });

  it('the public key of another application', async () => {
    const bot = start({ environment: { DISCORD_PUBLIC_KEY: 'ab'.repeat(32) } });
    expect(await bot.ended()).toMatchObject({ status: 78 });
    expect(bot.output()).toMatch(/DISCORD_PUBLIC_KEY is not the key of the application/);
  });
});

describe('a start without its corpus', () => {
  it('is one clear sentence and exit status 1, since a disk may come back', async () => {
    const bot = start({ environment: { CORPUS: '/nowhere/at/all' } });
    expect(await bot.ended()).toMatchObject({ status: 1 });
    expect(complaintOf(bot)).toContain('/nowhere/at/all');
    expect(discord.requests).toEqual([]);
  });
});

describe('a start while Discord is not there goes on trying, says why once, and connects when it is back:', () => {
  const saysOf = (bot: Bot, sentence: RegExp) => bot.output().match(new RegExp(sentence, 'g')) ?? [];

  it('nobody listens there', async () => {
    const port = await freePort();
    const bot = start({}, { token: discord.token, apiUrl: `http://127.0.0.1:${port}/api` });
    await bot.says(/Discord cannot be reached at \S+ \(ECONNREFUSED\): check the network/);
    const back = connectServer((socket) => {
      const there = connectTo(Number(new URL(discord.apiUrl).port), '127.0.0.1');
      socket
        .on('error', () => there.destroy())
        .pipe(there.on('error', () => socket.destroy()))
        .pipe(socket);
    });
    await new Promise<void>((resolve) => back.listen(port, '127.0.0.1', resolve));
    await bot.ready();
    await bot.kill();
    back.close();
    expect(saysOf(bot, /cannot be reached/)).toHaveLength(1);
    expect(bot.output()).not.toContain(discord.token);
  });

  it('a name that leads nowhere', async () => {
    const bot = start({}, { token: discord.token, apiUrl: 'http://no-such-host.invalid/api' });
    await bot.says(/Discord cannot be reached at http:\/\/no-such-host\.invalid/);
    bot.signal('SIGTERM');
    const { status, after } = await bot.ended();
    expect(status).toBe(0);
    expect(after).toBeLessThan(AT_ONCE);
  });

  it('it is down', async () => {
    discord.failNext({ status: 503, times: 6, path: /gateway/ });
    const bot = start();
    await bot.ready();
    expect(saysOf(bot, /refused with status 503/)).toHaveLength(1);
  });

  it('a page to sign in at answers in its place', async () => {
    discord.failNext({ status: 200, page: '<html>Welcome to our network</html>', path: /gateway/ });
    discord.failNext({ status: 401, page: '<html>Sign in</html>', path: /gateway/ });
    const bot = start();
    await bot.ready();
    expect(saysOf(bot, /is not Discord's API, but perhaps a page of the network/)).toHaveLength(1);
    expect(bot.output()).not.toContain('<html>');
  });

  it('it gives something else than it should', async () => {
    discord.failNext({ status: 200, page: '{"url":7}', path: /gateway/ });
    const bot = start();
    await bot.ready();
    expect(saysOf(bot, /is not Discord's API/)).toHaveLength(1);
  });

  it('the commands cannot be registered yet: questions are answered meanwhile', async () => {
    discord.failNext({ status: 500, times: 3, method: 'GET', path: /commands$/ });
    const bot = start();
    await bot.says(/the commands could not be registered; trying again/);
    await bot.ready();
    expect(plainTextOf(await discord.runCommand('ask', { question: 'who met Kim' }))).toContain('Kim Jong Un');
  });

  it('it lets the bot begin no more connections today: that is said, none is begun, and a stop is at once', async () => {
    discord.world.sessionsLeft = 0;
    const bot = start();
    await bot.says(/Discord lets this bot begin no more connections today.*It connects in 1440 min\./);
    bot.signal('SIGTERM');
    const { status, after } = await bot.ended();
    expect(status).toBe(0);
    expect(after).toBeLessThan(AT_ONCE);
    expect(discord.identifies).toEqual([]);
  });

  it('the gateway takes the connection and says nothing: it is ended at once by a stop, and HTTP is served', async () => {
    discord.keepSilentOn('hello');
    const bot = start();
    await bot.says(/Try it: http/);
    const url = /Try it: (http:\/\/[\w.:]+)/.exec(bot.output())?.[1];
    await discord.until(() => discord.requestsTo('GET', '/gateway/bot').length === 1, 'it did not ask');
    const health = await fetch(`${url}/healthz`);
    expect(health.status).toBe(503);
    expect(await health.json()).toMatchObject({ gateway: 'connecting', notReady: ['Discord is not connected'] });
    bot.signal('SIGTERM');
    const { status, after } = await bot.ended();
    expect(status).toBe(0);
    expect(after).toBeLessThan(AT_ONCE);
  });

  it('the gateway never lets it in: it waits for a READY, and then tries ever more seldom', async () => {
    discord.keepSilentOn('ready');
    const bot = start();
    await bot.says(/The connection to Discord fails \(Discord did not let the bot in\)/, 40_000);
    expect(discord.identifies).toHaveLength(1);
    discord.keepSilentOn(null);
    await bot.ready();
  }, 120_000);
});

describe('a stop', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)('by %s closes the connection and exits 0 within 5 s', async (signal) => {
    const bot = start();
    await bot.ready();
    bot.signal(signal);
    const { status, after } = await bot.ended();
    expect(status).toBe(0);
    expect(after).toBeLessThan(STOP_WITHIN);
    expect(discord.connected()).toBe(0);
    expect(discord.sessions()).toBe(0);
  });

  it('while the connection is down exits 0 too', async () => {
    const bot = start();
    await bot.ready();
    discord.dropSocket();
    await discord.until(() => discord.connected() === 0, 'the socket stayed open');
    bot.signal('SIGTERM');
    const { status, after } = await bot.ended();
    expect(status).toBe(0);
    expect(after).toBeLessThan(STOP_WITHIN);
  });

  it('during the start exits 0 too', async () => {
    discord.failNext({ delay: 2_000, path: /gateway/ });
    const bot = start();
    await discord.until(() => discord.requests.length > 0, 'the bot did not call');
    bot.signal('SIGTERM');
    const { status, after } = await bot.ended();
    expect(status).toBe(0);
    expect(after).toBeLessThan(STOP_WITHIN);
  });
});

describe('a token that is reset while the bot runs', () => {
  it('ends it with one clear sentence and exit status 78', async () => {
    const bot = start();
    await bot.ready();
    discord.closeSockets(GatewayCloseCodes.AuthenticationFailed);
    expect(await bot.ended()).toMatchObject({ status: 78 });
    expect(bot.output()).toMatch(/DISCORD_TOKEN/);
    expect(bot.output()).not.toContain(discord.token);
  });
});

/** A port where nobody listens. */
async function freePort(): Promise<number> {
  const server = connectServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 1;
}
