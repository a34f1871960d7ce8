import { setTimeout as sleep } from 'node:timers/promises';
import type { APIMessage } from 'discord.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { startBotForAll } from './botForAll.js';
import { isPrivate, plainTextOf, textOf } from './reading.js';
import type { LocalDiscord } from './server.js';
import type { As } from './users.js';

/** Milliseconds in which an answer would long have come. */
const LONG_ENOUGH = 400;

let discord: LocalDiscord;

startBotForAll((started) => {
  discord = started;
});

const botMessages = () =>
  [...discord.world.messages.values()].filter(({ author }) => author.id === discord.world.bot.id);
const me = () => `<@${discord.world.bot.id}>`;

/** Says something and gives what the bot said to it, though it should say nothing. */
async function answersTo(text: string, as: As = {}): Promise<string[]> {
  const before = botMessages().length;
  discord.say(text, as);
  await sleep(LONG_ENOUGH);
  return botMessages().slice(before).map(textOf);
}

describe('@Dateline who met Kim', () => {
  let reply: APIMessage;
  beforeAll(async () => {
    reply = await discord.mention('who met Kim');
  });

  it('is answered like /ask, as a reply', () => {
    expect(plainTextOf(reply)).toContain(
      "Russian Foreign Minister Sergei Lavrov met with North Korea's Kim Jong Un on Thursday",
    );
    expect(plainTextOf(reply)).toContain('20 October 2023');
    expect(reply.message_reference?.message_id).toBeDefined();
  });

  it('has the same buttons, for everybody', async () => {
    const answer = await discord.mention('what did Lavrov say about US policy?');
    const turned = await discord.press(answer, '▶', { user: 'Maya' });
    expect(turned.id).toBe(answer.id);
    expect(textOf(turned)).toContain('2 of ');
    expect(isPrivate(await discord.press(turned, 'Context'))).toBe(true);
  });

  it('is answered in the thread where it was asked', async () => {
    const inThread = await discord.mention('who met Kim', { where: 'thread' });
    expect(inThread.channel_id).toBe(discord.world.places.thread.id);
    expect(plainTextOf(inThread)).toContain('Kim Jong Un on Thursday');
  });

  it('may stand at the end, and beside the mention of somebody else', async () => {
    const maya = discord.say('hello', { user: 'Maya' }).author;
    const asked = discord.say(`<@${maya.id}> who met Kim ${me()}`);
    const answer = () => botMessages().find(({ message_reference }) => message_reference?.message_id === asked.id);
    await discord.until(() => answer() !== undefined, 'no reply');
    expect(plainTextOf(answer() ?? reply)).toContain('Kim Jong Un on Thursday');
  });

  it('is answered honestly when the articles do not say', async () => {
    expect(textOf(await discord.mention('what is the population of Iceland?'))).toContain("The articles don't say");
  });
});

describe('a follow-up', () => {
  it('is read with the question that was answered before it, and the answer says as what', async () => {
    await discord.mention('who met Kim');
    const answer = await discord.mention('and when?');
    expect(textOf(answer)).toContain('when met Kim');
    expect(plainTextOf(answer)).toContain('Kim Jong Un on Thursday');
  });

  it('keeps to the source that was asked for before it', async () => {
    const before = await discord.runCommand('ask', { question: 'who met Kim', source: 'APA' });
    const asked = discord.say(`${me()} and when?`, { replyTo: before });
    const answer = () => botMessages().find(({ message_reference }) => message_reference?.message_id === asked.id);
    await discord.until(() => answer() !== undefined, 'no reply');
    expect(textOf(answer() ?? before)).toContain('when met Kim · APA');
    expect(textOf(answer() ?? before)).not.toContain('AFP ·');
  });

  it('is read with the answer that it replies to, wherever that stands', async () => {
    const reply = await discord.mention('who met Kim');
    await discord.mention('what did Lavrov say about US policy?');
    const asked = discord.say(`${me()} and when?`, { replyTo: reply });
    const answer = () => botMessages().find(({ message_reference }) => message_reference?.message_id === asked.id);
    await discord.until(() => answer() !== undefined, 'no reply');
    expect(textOf(answer() ?? reply)).toContain('when met Kim');
  });
});

describe('nothing is said to', () => {
  it('a message that does not mention the bot', async () => {
    expect(await answersTo('who met Kim')).toEqual([]);
  });

  it('another bot', async () => {
    expect(await answersTo(`${me()} who met Kim`, { user: 'Robot', isBot: true })).toEqual([]);
  });

  it('itself, though its own messages come back to it', async () => {
    await discord.mention('who met Kim');
    expect(await answersTo('thanks')).toEqual([]);
  });

  it.each(['@everyone', '@here'])('%s', async (everyone) => {
    expect(await answersTo(`${everyone} ${me()} who met Kim`)).toEqual([]);
  });

  it('somebody who answers one of its messages without a mention in the text', async () => {
    const reply = await discord.mention('who met Kim');
    expect(await answersTo('thank you', { replyTo: reply })).toEqual([]);
  });
});
