import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { runBuilt } from '../built.js';
import { type Bot, startBot } from './bot.js';
import { expectGoodManners, isPrivate, labelsOf, plainTextOf } from './reading.js';
import { type LocalDiscord, startDiscord } from './server.js';

const YES = 'This answers it';
const NO = 'It doesn’t';

let corpus = '';
let discord: LocalDiscord;
let bot: Bot;
const start = () =>
  startBot(discord, { environment: { CORPUS: corpus, READER: 'off', KEEP_GAPS: 'true', FEEDBACK: 'true' } });
beforeAll(async () => {
  corpus = mkdtempSync(join(tmpdir(), 'dateline-gaps-'));
  writeFileSync(
    join(corpus, 'ferry.txt'),
    ' date 2024-03-05 Ferry runs aground\n\nThe ferry ran aground off Norwick on Tuesday.\n',
  );
  discord = await startDiscord();
  bot = start();
  await bot.ready();
});
afterEach(() => expectGoodManners(discord));
afterAll(async () => {
  await bot.kill();
  await discord.stop();
  rmSync(corpus, { recursive: true });
});

const gaps = async () => plainTextOf(await discord.runCommand('corpus gaps'));
const answered = () => discord.runCommand('ask', { question: 'where did the ferry run aground' });

describe('KEEP_GAPS', () => {
  it('keeps what was asked and not answered, by command and by mention, and not who asked', async () => {
    await discord.runCommand('ask', { question: 'Who owns the tug?' }, { user: 'Grace' });
    await discord.mention('who owned the tug', { user: 'Grace' });
    await answered();
    const file = join(corpus, '.dateline/gaps.json');
    const kept = () => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : []);
    await discord.until(() => kept()[0]?.count === 2, 'it was not counted twice');
    expect(kept()).toEqual([{ question: 'Who owns the tug?', count: 2, lastDay: expect.any(String) }]);
    expect(await gaps()).toMatch(/2 × “Who owns the tug\?”, last on \d{4}/);
    const listed = await runBuilt('cli', ['gaps', '--corpus', corpus]);
    expect(listed.stdout).toContain('2 × “Who owns the tug?”');
  });

  it('is told to everybody in /help, as is what is counted', async () => {
    const help = plainTextOf(await discord.runCommand('help', {}, { permissions: '0' }));
    expect(help).toContain('is kept, as it was asked');
    expect(help).toContain('counted for its article');
  });

  it('shows what is kept to managers alone', async () => {
    const refused = await discord.runCommand('corpus gaps', {}, { permissions: '0' });
    expect(plainTextOf(refused)).toContain('“Manage Server”');
    expect(isPrivate(await discord.runCommand('corpus gaps'))).toBe(true);
  });
});

describe('FEEDBACK', () => {
  it('counts what readers say of an answer for its article, once a reader and message', async () => {
    const answer = await answered();
    expect(labelsOf(answer)).toEqual(['Context', YES, NO]);
    const thanks = await discord.press(answer, YES);
    expect(plainTextOf(thanks)).toContain('counted');
    expect(isPrivate(thanks)).toBe(true);
    expect(plainTextOf(await discord.press(answer, NO))).toContain('already');
    await discord.press(answer, NO, { user: 'Grace' });
    expect(await gaps()).toContain('ferry: answers 1 time, doesn’t 1 time');
  });

  it('goes on counting after a restart, from the buttons of before', async () => {
    const answer = await answered();
    await bot.kill();
    bot = start();
    await bot.ready();
    await discord.press(answer, YES);
    expect(await gaps()).toContain('ferry: answers 2 times');
  });

  it('is under no reply that is none', async () => {
    const closest = await discord.runCommand('ask', { question: 'Who owns the tug?' });
    expect(labelsOf(closest)).not.toContain(YES);
  });
});

/** Each starts a bot of its own, and busy machines take their time. */
const START_MS = 60_000;

describe('without either', { timeout: START_MS }, () => {
  it('nothing is kept, shown or asked, not even with the articles that ship with it', async () => {
    const own = await startDiscord();
    const plain = startBot(own, { environment: { READER: 'off' } });
    await plain.ready();
    expect(labelsOf(await own.runCommand('ask', { question: 'who met Kim' }))).not.toContain(YES);
    expect(plainTextOf(await own.runCommand('help', {}))).not.toContain('kept, as it was asked');
    expect(plainTextOf(await own.runCommand('corpus gaps'))).toContain('KEEP_GAPS=true');
    await plain.kill();
    await own.stop();
  });
});
