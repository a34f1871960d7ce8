import { MessageFlags } from 'discord.js';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Bot, projectWithExtraCommands, startBot } from './bot.js';
import { expectGoodManners, isPrivate, plainTextOf, textOf } from './reading.js';
import { type LocalDiscord, startDiscord } from './server.js';

/** Milliseconds within which a stopped bot has to be gone. */
const STOP_WITHIN = 5_000;
/** discord.js identifies at most once in 5 s. */
const IDENTIFY_AGAIN = 12_000;

let discord: LocalDiscord;
let bot: Bot;
let project: ReturnType<typeof projectWithExtraCommands>;

const whoMetKim = () => discord.runCommand('ask', { question: 'who met Kim' });

beforeAll(async () => {
  project = projectWithExtraCommands();
  discord = await startDiscord();
  bot = startBot(discord, { project: project.folder });
  await bot.ready();
});
afterEach(() => expectGoodManners(discord));
afterAll(async () => {
  await bot.kill();
  await discord.stop();
  project.remove();
});

describe('the connection', () => {
  it('may drop: what was asked meanwhile is answered, and what is asked then', async () => {
    const before = discord.resumes.length;
    discord.dropSocket();
    await discord.until(() => discord.connected() === 0, 'the socket stayed open');
    expect(plainTextOf(await whoMetKim())).toContain('Kim Jong Un on Thursday');
    expect(discord.resumes).toHaveLength(before + 1);
    expect(plainTextOf(await whoMetKim())).toContain('Kim Jong Un on Thursday');
  });

  it('may be moved by Discord (opcode 7)', async () => {
    const before = discord.resumes.length;
    discord.requestReconnect();
    await discord.until(() => discord.resumes.length > before, 'no resume');
    expect(plainTextOf(await whoMetKim())).toContain('Kim Jong Un on Thursday');
  });

  it('may lose its session (opcode 9)', async () => {
    const before = discord.identifies.length;
    discord.invalidateSession();
    await discord.until(
      () => discord.identifies.length > before && discord.connected() === 1,
      'no new session',
      IDENTIFY_AGAIN,
    );
    expect(plainTextOf(await whoMetKim())).toContain('Kim Jong Un on Thursday');
  });
});

describe('a callback', () => {
  it('is tried again after a rate limit', async () => {
    discord.failNext({ status: 429, retryAfter: 0.2, path: /callback$/ });
    expect(plainTextOf(await whoMetKim())).toContain('Kim Jong Un on Thursday');
  });

  it('is tried again when Discord stumbles', async () => {
    discord.failNext({ status: 502, path: /callback$/ });
    expect(plainTextOf(await whoMetKim())).toContain('Kim Jong Un on Thursday');
  });

  it('that Discord refuses does not end the bot', async () => {
    discord.failNext({ status: 404, code: 10062, message: 'Unknown interaction', path: /callback$/ });
    await expect(whoMetKim()).rejects.toThrow('did not respond');
    expect(plainTextOf(await whoMetKim())).toContain('Kim Jong Un on Thursday');
    await bot.says('a reply came too late');
    const [line = ''] = bot
      .output()
      .split('\n')
      .filter((one) => one.includes('came too late'));
    expect(JSON.parse(line)).toMatchObject({
      level: 'warn',
      command: 'ask',
      interaction: expect.stringMatching(/^\d+$/),
    });
    expect(line.length).toBeLessThan(400);
  });
});

describe('an unexpected error', () => {
  it('gives the user a short apology with an id that the log has too, and the bot lives on', async () => {
    const apology = await discord.runCommand('broken');
    expect(isPrivate(apology)).toBe(true);
    expect(textOf(apology)).toMatch(/sorry/i);
    expect(textOf(apology)).not.toContain('inner detail');
    const id = /\b(?=[0-9a-f]*\d)[0-9a-f]{6,}\b/.exec(textOf(apology))?.[0] ?? 'no id';
    await bot.says(id);
    const line = bot
      .output()
      .split('\n')
      .find((logged) => logged.includes(id) && logged.includes('inner detail'));
    expect(line).toBeDefined();
    expect(plainTextOf(await whoMetKim())).toContain('Kim Jong Un on Thursday');
  });
});

describe('a slow answer', () => {
  it('is acknowledged in time and filled in when it comes', async () => {
    const reply = await discord.runCommand('slow', { time: '2500' });
    expect(textOf(reply)).toContain('After 2500 ms.');
    const last = discord.interactions.at(-1);
    expect(last?.acknowledgement).toBe(5);
    expect(last?.answeredAfter).toBeLessThan(2_500);
  });

  it('is for the asker alone where that is known only when it comes', async () => {
    const reply = await discord.runCommand('slow', { time: '1800p' });
    expect(textOf(reply)).toContain('After 1800p ms.');
    expect(isPrivate(reply)).toBe(true);
    expect([...discord.world.messages.values()].filter(({ flags }) => Number(flags) & MessageFlags.Loading)).toEqual(
      [],
    );
  });

  it('is not in the way of others', async () => {
    let isSlowDone = false;
    const slow = discord.runCommand('slow', { time: '2000' }).then(() => {
      isSlowDone = true;
    });
    await bot.says('slow began 2000');
    await whoMetKim();
    expect(isSlowDone).toBe(false);
    await slow;
  });
});

describe('the log', () => {
  it('holds at its usual level neither questions nor who asked', async () => {
    await discord.runCommand('ask', { question: 'who met Kim in the rosebud garden' }, { user: 'Maya' });
    const maya = discord.world.people.get('Maya');
    expect(bot.output()).not.toContain('rosebud');
    expect(bot.output()).not.toContain(maya?.id);
    expect(bot.output()).not.toContain(discord.token);
  });
});

describe('a restart', () => {
  it('finishes the answer that was begun, and leaves every button working', async () => {
    const old = await discord.runCommand('ask', { question: 'what did Lavrov say about US policy?' });
    const oldPrivate = await discord.runCommand('ask', { question: 'who met Kim', private: true });
    const begun = discord.runCommand('slow', { time: '1200' });
    await bot.says('slow began 1200');
    bot.signal('SIGTERM');
    expect(textOf(await begun)).toContain('After 1200 ms.');
    const { status, after } = await bot.ended();
    expect(status).toBe(0);
    expect(after).toBeLessThan(STOP_WITHIN);

    bot = startBot(discord, { project: project.folder });
    await bot.ready();
    const turned = await discord.press(old, '▶');
    expect(turned.id).toBe(old.id);
    expect(textOf(turned)).toContain('2 of ');
    expect(isPrivate(await discord.press(turned, 'Context'))).toBe(true);
    expect(isPrivate(await discord.press(oldPrivate, 'Share'))).toBe(false);
  });

  it('answers a button that it cannot read with a sentence', async () => {
    const answer = await discord.runCommand('ask', { question: 'what did Lavrov say about US policy?' });
    const stored = discord.message(answer.id);
    const edited = JSON.parse(JSON.stringify(stored).replaceAll('"ask|page|1|', '"ask-of-old|leaf|1|'));
    discord.world.messages.set(answer.id, edited);
    const reply = await discord.press(answer, '▶');
    expect(isPrivate(reply)).toBe(true);
    expect(textOf(reply)).toMatch(/ask again/i);
    expect(discord.message(answer.id)).toEqual(edited);
  });
});
