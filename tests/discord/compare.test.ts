import { describe, expect, it } from 'vitest';
import { startBotForAll } from './botForAll.js';
import { isPrivate, leafThrough, plainTextOf, textOf } from './reading.js';
import type { LocalDiscord } from './server.js';

let discord: LocalDiscord;

startBotForAll((started) => {
  discord = started;
});

const compare = async (topic: string) => {
  const pages = await leafThrough(discord, await discord.runCommand('compare', { topic }));
  return pages.map(plainTextOf).join('\n');
};

describe('/compare', () => {
  it('shows the two wordings of one quotation beside each other', async () => {
    const text = await compare('strategic infrastructure');
    expect(text).toContain('nuclear elements');
    expect(text).toContain('nuclear components');
    expect(text).toMatch(/with a difference/i);
  });

  it('shows that only one source has the containers', async () => {
    const text = await compare('1,000 containers of military equipment');
    expect(text).toContain('more than 1,000 containers');
    expect(text).toMatch(/only in one source/i);
  });

  it('shows the lines of different sources with their dates', async () => {
    const text = await compare('US policy towards North Korea dangerous');
    for (const day of ['18 October 2023', '19 October 2023', '20 October 2023']) expect(text).toContain(day);
  });

  it('judges nothing', async () => {
    expect(await compare('strategic infrastructure')).not.toMatch(/\b(wrong|false|true|correct|incorrect|mistake)\b/i);
  });

  it('says so when the articles have nothing on it', async () => {
    expect(await compare('kangaroo')).toMatch(/say nothing about “kangaroo”/);
  });

  it('takes no topic without a word', async () => {
    const reply = await discord.runCommand('compare', { topic: '?!' });
    expect(isPrivate(reply)).toBe(true);
    expect(textOf(reply)).toMatch(/compare/i);
  });

  it('is private when asked, with a button to share it', async () => {
    const mine = await discord.runCommand('compare', { topic: 'strategic infrastructure', private: true });
    expect(isPrivate(mine)).toBe(true);
    const shared = await discord.press(mine, 'Share');
    expect(isPrivate(shared)).toBe(false);
    expect(textOf(shared)).toBe(textOf(mine));
  });
});
