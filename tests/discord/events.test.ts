import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { APIMessage } from 'discord.js';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Bot, startBot } from './bot.js';
import { expectGoodManners, isPrivate, labelsOf, plainTextOf, textOf } from './reading.js';
import { type LocalDiscord, startDiscord } from './server.js';

const TUGS = [
  ' date 2024-03-05 Ferry runs aground\n\nThe captain of the tug is Gail Starling. The tug left Norwick on Tuesday.\n',
  ' date 2024-03-06 Tug tows ferry\n\nGail Starling is captain of an old tug. The tug left Norwick at dawn.\n',
];
const BRIDGE =
  ' date 2024-05-02 Bridge closes\n\nThe builder of the bridge is Omar Fenwick. “We will mend it,” Omar Fenwick said.\n';

let place = '';
let discord: LocalDiscord;
let bot: Bot;
const start = async () => {
  const environment = { CORPUS: '', CORPORA: join(place, 'events/*'), READER: 'off' };
  bot = startBot(discord, { environment });
  await bot.ready();
};
beforeAll(async () => {
  place = mkdtempSync(join(tmpdir(), 'dateline-events-'));
  for (const event of ['harbour', 'bridge']) mkdirSync(join(place, 'events', event), { recursive: true });
  for (const [at, tug] of TUGS.entries()) writeFileSync(join(place, `events/harbour/tug${at}.txt`), tug);
  writeFileSync(join(place, 'events/bridge/bridge.txt'), BRIDGE);
  discord = await startDiscord();
  await start();
});
afterEach(() => expectGoodManners(discord));
afterAll(async () => {
  await bot.kill();
  await discord.stop();
  rmSync(place, { recursive: true });
});

const CAPTAIN = 'who is the captain of the tug';
const BUILDER = 'who is the builder of the bridge';
const ask = async (options: Record<string, string>, as: object = {}) => discord.runCommand('ask', options, as);
const footerOf = (message: APIMessage) => message.embeds[0]?.footer?.text ?? '';

describe('a bot with several events', () => {
  it('says at its start which there are', () => {
    expect(bot.output()).toContain('2 events: bridge, harbour.');
  });

  it('answers from the first by name, and says which that is', async () => {
    const reply = await ask({ question: BUILDER });
    expect(plainTextOf(reply)).toContain('Omar Fenwick');
    expect(footerOf(reply)).toContain('Event: bridge');
    const direct = await ask({ question: CAPTAIN }, { where: 'dm' });
    expect(plainTextOf(direct)).not.toContain('Gail Starling');
    expect(footerOf(direct)).toContain('Event: bridge');
  });

  it('answers from the one that is chosen, in any capitals', async () => {
    const reply = await ask({ question: CAPTAIN, event: 'Harbour' });
    expect(plainTextOf(reply)).toContain('Gail Starling');
    expect(footerOf(reply)).toMatch(/^1 of \d · Event: harbour$/);
  });

  it('does so with every command that asks the articles', async () => {
    const quoted = await discord.runCommand('quote', { speaker: 'Fenwick', event: 'bridge' });
    expect(plainTextOf(quoted)).toContain('We will mend it');
    for (const [name, options] of [
      ['timeline', {}],
      ['compare', { topic: 'the tug' }],
      ['sources', {}],
    ] as const) {
      const reply = await discord.runCommand(name, { ...options, event: 'harbour' });
      expect(plainTextOf(reply)).toMatch(/tug|ferry/i);
      expect(footerOf(reply)).toContain('Event: harbour');
    }
  });

  it('says what there is to who asks one that is not there', async () => {
    const reply = await ask({ question: CAPTAIN, event: 'flood' });
    expect(plainTextOf(reply)).toContain('no event “flood” here. There are bridge, harbour.');
  });

  it('suggests the events, misspelt ones too, and what the chosen one has', async () => {
    const names = async (typed: string) =>
      (await discord.autocomplete('ask', 'event', typed, { question: 'x' })).map(({ value }) => value);
    expect(await names('')).toEqual(['bridge', 'harbour']);
    expect(await names('harb')).toEqual(['harbour']);
    expect(await names('brigde')).toContain('bridge');
    const speakers = async (event: string) =>
      (await discord.autocomplete('quote', 'speaker', '', { event })).map(({ value }) => value);
    expect(await speakers('bridge')).toEqual(['Omar Fenwick']);
    expect(await speakers('harbour')).toEqual([]);
  });

  it('lists them in /help', async () => {
    const help = plainTextOf(await discord.runCommand('help', {}));
    expect(help).toContain('There are several events: bridge, harbour.');
    expect(help).toContain('[event]');
  });

  it('turns the pages of the event that a reply is from, after a restart too', async () => {
    const reply = await ask({ question: CAPTAIN, event: 'harbour' });
    expect(labelsOf(reply)).toContain('Context');
    await bot.kill();
    await start();
    const around = await discord.press(reply, 'Context');
    expect(plainTextOf(around)).toContain('The tug left Norwick');
    expect(footerOf(around)).toContain('Event: harbour');
    const turned = await discord.press(reply, '▶');
    expect(footerOf(turned)).toMatch(/^2 of \d · Event: harbour$/);
    expect(plainTextOf(turned)).toContain('left Norwick');
  });
});

describe('a follow-up', () => {
  it('is asked of the event that answered before', async () => {
    const before = await ask({ question: CAPTAIN, event: 'harbour' });
    const asked = discord.say(`<@${discord.world.bot.id}> and when?`, { replyTo: before });
    const answer = () =>
      [...discord.world.messages.values()].find(({ message_reference: to }) => to?.message_id === asked.id);
    await discord.until(() => answer() !== undefined, 'no reply');
    expect(footerOf(answer() ?? before)).toContain('Event: harbour');
  });
});

/** "Send Messages" and no more. */
const MEMBER = { permissions: '2048' } as const;
/** "Manage Server" and no more. */
const MANAGER = { permissions: '32' } as const;
const use = async (options: Record<string, string | boolean>, as: object = MANAGER) =>
  discord.runCommand('corpus use', options, as);
const captainIn = async (as: object = {}) => plainTextOf(await ask({ question: CAPTAIN }, as));

describe('/corpus use', () => {
  it('binds the server to an event, which then answers commands, mentions and menus there, and not elsewhere', async () => {
    const done = await use({ event: 'harbour' });
    expect(plainTextOf(done)).toContain('“harbour” answers on this server');
    expect(isPrivate(done)).toBe(true);
    expect(await captainIn()).toContain('Gail Starling');
    expect(plainTextOf(await discord.mention(CAPTAIN))).toContain('Gail Starling');
    const claim = discord.say('The captain of the tug is Gail Starling.');
    const found = await discord.contextMenu('Find in sources', claim);
    expect(plainTextOf(found)).toContain('These lines say so');
    expect(footerOf(found)).toContain('Event: harbour');
    expect(await captainIn({ where: 'dm' })).not.toContain('Gail Starling');
    expect(plainTextOf(await ask({ question: BUILDER, event: 'bridge' }))).toContain('Omar Fenwick');
  });

  it('binds a channel with its threads, and one thread before its channel', async () => {
    await use({ event: 'bridge' });
    const { channel, thread } = discord.world.places;
    await use({ event: 'harbour', channel: channel.id });
    expect(await captainIn()).toContain('Gail Starling');
    expect(await captainIn({ where: 'thread' })).toContain('Gail Starling');
    const shown = textOf(await use({ event: 'bridge', for: 'channel' }, { ...MANAGER, where: 'thread' }));
    expect(shown).toContain(`**harbour**\n<#${channel.id}>`);
    expect(shown).toContain(`**bridge**\n<#${thread.id}>`);
    expect(await captainIn({ where: 'thread' })).not.toContain('Gail Starling');
  });

  it('is kept over a restart, and tells what is chosen', async () => {
    await bot.kill();
    await start();
    expect(await captainIn()).toContain('Gail Starling');
    expect(plainTextOf(await use({}))).toMatch(/What is chosen so far:[\s\S]*This server\nbridge/);
  });

  it('is taken back', async () => {
    const { channel, thread } = discord.world.places;
    for (const { id } of [channel, thread]) await use({ clear: true, channel: id });
    await use({ event: 'harbour' });
    await use({ clear: true });
    expect(plainTextOf(await use({}))).toContain('bridge, the first by name');
    expect(await captainIn()).not.toContain('Gail Starling');
  });

  it('takes no event and no place that is not there', async () => {
    expect(plainTextOf(await use({ event: 'flood' }))).toContain('There are bridge, harbour.');
    expect(plainTextOf(await use({ event: 'bridge', for: 'galaxy' }))).toContain('not for “galaxy”');
    const suggested = await discord.autocomplete('corpus use', 'event', 'har', {}, MANAGER);
    expect(suggested.map(({ value }) => value)).toEqual(['harbour']);
  });

  it('is for those who manage a server', async () => {
    for (const as of [MEMBER, { where: 'dm' as const }]) {
      expect(plainTextOf(await use({ event: 'harbour' }, as))).toContain('“Manage Server”');
    }
  });

  it('has the other /corpus commands act on what a channel is bound to, or on event:', async () => {
    await use({ event: 'harbour' });
    const file = { name: 'mate.txt', content: 'The mate of the tug is Ines Roth.' };
    const added = await discord.runCommand('corpus add', { file }, MANAGER);
    expect(footerOf(added)).toBe('Event: harbour');
    expect(existsSync(join(place, 'events/harbour/mate.txt'))).toBe(true);
    await discord.runCommand('corpus undo', { event: 'harbour' }, MANAGER);
    expect(existsSync(join(place, 'events/harbour/mate.txt'))).toBe(false);
    const status = await discord.runCommand('corpus status', { event: 'bridge' }, MANAGER);
    expect(plainTextOf(status)).toContain('2 May 2024');
    await use({ clear: true });
  });

  it('falls back where its event is gone, and says so', async () => {
    mkdirSync(join(place, 'events/quay'));
    writeFileSync(join(place, 'events/quay/quay.txt'), 'The quay is long.');
    bot.signal('SIGHUP');
    await bot.says('events/quay: 1 article');
    await use({ event: 'quay' });
    rmSync(join(place, 'events/quay'), { recursive: true });
    bot.signal('SIGHUP');
    await bot.says('The event quay is gone');
    const reply = await ask({ question: BUILDER });
    expect(plainTextOf(reply)).toContain('Omar Fenwick');
    expect(footerOf(reply)).toContain('Event: bridge (“quay” is not here any more)');
    await use({ clear: true });
  });
});

describe('several events that change', () => {
  it('are read again each by itself, and a new one is found at SIGHUP', async () => {
    writeFileSync(join(place, 'events/bridge/second.txt'), 'The engineer of the bridge is Lena Ostrow.');
    await bot.says('bridge: The articles were read again: 2 by now');
    const reply = await ask({ question: 'who is the engineer of the bridge' });
    expect(plainTextOf(reply)).toContain('Lena Ostrow');
    mkdirSync(join(place, 'events/flood'));
    writeFileSync(join(place, 'events/flood/river.txt'), 'The mayor of Wendham is Tim Ardley.');
    bot.signal('SIGHUP');
    await bot.says('events/flood: 1 article');
    const flood = await ask({ question: 'who is the mayor of Wendham', event: 'flood' });
    expect(plainTextOf(flood)).toContain('Tim Ardley');
    const lost = await ask({ question: 'who is the mayor of Wendham', event: 'flood' });
    rmSync(join(place, 'events/flood'), { recursive: true });
    bot.signal('SIGHUP');
    await bot.says('The event flood is gone');
    const gone = await discord.press(lost, 'Context');
    expect(plainTextOf(gone)).toContain('“flood”, is not here any more');
  });
});
