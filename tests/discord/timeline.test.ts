import type { APIMessage } from 'discord.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { startBotForAll } from './botForAll.js';
import { isPrivate, labelsOf, leafThrough, plainTextOf, textOf } from './reading.js';
import type { LocalDiscord } from './server.js';

const PNG_SIGNATURE = [0x89, 0x50, 0x4e, 0x47];
/** Pixels: narrower than this and a phone enlarges it until it blurs. */
const LEGIBLE_WIDTH = 600;

let discord: LocalDiscord;

startBotForAll((started) => {
  discord = started;
});

const timeline = (options: Record<string, string | boolean> = {}) => discord.runCommand('timeline', options);

/** The places of some days in a text, -1 for one that is missing. */
const placesOf = (text: string, days: readonly string[]) => days.map((day) => text.indexOf(`\n${day}`));

describe('/timeline', () => {
  let pages: APIMessage[];
  beforeAll(async () => {
    pages = await leafThrough(discord, await timeline({ all: true }));
  });

  it('tells what happened in the order in which it happened', () => {
    const text = pages.map(plainTextOf).join('\n');
    const places = placesOf(text, ['2018', 'July 2023', 'September 2023', '18 October 2023', '19 October 2023']);
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  it('shows each happening in the words of an article, with its source and date', () => {
    const text = pages.map(plainTextOf).join('\n');
    expect(text).toContain('submarine in July made a South Korean port call');
    expect(text).toContain('last visited the isolated country in 2018');
    expect(text).toMatch(/AFP.* · 20 October 2023/);
  });

  it('says which sources give a happening another day', () => {
    expect(pages.map(plainTextOf).join('\n')).toMatch(/Another day in .*“Wednesday”/);
  });

  it('comes with a picture and words for those who cannot see it, on every page', () => {
    for (const { attachments, embeds } of pages) {
      const [picture] = attachments;
      expect(attachments).toHaveLength(1);
      expect(picture?.content_type).toBe('image/png');
      expect(picture?.width).toBeGreaterThanOrEqual(LEGIBLE_WIDTH);
      expect(picture?.description).toMatch(/20(18|23)/);
      expect(embeds[0]?.image?.url).toBe(picture?.url);
    }
  });

  it('sends a real picture, another one for each page', async () => {
    const pictures = await Promise.all(
      [await timeline(), pages.at(-1)].map(async (page) => {
        const response = await fetch(page?.attachments[0]?.url ?? '');
        return Buffer.from(await response.arrayBuffer());
      }),
    );
    for (const picture of pictures) expect([...picture.subarray(0, 4)]).toEqual(PNG_SIGNATURE);
    expect(pictures[0]?.equals(pictures[1] ?? Buffer.alloc(0))).toBe(false);
  });

  it('leads to what is older than the story, and back', async () => {
    const story = await timeline();
    expect(textOf(story)).not.toContain('in 2018');
    const before = await discord.press(story, 'Before (2)');
    expect(plainTextOf(before)).toContain('last visited the isolated country in 2018 …');
    expect(textOf(await discord.press(before, 'Story'))).toBe(textOf(story));
  });

  it('leads back to the first page', async () => {
    const first = await timeline();
    const second = await discord.press(first, '▶');
    const back = await discord.press(second, '◀');
    expect(back.id).toBe(first.id);
    expect(textOf(back)).toBe(textOf(first));
  });
});

describe('/timeline of a part', () => {
  it('keeps to the days that are asked for', async () => {
    const pages = await leafThrough(discord, await timeline({ from: '2023-07-01', to: '2023-07-31' }));
    const text = pages.map(plainTextOf).join('\n');
    expect(text).toContain('July 2023');
    expect(text).not.toContain('last visited the isolated country in 2018');
  });

  it('keeps to a topic', async () => {
    const text = plainTextOf(await timeline({ topic: 'submarine port call' }));
    expect(text).toContain('port call');
  });

  it('says so when there is nothing', async () => {
    const reply = await timeline({ from: '1990-01-01', to: '1990-12-31' });
    expect(textOf(reply)).toMatch(/give no day for anything/);
    expect(reply.attachments).toEqual([]);
  });

  it('says what is accepted when a day is none', async () => {
    const reply = await timeline({ from: '2023-13-45' });
    expect(isPrivate(reply)).toBe(true);
    expect(textOf(reply)).toContain('2023-13-45');
  });

  it('is shared with its picture', async () => {
    const mine = await timeline({ private: true });
    expect(isPrivate(mine)).toBe(true);
    expect(labelsOf(mine)).toContain('Share');
    const shared = await discord.press(mine, 'Share');
    expect(isPrivate(shared)).toBe(false);
    expect(textOf(shared)).toBe(textOf(mine));
    expect(shared.attachments[0]?.content_type).toBe('image/png');
    expect(shared.attachments[0]?.description).toBe(mine.attachments[0]?.description);
    expect(shared.embeds[0]?.image?.url).toBe(shared.attachments[0]?.url);
  });
});
