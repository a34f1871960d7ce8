import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { APIMessage } from 'discord.js';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Bot, startBot } from './bot.js';
import { expectGoodManners, labelsOf, plainTextOf } from './reading.js';
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

  it('reads each again when it changes, and finds a new one at SIGHUP', async () => {
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
