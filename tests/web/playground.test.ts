import { afterAll, beforeAll, expect, it } from 'vitest';
import { createArchive } from '../../src/archive.js';
import type { WebServer } from '../../src/web/server.js';
import { describeInBrowser, lastMessage, send, servePage } from './browser.js';

/** What came is drawn by then. */
const SHOWN_WITHIN_MS = 200;

const HOSTILE = '<img src=x onerror=alert(1)>';

let hostile: WebServer;
beforeAll(async () => {
  const archive = await createArchive([
    {
      id: `"><script>alert(2)</script>`,
      title: `**Mayor** [opens](https://evil.example) the ${HOSTILE} bridge`,
      text: `The mayor opened the ${HOSTILE} bridge on Monday. "It is **safe** </p><script>alert(3)</script>," she said.`,
      url: 'https://news.example/bridge?a=1&b="2"',
      published: '2024-05-07',
    },
  ]);
  hostile = await servePage(archive);
});
afterAll(() => hostile.close());

describeInBrowser('the page', ({ open }) => {
  it('says what is loaded, and asks an example that these articles answer', async () => {
    const page = await open();
    expect(await page.locator('.loaded').textContent()).toContain('4 articles');
    const example = page.locator('.example').first();
    const question = (await example.textContent()) ?? '';
    await example.click();
    const answer = await lastMessage(page, question);
    expect(await answer.textContent()).not.toContain("don't say");
    expect(new URL(page.url()).searchParams.get('q')).toBe(question);
  });

  it('answers /ask picked from the list, leafs through its lines, and gives context for the reader alone', async () => {
    const page = await open();
    await page.fill('#text', '/a');
    await page.keyboard.press('Enter');
    await page.keyboard.type('who met Kim');
    await page.keyboard.press('Enter');
    const answer = await lastMessage(page, 'Kim Jong Un on Thursday');
    expect(await answer.textContent()).toContain('AFP · 20 October 2023');
    expect(await page.locator('.button', { hasText: '◀' }).isDisabled()).toBe(true);
    await page.locator('.button', { hasText: '▶' }).click();
    await lastMessage(page, '2 of 5');
    await page.locator('.button', { hasText: 'Context' }).click();
    await lastMessage(page, 'Only you can see this');
  });

  it('opens the article of a citation with the excerpt marked, and gives the focus back', async () => {
    const page = await open('/?q=who+met+Kim');
    const link = page.locator('discord-embed a').last();
    await link.click();
    const mark = page.locator('mark');
    await mark.waitFor();
    expect(await mark.textContent()).toMatch(/^Russian Foreign Minister Sergei Lavrov met .*"dangerous"\.$/);
    expect(await page.locator('.article .source').textContent()).toBe(
      'AFP · 20 October 2023 · date stated by the article',
    );
    expect(page.url()).toMatch(/\?q=who\+met\+Kim&article=000_591516c1a6096e95&start=\d+&end=\d+$/);
    await page.keyboard.press('Escape');
    expect(await page.locator('.article').isVisible()).toBe(false);
    expect(await link.evaluate((element) => element === element.ownerDocument.activeElement)).toBe(true);
  });

  it('suggests speakers while a name is typed, and shows what was said', async () => {
    const page = await open();
    await page.fill('#text', '/quote ');
    // Each letter is asked for, and what comes for the last one takes the place of what was shown before.
    const suggested = page.waitForResponse((response) => /"lavr"/.test(response.request().postData() ?? ''));
    await page.keyboard.type('lavr');
    await suggested;
    await page.waitForTimeout(SHOWN_WITHIN_MS);
    await page.locator('[role=option]', { hasText: 'Sergei Lavrov' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await lastMessage(page, /statements by Sergei Lavrov/);
    expect(page.url()).toMatch(/\?command=quote&speaker=Sergei\+Lavrov$/);
  });

  it('shows the timeline’s picture with its words, and shares a private one with it', async () => {
    const page = await open();
    await page.fill('#text', '/timeline ');
    await page.getByText('+ private').click();
    await page.keyboard.press('Enter');
    await lastMessage(page, 'Only you can see this');
    const picture = page.locator('.picture').last();
    expect(await picture.getAttribute('alt')).toMatch(/2023/);
    expect(
      await picture.evaluate((image) => (image as unknown as { naturalWidth: number }).naturalWidth),
    ).toBeGreaterThan(300);
    await page.locator('.button', { hasText: 'Share' }).click();
    await page.locator('.picture').nth(1).waitFor();
    expect(await page.locator('discord-message').last().textContent()).not.toContain('Only you can see this');
    await picture.click();
    expect(await page.locator('#picture').getAttribute('open')).toBe('');
  });

  it('shows sources side by side, what a link asks, and what is not in the articles', async () => {
    const page = await open('/?command=compare&topic=nuclear+elements');
    await lastMessage(page, 'told with a difference');
    await send(page, '@Dateline who is the president of Brazil');
    await lastMessage(page, "The articles don't say.");
    await send(page, '/quote');
    await page.keyboard.press('Enter');
    expect(await page.locator('#hint').textContent()).toContain('needed');
  });

  it('finds a message in the sources, from its menu', async () => {
    const page = await open();
    await send(page, 'Lavrov met Kim on Monday.');
    const written = page.locator('discord-message', { hasText: 'Lavrov met Kim on Monday.' }).first();
    await written.click({ button: 'right' });
    await page.locator('[role=menuitem]', { hasText: 'Find in sources' }).click();
    const found = await lastMessage(page, 'The articles tell it differently:');
    expect(await found.textContent()).toContain('the message has “Monday”, the article “Thursday”');
  });

  it('shows what articles and readers write as it is written, whatever they write', async () => {
    const page = await open(`/?q=${encodeURIComponent(`which bridge did the mayor open ${HOSTILE}`)}`, {}, hostile);
    const answer = await lastMessage(page, `opened the ${HOSTILE} bridge`);
    expect(await answer.textContent()).toContain(`**Mayor** [opens](https://evil.example) the ${HOSTILE} bridge`);
    expect(await answer.locator('.block img, .asked img').count()).toBe(0);
    await answer.locator('.block a').last().click();
    await page.locator('mark').waitFor();
    expect(await page.locator('.article-text').textContent()).toContain('</p><script>alert(3)</script>');
    const original = page.locator('.article a');
    expect(await original.getAttribute('rel')).toBe('noopener noreferrer');
    expect(await original.getAttribute('href')).toContain('https://news.example/bridge');
  });
});
