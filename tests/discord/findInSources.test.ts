import { describe, expect, it } from 'vitest';
import { startBotForAll } from './botForAll.js';
import { isPrivate, labelsOf, plainTextOf, textOf } from './reading.js';
import type { LocalDiscord } from './server.js';

let discord: LocalDiscord;

startBotForAll((started) => {
  discord = started;
});

const findInSources = (text: string) =>
  discord.contextMenu('Find in sources', discord.say(text, { user: 'Maya' }), { user: 'Ada' });

describe('Find in sources', () => {
  it('shows the lines that say what a message claims, to the one who asked alone', async () => {
    const reply = await findInSources('Sergei Lavrov met with Kim Jong Un on Thursday.');
    expect(isPrivate(reply)).toBe(true);
    const text = plainTextOf(reply);
    expect(text).toContain('“Sergei Lavrov met with Kim Jong Un on Thursday.”');
    expect(text).toContain("met with North Korea's Kim Jong Un on Thursday");
    expect(text).toContain('20 October 2023');
  });

  it('says of each claim what there is on it', async () => {
    const text = plainTextOf(
      await findInSources('Lavrov met Kim Jong Un on Thursday. The moon landing was filmed in Nevada by penguins.'),
    );
    expect(text).toMatch(/Lavrov met Kim[\s\S]*These lines say so/);
    expect(text).toMatch(/penguins[\s\S]*Not in the articles/);
  });

  it('shows where the articles tell it differently', async () => {
    const text = plainTextOf(await findInSources('Sergei Lavrov met with Kim Jong Un on Monday.'));
    expect(text).toMatch(/differently/);
    expect(text).toMatch(/Monday/);
    expect(text).toMatch(/Thursday/);
  });

  it('calls nothing true or false', async () => {
    const text = plainTextOf(
      await findInSources('Sergei Lavrov met with Kim Jong Un on Monday. Penguins fly to Mars.'),
    );
    expect(text).not.toMatch(/\b(true|false|wrong|correct|incorrect|lie|fake)\b/i);
  });

  it('reads a long message claim by claim', async () => {
    const claims = Array.from(
      { length: 30 },
      (_, index) => `Lavrov opened office number ${index} in Pyongyang on Monday.`,
    );
    const reply = await findInSources(claims.join(' ').slice(0, 2_000));
    expect(textOf(reply)).toMatch(/the first \d+ of \d+/);
  });

  it.each(['hello there!', '', 'https://example.org/a', '🎉🎉🎉', 'who met Kim?'])(
    'has a sentence for a message that claims nothing (%j)',
    async (text) => {
      const message = { ...discord.say('placeholder', { user: 'Maya' }), content: text };
      const reply = await discord.contextMenu('Find in sources', message);
      expect(isPrivate(reply)).toBe(true);
      expect(textOf(reply)).toMatch(/no (statement|text)|nothing/i);
      expect(textOf(reply)).not.toMatch(/sorry|went wrong/i);
    },
  );

  it('pings nobody whom the message names', async () => {
    const reply = await findInSources(
      '@everyone <@1> Lavrov met with Kim Jong Un on Thursday. [x](https://evil.example)',
    );
    expect(reply.embeds[0]?.description).not.toMatch(/(?<!\\)\]\(https:\/\/evil/);
  });

  it('works on a message of the bot itself, and its answer can be shared', async () => {
    const answer = await discord.runCommand('ask', { question: 'who met Kim' });
    expect(isPrivate(await discord.contextMenu('Find in sources', answer))).toBe(true);
    const mine = await findInSources('Lavrov met with Kim Jong Un on Thursday.');
    expect(labelsOf(mine)).toContain('Share');
    const shared = await discord.press(mine, 'Share');
    expect(isPrivate(shared)).toBe(false);
    expect(textOf(shared)).toBe(textOf(mine));
  });
});
