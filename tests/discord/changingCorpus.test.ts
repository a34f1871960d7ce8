import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Bot, startBot } from './bot.js';
import { expectGoodManners, plainTextOf } from './reading.js';
import { type LocalDiscord, startDiscord } from './server.js';

let folder = '';
let discord: LocalDiscord;
let bot: Bot;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-changing-'));
  writeFileSync(join(folder, 'ferry.txt'), 'The ferry ran aground off Norwick on Tuesday.');
  discord = await startDiscord();
  bot = startBot(discord, { environment: { CORPUS: folder, READER: 'off' } });
  await bot.ready();
});
afterEach(() => expectGoodManners(discord));
afterAll(async () => {
  await bot.kill();
  await discord.stop();
  rmSync(folder, { recursive: true });
});

const whoIsCaptain = async () =>
  plainTextOf(await discord.runCommand('ask', { question: 'who is the captain of the tug' }));

describe('a corpus that changes while the bot is on Discord', () => {
  it('answers from an article that was dropped in, without a restart', async () => {
    expect(await whoIsCaptain()).not.toContain('Gail Starling');
    writeFileSync(join(folder, 'tug.txt'), 'The captain of the tug is Gail Starling.');
    await bot.says('read again: 2 by now');
    expect(await whoIsCaptain()).toContain('Gail Starling');
  });

  it('is read again at SIGHUP, which ends nothing', async () => {
    const before = bot.output().split('read again').length;
    bot.signal('SIGHUP');
    await discord.until(() => bot.output().split('read again').length > before, 'it was not read again');
    expect(await whoIsCaptain()).toContain('Gail Starling');
  });
});
