import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Bot, startBot } from './bot.js';
import { expectGoodManners, isPrivate, plainTextOf, textOf } from './reading.js';
import { type LocalDiscord, startDiscord } from './server.js';

const CAPTAIN = 'who is the captain of the tug';
/** "Send Messages" and no more. */
const MEMBER = { permissions: '2048' } as const;
/** "Manage Server" and no more. */
const MANAGER = { permissions: '32' } as const;

let corpus = '';
let discord: LocalDiscord;
let bot: Bot;
const start = async (more: Readonly<Record<string, string>> = {}) => {
  bot = startBot(discord, { environment: { CORPUS: corpus, READER: 'off', ...more } });
  await bot.ready();
};
beforeAll(async () => {
  corpus = mkdtempSync(join(tmpdir(), 'dateline-settings-'));
  writeFileSync(join(corpus, 'tug.txt'), 'The captain of the tug is Gail Starling. The tug left Norwick.');
  discord = await startDiscord();
  await start();
});
afterEach(() => expectGoodManners(discord));
afterAll(async () => {
  await bot.kill();
  await discord.stop();
  rmSync(corpus, { recursive: true });
});

const settings = async (options: Record<string, string | boolean> = {}, as: object = MANAGER) =>
  discord.runCommand('corpus settings', options, as);
const ask = async (as: object = {}) => discord.runCommand('ask', { question: CAPTAIN }, as);
const kept = () => join(corpus, '.dateline/servers.json');

describe('/corpus settings', () => {
  it('shows what holds, to those who manage the server', async () => {
    const shown = await settings();
    expect(plainTextOf(shown)).toMatch(
      /min_confidence\n0\.2\n[\s\S]*private_answers\noff\n[\s\S]*Where I answer\neverywhere/,
    );
    expect(isPrivate(shown)).toBe(true);
    for (const as of [MEMBER, { where: 'dm' as const }]) {
      expect(plainTextOf(await settings({ private_answers: 'on' }, as))).toContain('“Manage Server”');
    }
    expect(existsSync(kept())).toBe(false);
  });

  it('sets how sure an answer has to be, in this server alone', async () => {
    expect(plainTextOf(await ask())).not.toContain("don't say");
    expect(plainTextOf(await settings({ min_confidence: '1' }))).toContain('1, set for this server');
    expect(plainTextOf(await ask())).toContain("The articles don't say");
    expect(plainTextOf(await discord.mention(CAPTAIN))).toContain("The articles don't say");
    expect(plainTextOf(await ask({ where: 'dm' }))).not.toContain("don't say");
    await settings({ min_confidence: 'default' });
    expect(plainTextOf(await ask())).not.toContain("don't say");
  });

  it('has answers be for the one who asked alone, over a restart too', async () => {
    await settings({ private_answers: 'on' });
    await bot.kill();
    await start();
    expect(isPrivate(await ask())).toBe(true);
    expect(isPrivate(await ask({ where: 'dm' }))).toBe(false);
    expect(plainTextOf(await discord.mention(CAPTAIN))).toContain('Please ask with /ask');
    await settings({ private_answers: 'off' });
    expect(isPrivate(await ask())).toBe(false);
    await settings({ private_answers: 'default' });
  });

  it('has it answer in some channels alone, and managers set that from anywhere', async () => {
    const { thread, channel } = discord.world.places;
    const set = textOf(await settings({ allow: thread.id }));
    expect(set).toContain(`<#${thread.id}>`);
    expect(textOf(await ask())).toContain(`Please ask in <#${thread.id}>`);
    expect(plainTextOf(await ask({ where: 'thread' }))).toContain('Gail Starling');
    expect(plainTextOf(await ask({ where: 'dm' }))).toContain('Gail Starling');
    await settings({ allow: channel.id });
    expect(plainTextOf(await ask())).toContain('Gail Starling');
    await settings({ disallow: channel.id });
    expect(plainTextOf(await settings({ disallow: channel.id }))).toContain('not among those');
    expect(plainTextOf(await settings({ disallow: thread.id }))).toContain('the last one');
    expect(textOf(await settings({ private_answers: 'on' }, MEMBER))).toContain('I do not answer here');
    await settings({ clear_channels: true });
    expect(plainTextOf(await ask())).toContain('Gail Starling');
  });

  it('takes nothing that is no setting', async () => {
    for (const min_confidence of ['2', '-1', 'sure', '1e-3']) {
      expect(plainTextOf(await settings({ min_confidence }))).toContain('a number from 0 to 1');
    }
    expect(plainTextOf(await settings({ private_answers: 'perhaps' }))).toContain('or say “default”');
    const suggested = await discord.autocomplete('corpus settings', 'private_answers', 'o', {}, MANAGER);
    expect(suggested.map(({ value }) => value)).toEqual(['on', 'off']);
  });

  it('leaves nothing in its file when all is taken back, and never anybody’s id', async () => {
    await settings({ min_confidence: '0.4' }, { ...MANAGER, user: 'Grace' });
    const { id = '' } = discord.world.people.get('Grace') ?? {};
    expect(id).not.toBe('');
    expect(readFileSync(kept(), 'utf8')).toContain('0.4');
    expect(readFileSync(kept(), 'utf8')).not.toContain(id);
    await settings({ min_confidence: 'default' });
    expect(JSON.parse(readFileSync(kept(), 'utf8'))).toEqual({});
  });

  it('takes what .env says for what holds where nothing is set', async () => {
    await bot.kill();
    await start({ MIN_CONFIDENCE: '0.35', PRIVATE_ANSWERS: 'true', ALLOWED_CHANNELS: discord.world.places.thread.id });
    const shown = await settings();
    expect(plainTextOf(shown)).toMatch(/min_confidence\n0\.35\n[\s\S]*private_answers\non\n/);
    expect(textOf(shown)).toContain(`<#${discord.world.places.thread.id}>`);
    await settings({ allow: discord.world.places.channel.id, private_answers: 'off' });
    const reply = await ask();
    expect(plainTextOf(reply)).toContain('Gail Starling');
    expect(isPrivate(reply)).toBe(false);
    await settings({ clear_channels: true });
    expect(textOf(await ask())).toContain('I do not answer here');
  });

  it('says at the start when its file is broken, answers all the same, and keeps the file when something is set', async () => {
    await bot.kill();
    writeFileSync(kept(), '{"12": {"event":');
    await start();
    expect(bot.output()).toContain('it is broken');
    expect(plainTextOf(await ask())).toContain('Gail Starling');
    await settings({ min_confidence: '0.3' });
    expect(readFileSync(`${kept()}.broken`, 'utf8')).toBe('{"12": {"event":');
  });

  it('is there where one event is, and /corpus use is not', () => {
    const names = discord
      .commands()
      .find(({ name }) => name === 'corpus')
      ?.options?.map(({ name }) => name);
    expect(names).toContain('settings');
    expect(names).not.toContain('use');
  });
});
