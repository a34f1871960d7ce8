import { describe, expect, it } from 'vitest';
import { startBotForAll } from './botForAll.js';
import { isPrivate, labelsOf, plainTextOf } from './reading.js';
import type { LocalDiscord } from './server.js';

let discord: LocalDiscord;
startBotForAll((started) => {
  discord = started;
});

describe('/news', () => {
  it('tells the days that the articles are of, each with its lines and their sources', async () => {
    const reply = await discord.runCommand('news');
    const text = plainTextOf(reply);
    expect(text).toMatch(/18 October 2023 · \d articles?[\s\S]*20 October 2023 · \d articles?/);
    expect(text).toMatch(/AFP · 20 October 2023/);
    expect(isPrivate(reply)).toBe(false);
  });

  it('tells one day alone since that, to one reader who may share it', async () => {
    const reply = await discord.runCommand('news', { since: '2023-10-20', private: true });
    expect(plainTextOf(reply)).not.toContain('18 October 2023 ·');
    expect([isPrivate(reply), labelsOf(reply)]).toEqual([true, ['Share']]);
  });

  it('says what is no day', async () => {
    expect(plainTextOf(await discord.runCommand('news', { since: 'yesterday' }))).toContain('not a day I can read');
  });

  it('is asked for in words, too', async () => {
    const reply = await discord.runCommand('ask', { question: 'what did i miss?' });
    expect(plainTextOf(reply)).toContain('What the articles tell, in their own words, by day');
  });
});
