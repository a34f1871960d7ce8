import { existsSync } from 'node:fs';
import { pino } from 'pino';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect } from 'vitest';
import { loadCommands } from '../../commands/parts/load.js';
import { type Archive, openArchive } from '../../src/archive.js';
import { startServer, type WebServer } from '../../src/web/server.js';

/** Where systems have a Chromium; `CHROMIUM` says where another is. */
const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const executablePath = [process.env.CHROMIUM, ...PLACES].find((place) => place !== undefined && existsSync(place));
const SKIPPED =
  'The tests of the page in a browser are SKIPPED: there is no Chromium (install it, or set CHROMIUM to where it is).';

/** A test takes a second; a machine that is busy with others' work, many. */
const TIMEOUT_MS = 60_000;

const WEB = { host: '127.0.0.1', port: 0, publicKey: null, playground: true, publicUrl: null };

/** Starts what `npm start` serves, from the built page. */
export async function servePage(archive?: Archive): Promise<WebServer> {
  return startServer({
    web: WEB,
    apiUrl: 'http://127.0.0.1:1/api',
    archive: archive ?? (await openArchive('seeds')),
    commands: await loadCommands(),
    logger: pino({ level: 'silent' }),
    gateway: () => 'off',
  });
}

export interface BrowserTests {
  /** Opens the page, and waits until it can be written in. */
  open(path?: string, options?: BrowserContextOptions, server?: WebServer): Promise<Page>;
}

/**
 * Tests in one browser, with the seeds served; without a browser they are skipped, and the output says so. After each, nothing
 * may have been complained of in the browser's console, and nothing asked for elsewhere.
 */
export function describeInBrowser(name: string, tests: (given: BrowserTests) => void): void {
  if (!executablePath) console.warn(SKIPPED);
  describe.skipIf(!executablePath)(name, { timeout: TIMEOUT_MS }, () => {
    let browser: Browser;
    let seeds: WebServer;
    let troubles: string[] = [];
    beforeAll(async () => {
      seeds = await servePage();
      browser = await chromium.launch({ executablePath: executablePath ?? '', args: ['--no-sandbox'] });
    });
    afterAll(async () => {
      await browser.close();
      await seeds.close();
    });
    afterEach(async () => {
      const found = troubles;
      troubles = [];
      await Promise.all(browser.contexts().map((context) => context.close()));
      expect(found).toEqual([]);
    });

    tests({
      async open(path = '/', options = {}, server = seeds) {
        const context = await browser.newContext({ colorScheme: 'dark', ...options });
        const page = await context.newPage();
        page.setDefaultTimeout(10_000);
        page.on('console', (message) => {
          if (message.type() === 'error' || message.type() === 'warning') troubles.push(message.text());
        });
        page.on('pageerror', (error) => troubles.push(String(error)));
        page.on('dialog', (dialog) => troubles.push(`a dialog: ${dialog.message()}`));
        page.on('request', (request) => {
          if (!request.url().startsWith(server.url) && !request.url().startsWith('data:')) troubles.push(request.url());
        });
        await page.goto(server.url + path);
        await page.waitForSelector('#text');
        return page;
      },
    });
  });
}

/** Writes a line and sends it. */
export async function send(page: Page, line: string): Promise<void> {
  await page.fill('#text', line);
  await page.keyboard.press('Enter');
}

/** The last message, once it says that. */
export async function lastMessage(page: Page, saying: string | RegExp) {
  const last = page.locator('discord-message').last();
  await last.filter({ hasText: saying }).waitFor();
  return last;
}
