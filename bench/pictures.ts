import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pino } from 'pino';
import { chromium, type Page } from 'playwright-core';
import { loadCommands } from '../commands/parts/load.js';
import { openArchive } from '../src/archive.js';
import { projectFolder, seedsFolder } from '../src/projectFolder.js';
import { startServer } from '../src/web/server.js';

/**
 * Takes the README's pictures of the page, as it is, with the articles that come with it: `npm run pictures`. `CHROMIUM` says where
 * a Chromium is, unless Debian's is there.
 */

interface Picture {
  readonly name: string;
  readonly colorScheme: 'dark' | 'light';
  readonly size: readonly [number, number];
  readonly address: string;
  /** What is done before it is taken. */
  readonly prepare: (page: Page) => Promise<void>;
}

const PICTURES: readonly Picture[] = [
  {
    name: 'ask',
    colorScheme: 'dark',
    size: [1100, 640],
    address: '/?q=who+met+Kim',
    async prepare(page) {
      await page.locator('discord-embed a').last().click();
      await page.locator('mark').waitFor();
    },
  },
  {
    name: 'timeline',
    colorScheme: 'light',
    size: [640, 900],
    address: '/?command=timeline&from=2023-10-19',
    async prepare(page) {
      await page.locator('.picture').scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'find-in-sources',
    colorScheme: 'dark',
    size: [640, 640],
    address: '/',
    async prepare(page) {
      await page.fill('#text', 'Lavrov met Kim on Monday. He brought 500 horses.');
      await page.keyboard.press('Enter');
      const message = page.locator('discord-message', { hasText: '500 horses' }).first();
      await page.locator('discord-embed').waitFor();
      await message.click({ button: 'right' });
      await page.locator('[role=menuitem]').first().click();
      await page.getByText('Not in the articles.').last().scrollIntoViewIfNeeded();
    },
  },
];
/** Questions before the pictures. */
const WARM_UP = 5;
/** Fonts, pictures and scrolling come to rest. */
const REST_MS = 600;

const folder = join(projectFolder(), 'docs', 'images');
await mkdir(folder, { recursive: true });
const archive = await openArchive(seedsFolder());
const server = await startServer({
  web: { host: '127.0.0.1', port: 0, publicKey: null, playground: true, publicUrl: null },
  apiUrl: 'https://discord.com/api',
  archive,
  commands: await loadCommands(),
  logger: pino({ level: 'silent' }),
  gateway: () => 'off',
});
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
// The pictures show how long an answer takes, and that of a process that has just begun takes longer.
const first = await browser.newPage();
for (let asked = 0; asked < WARM_UP; asked++) {
  await first.goto(`${server.url}/?q=who+met+Kim`);
  await first.waitForSelector('.example');
}
await first.close();
for (const { name, colorScheme, size, address, prepare } of PICTURES) {
  const [width, height] = size;
  const page = await browser.newPage({ colorScheme, viewport: { width, height }, deviceScaleFactor: 1.5 });
  await page.goto(server.url + address);
  await page.waitForSelector('.example');
  await prepare(page);
  await page.waitForTimeout(REST_MS);
  await page.screenshot({ path: join(folder, `${name}.png`) });
  console.log(`docs/images/${name}.png`);
}
await browser.close();
await server.close();
await archive.close();
