import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Bot, startBot } from './bot.js';
import { expectGoodManners, labelsOf, leafThrough, textOf } from './reading.js';
import { type LocalDiscord, startDiscord } from './server.js';

/** An unescaped link of an article's own making, which leads elsewhere than it says or runs something. */
const DISGUISED = /(?<!\\)\]\((javascript:|https?:\/\/evil)/;
const MANY = 40;

let discord: LocalDiscord;
let bot: Bot;
let folder: string;

/** Articles that try to ping, to link, to break the drawing or to burst a limit. */
function writeHostileArticles(): void {
  const articles = {
    ping: 'Mayor Ada Stone opened the bridge, @everyone cheered and @here <@1> <@&2> waved at <@!3> in <#4>.',
    link: 'Mayor Ada Stone said the [bridge](https://evil.example) is [safe](javascript:alert(1)) and <https://evil.example> too.',
    markup:
      'Mayor Ada Stone called the bridge **bold** __under__ ~~gone~~ ||hidden|| `code` > quote # head *starred* _lined_.',
    fence: 'Mayor Ada Stone wrote ```js\nprocess.exit()\n``` on the bridge and left.',
    bidi: 'Mayor Ada Stone painted the bridge \u202Egreen\u202C and \u200B\u200Binvisible\uFEFF, witnesses say.',
    emoji: 'Mayor Ada Stone likes the bridge 👩‍👩‍👧‍👦🏳️‍🌈 and custom <:smile:123> marks, <t:0:R> aside.',
    long: `Mayor Ada Stone crossed the bridge ${'and walked on '.repeat(1_000)}until night.`,
    stars: `Mayor Ada Stone counted ${'*_~|`'.repeat(600)} on the bridge.`,
    quoted: '“@everyone may use the **bridge**, see [here](https://evil.example)”, Ada Stone said on Thursday.',
  };
  for (const [id, text] of Object.entries(articles)) {
    const title = `The [bridge](https://evil.example) of **${id}** @everyone ${'x'.repeat(id === 'long' ? 900 : 3)}`;
    writeFileSync(join(folder, `${id}.txt`), ` date 2024-05-0${id.length % 9 || 1} ${title}\n\n${text}\n`);
  }
  const rows = Array.from({ length: MANY }, (_, index) =>
    JSON.stringify({
      id: `row${index}`,
      title: `Bridge report ${index} (${'part '.repeat(30)})`,
      outlet: `@here Gazette *${index}*`,
      url: `https://news.example/${index}?a=(b)&c=[d]${'%20'.repeat(index * 20)}`,
      published: `2024-06-${String((index % 28) + 1).padStart(2, '0')}`,
      text: `Engineer Bo Lind measured pillar ${index} of the bridge. "Pillar ${index} of the bridge is sound," Lind said.`,
    }),
  );
  writeFileSync(join(folder, 'rows.jsonl'), rows.join('\n'));
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-hostile-'));
  mkdirSync(folder, { recursive: true });
  writeHostileArticles();
  discord = await startDiscord();
  bot = startBot(discord, { environment: { CORPUS: folder } });
  await bot.ready();
});
afterEach(() => expectGoodManners(discord));
afterAll(async () => {
  await bot.kill();
  await discord.stop();
  rmSync(folder, { recursive: true });
});

describe('whatever stands in the articles, nobody is pinged, no link is disguised, no limit is burst', () => {
  it.each([
    'who cheered at the bridge?',
    'what is safe about the bridge?',
    'what did Mayor Ada Stone call the bridge?',
    'what did Ada Stone write on the bridge?',
    'who painted the bridge?',
    'what does Ada Stone like?',
    'who crossed the bridge and walked on until night?',
    'what did Ada Stone count on the bridge?',
    'who measured pillar 7 of the bridge?',
  ])('/ask %s', async (question) => {
    for (const page of await leafThrough(discord, await discord.runCommand('ask', { question }))) {
      expect(textOf(page)).not.toMatch(DISGUISED);
      if (labelsOf(page).includes('Context')) {
        expect(textOf(await discord.press(page, 'Context'))).not.toMatch(DISGUISED);
      }
    }
  });

  it('/sources, page by page', async () => {
    const pages = await leafThrough(discord, await discord.runCommand('sources'));
    expect(pages.length).toBeGreaterThan(1);
    for (const page of pages) expect(textOf(page)).not.toMatch(DISGUISED);
  });

  it.each(['Ada Stone', 'Lind', '@everyone'])('/quote %s', async (speaker) => {
    for (const page of await leafThrough(discord, await discord.runCommand('quote', { speaker }))) {
      expect(textOf(page)).not.toMatch(DISGUISED);
    }
  });

  it('the choices of an autocomplete', async () => {
    for (const typed of ['', '@', 'Gaz', '*']) {
      expect((await discord.autocomplete('ask', 'source', typed)).length).toBeLessThanOrEqual(25);
    }
  });
});
