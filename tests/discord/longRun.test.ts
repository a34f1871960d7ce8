import { closeSync, openSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Bot, type BotOptions, startBot } from './bot.js';
import { expectGoodManners, plainTextOf, textOf } from './reading.js';
import { type LocalDiscord, startDiscord } from './server.js';

/** Milliseconds in which a second answer would long have come. */
const LONG_ENOUGH = 600;
/** For a start, and for a test with one of its own, on a busy machine. */
const START_PATIENCE = 60_000;
const LONG_TEST = 120_000;
const ENVIRONMENT = { READER: 'off' };

let discord: LocalDiscord;
let bot: Bot;

const whoMetKim = () => discord.runCommand('ask', { question: 'who met Kim' });
const botMessages = () =>
  [...discord.world.messages.values()].filter(({ author }) => author.id === discord.world.bot.id);
const linesWith = (text: string) =>
  bot
    .output()
    .split('\n')
    .filter((line) => line.includes(text));

beforeAll(async () => {
  discord = await startDiscord();
  bot = startBot(discord, { environment: ENVIRONMENT });
  await bot.ready();
}, START_PATIENCE);
afterAll(async () => {
  await bot.kill();
  await discord.stop();
});

describe('the log', () => {
  it('has one stream, of a JSON object a line', async () => {
    await bot.says('Dateline is on Discord');
    for (const line of bot.output().trim().split('\n')) expect(JSON.parse(line)).toHaveProperty('time');
  });

  it('has one line for a lost connection and one for its return, with how long it was away', async () => {
    discord.dropSocket();
    await bot.says('connected to Discord again after');
    expect(linesWith('the connection to Discord was lost')).toHaveLength(1);
    const [back = ''] = linesWith('connected to Discord again');
    expect(JSON.parse(back)).toMatchObject({ level: 'info', awayMs: expect.any(Number) });
    expect(back).toContain('nothing was missed');
  });

  it('says of an answer which interaction, server and command it was, and not who asked what', async () => {
    await discord.runCommand('ask', { question: 'who met Kim at the lighthouse' }, { user: 'Maya' });
    const interaction = discord.interactions.at(-1);
    await bot.says(`"interaction":"${interaction?.id}"`);
    const [line = ''] = linesWith(`"interaction":"${interaction?.id}"`);
    expect(JSON.parse(line)).toMatchObject({ level: 'info', server: discord.world.guildId, command: 'ask' });
    expect(bot.output()).not.toContain('lighthouse');
    expect(bot.output()).not.toContain(discord.world.people.get('Maya')?.id);
  });
});

describe('an answer', () => {
  afterEach(() => expectGoodManners(discord));

  it('comes when the connection for it was closed by the other side', async () => {
    discord.failNext({ path: /callback$/, cut: 'before' });
    expect(plainTextOf(await whoMetKim())).toContain('Kim Jong Un on Thursday');
  });

  it('comes after one 401, to a mention too', async () => {
    discord.failNext({ status: 401, message: '401: Unauthorized', path: /typing|messages$/ });
    discord.say(`<@${discord.world.bot.id}> who met Kim`);
    await bot.says('a reply could not be delivered');
    expect(plainTextOf(await discord.mention('who met Kim'))).toContain('Kim Jong Un on Thursday');
  });

  it('to a mention is one, though its receipt was lost and the mention comes again', async () => {
    const before = botMessages().length;
    discord.failNext({ path: /messages$/, method: 'POST', cut: 'after' });
    const asked = discord.say(`<@${discord.world.bot.id}> who met Kim`);
    await discord.until(() => botMessages().length > before, 'no reply');
    discord.dispatch('MESSAGE_CREATE', { ...asked, guild_id: discord.world.guildId });
    await sleep(LONG_ENOUGH);
    expect(botMessages()).toHaveLength(before + 1);
  });

  it('to an interaction is one, though the event comes twice', async () => {
    const answered = discord.requestsTo('POST', '/interactions/:id/:token/callback').length;
    discord.repeatNextInteraction();
    await whoMetKim();
    await sleep(LONG_ENOUGH);
    expect(discord.requestsTo('POST', '/interactions/:id/:token/callback')).toHaveLength(answered + 1);
  });

  it('to a direct message without a command says that only commands work, once', async () => {
    const before = botMessages().length;
    discord.say('who met Kim', { where: 'dm' });
    await discord.until(() => botMessages().length > before, 'no reply');
    expect(botMessages().slice(before).map(textOf)).toEqual([
      'In direct messages I answer commands only, such as /ask; /help lists them.',
    ]);
    discord.say('hello?', { where: 'dm' });
    await sleep(LONG_ENOUGH);
    expect(botMessages()).toHaveLength(before + 1);
  });
});

describe('what is not as Discord sends it', () => {
  it.each([
    ['INTERACTION_CREATE', null],
    ['INTERACTION_CREATE', { id: '1', type: 2, data: null }],
    ['INTERACTION_CREATE', { id: '2', type: 3, message: { author: null } }],
    ['MESSAGE_CREATE', { id: '3' }],
    ['GUILD_CREATE', { id: 7 }],
    ['MESSAGE_UPDATE', null],
    ['NO_SUCH_EVENT', [[]]],
  ])('as %s of %j, ends nothing', async (event, data) => {
    discord.dispatch(event, data);
    expect(plainTextOf(await whoMetKim())).toContain('Kim Jong Un on Thursday');
  });

  it.each(['[]', '{', '{"op":9,"d":null}', '{"op":0,"t":"READY","s":1,"d":null}', '{"op":"x"}', '{"op":0}'])(
    'as the frame %s, ends nothing',
    async (frame) => {
      discord.sendFrame(frame);
      await sleep(20);
      await discord.until(() => discord.connected() === 1, 'no connection', 20_000);
      expect(plainTextOf(await whoMetKim())).toContain('Kim Jong Un on Thursday');
    },
    30_000,
  );

  it('is a line each, without a stack of more than it needs', () => {
    expect(linesWith('an event could not be read').length).toBeGreaterThan(2);
    for (const line of linesWith('an event could not')) expect(line.length).toBeLessThan(500);
  });
});

describe('no error that can be provoked', () => {
  it("writes a token, a key or an interaction's address into the log", async () => {
    discord.failNext({ status: 404, code: 10_062, message: 'Unknown interaction', path: /callback$/ });
    await expect(whoMetKim()).rejects.toThrow('did not respond');
    discord.failNext({ status: 500, times: 3, path: /callback$/ });
    await expect(whoMetKim()).rejects.toThrow('did not respond');
    discord.failNext({ status: 403, message: `no ${discord.token}`, path: /messages$/, method: 'POST' });
    discord.say(`<@${discord.world.bot.id}> who met Kim`);
    await bot.says('[hidden]');
    expect(bot.output()).not.toContain(discord.token);
    for (const { token } of discord.interactions) expect(bot.output()).not.toContain(token);
  });
});

describe('two Datelines with one token', () => {
  it(
    'answer once, and say that there are two',
    async () => {
      const local = await startDiscord();
      const two = [startBot(local, { environment: ENVIRONMENT }), startBot(local, { environment: ENVIRONMENT })];
      try {
        for (const one of two) await one.ready();
        for (let i = 0; i < 8; i++) await local.runCommand('ask', { question: 'who met Kim' });
        await local.mention('who met Kim');
        const outputs = () => two.map((one) => one.output()).join('');
        await local.until(
          () => outputs().includes('another Dateline seems to run with this DISCORD_TOKEN'),
          'nothing said',
        );
        const answers = [...local.world.messages.values()].filter(({ author }) => author.id === local.world.bot.id);
        expect(answers).toHaveLength(9);
      } finally {
        await Promise.all(two.map((one) => one.kill()));
        await local.stop();
      }
    },
    LONG_TEST,
  );
});

describe('a log that cannot be written', () => {
  const answersWith = async (options: BotOptions) => {
    const local = await startDiscord();
    const other = startBot(local, { environment: ENVIRONMENT, ...options });
    try {
      await local.until(() => local.commands().length > 0, 'it did not come', START_PATIENCE);
      for (let i = 0; i < 1_500; i++) local.dispatch('INTERACTION_CREATE', null);
      await sleep(1_500);
      expect(plainTextOf(await local.runCommand('ask', { question: 'who met Kim' }))).toContain('Kim Jong Un');
      other.signal('SIGTERM');
      expect(await other.ended(5_000)).toMatchObject({ status: 0 });
    } finally {
      await other.kill();
      await local.stop();
    }
  };

  it(
    'since nobody reads it, holds no answer up, nor the end',
    () => answersWith({ standardError: 'unread' }),
    LONG_TEST,
  );

  it(
    'since its reader is gone, holds no answer up, nor the end',
    () => answersWith({ standardError: 'gone' }),
    LONG_TEST,
  );

  it(
    'since the disk is full, holds no answer up, nor the end',
    async () => {
      const full = openSync('/dev/full', 'w');
      await answersWith({ standardError: full });
      closeSync(full);
    },
    LONG_TEST,
  );
});
