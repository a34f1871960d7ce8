import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Hono } from 'hono';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Command } from '../../commands/parts/command.js';
import { loadCommands } from '../../commands/parts/load.js';
import { type Archive, createArchive, openArchive } from '../../src/archive.js';
import { Dispatcher } from '../../src/discord/dispatcher.js';
import { commandInteraction, writtenMessage } from '../../src/web/page/interactionObjects.js';
import { playgroundRoutes } from '../../src/web/playground.js';

const PAGE = 'http://127.0.0.1:3000';
const BOT = '100000000000000000';
const ASK = { type: 1, name: 'ask', options: [] };
const OWN = { host: '127.0.0.1:3000', 'content-type': 'application/json' };

let archive: Archive;
let commands: readonly Command[];
let folder: string;
let routes: Hono;

function routesAt(host: string, publicUrl: string | null = null, of: Archive = archive): Hono {
  const logger = pino({ level: 'silent' });
  const dispatcher = new Dispatcher({ archive: of, commands, logger, articlePage: PAGE });
  return playgroundRoutes({ archive: of, commands, dispatcher, page: PAGE, host, publicUrl, folder, now: () => 0 });
}

const get = (path: string, headers: Record<string, string> = {}) =>
  routes.request(path, { headers: { host: '127.0.0.1:3000', ...headers } });
const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  routes.request(path, { method: 'POST', headers: { ...OWN, ...headers }, body: JSON.stringify(body) });
const ask = (headers: Record<string, string> = {}) =>
  post('/playground/interactions', commandInteraction(BOT, ASK, [{ name: 'question', value: 'who met Kim' }]), headers);

beforeAll(async () => {
  archive = await openArchive('seeds');
  commands = await loadCommands();
  folder = mkdtempSync(join(tmpdir(), 'dateline-page-'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html>');
  writeFileSync(join(folder, 'page-1.js'), 'plain');
  writeFileSync(join(folder, 'page-1.js.br'), 'brotli');
});
beforeEach(() => {
  routes = routesAt('127.0.0.1');
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('the page', () => {
  it('comes with a policy that lets it load and reach nothing but its own', async () => {
    const response = await get('/');
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'; base-uri 'none'; form-action 'none'");
    expect(policy).not.toContain('unsafe');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
    expect(response.headers.get('cross-origin-opener-policy')).toBe('same-origin');
  });

  it('has files that are kept for good, compressed for who takes that', async () => {
    const response = await get('/assets/page-1.js', { 'accept-encoding': 'gzip, br' });
    expect(await response.text()).toBe('brotli');
    expect(response.headers.get('content-encoding')).toBe('br');
    expect(response.headers.get('cache-control')).toContain('immutable');
    expect(await (await get('/assets/page-1.js')).text()).toBe('plain');
  });

  it.each(['/assets/..%2f..%2fpackage.json', '/assets/page-1.js.br', '/assets/index.html', '/assets/none.js'])(
    'has no file %s',
    async (path) => expect((await get(path)).status).toBe(404),
  );
});

describe('what the page asks for', () => {
  it('is answered as on Discord, with citations that lead to the article, and says how long it took', async () => {
    const response = await ask();
    expect(response.headers.get('server-timing')).toMatch(/^answer;dur=\d/);
    const { type, data } = (await response.json()) as { type: number; data: { embeds: { description: string }[] } };
    expect(type).toBe(4);
    expect(data.embeds[0]?.description).toContain(`](${PAGE}/?article=000_591516c1a6096e95&start=`);
  });

  it('is answered for a message that mentions the bot, and for no other', async () => {
    const response = await post('/playground/messages', writtenMessage(BOT, 'who met Kim'));
    expect(JSON.stringify(await response.json())).toContain('Jong Un on Thursday');
    expect((await post('/playground/messages', { content: 'who met Kim', type: 0 })).status).toBe(400);
    expect((await post('/playground/messages', 'no object')).status).toBe(400);
  });

  it('brings pictures in the message, where Discord has their addresses', async () => {
    const response = await post('/playground/interactions', commandInteraction(BOT, { type: 1, name: 'timeline' }, []));
    const { data } = (await response.json()) as {
      data: { embeds: { image: { url: string } }[]; attachments: { url: string }[] };
    };
    expect(data.embeds[0]?.image.url).toMatch(/^data:image\/png;base64,/);
    expect(data.attachments[0]?.url).toBe(data.embeds[0]?.image.url);
  });

  it('are examples of the articles that are there now, and not of those of the first visit', async () => {
    const examples = ['who met Kim', 'who met Wang'];
    const changing: Archive = Object.create(archive, { examples: { value: async () => [examples.shift()] } });
    routes = routesAt('127.0.0.1', null, changing);
    expect(await (await get('/playground/examples')).json()).toEqual(['who met Kim']);
    expect(await (await get('/playground/examples')).json()).toEqual(['who met Wang']);
  });

  it('is refused with one sentence when it is no interaction', async () => {
    const response = await post('/playground/interactions', { type: 9 });
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({ error: expect.stringContaining('no interaction') });
  });

  it('is told an article by its id, its date and how that is known, and no path', async () => {
    const article = await (await get('/playground/article?id=000_591516c1a6096e95')).json();
    expect(article).toMatchObject({
      source: 'AFP · 20 October 2023 · date stated by the article',
      url: null,
      problems: [],
    });
    expect((await get('/playground/article?id=../package.json')).status).toBe(404);
  });

  it('is asked to wait by a kind sentence after very many requests', async () => {
    for (let sent = 0; sent < 60; sent++) expect((await post('/playground/messages', {})).status).toBe(400);
    const response = await ask();
    expect(response.status).toBe(429);
    expect(response.headers.get('retry-after')).toBe('1');
    expect(await response.json()).toEqual({ error: expect.stringContaining('Please go on in 1 s') });
  });

  it('counts what is only looked at too', async () => {
    for (let sent = 0; sent < 300; sent++) expect((await get('/playground/article?id=none')).status).toBe(404);
    const later = await Promise.all(Array.from({ length: 20 }, () => get('/playground/article?id=none')));
    expect(later.map(({ status }) => status)).toContain(429);
  });
});

describe('what comes from elsewhere', () => {
  it.each([
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { host: 'evil.example:3000' },
  ])('is refused: %o', async (headers: Record<string, string>) => {
    expect((await ask(headers)).status).toBe(403);
    expect((await get('/playground/corpus', headers)).status).toBe(403);
  });

  it.each([{ 'sec-fetch-site': 'same-origin' }, { origin: PAGE }, { host: 'localhost:3000' }, { host: '[::1]:3000' }])(
    'is not the page itself: %o is answered',
    async (headers: Record<string, string>) => expect((await ask(headers)).status).toBe(200),
  );

  it('may be a link that somebody follows', async () => {
    const headers = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' };
    expect((await get('/?q=who+met+Kim', headers)).status).toBe(200);
  });

  it('may name the address that is public, behind a proxy or on all addresses', async () => {
    routes = routesAt('127.0.0.1', 'https://dateline.example');
    expect((await ask({ host: 'dateline.example' })).status).toBe(200);
    routes = routesAt('0.0.0.0');
    expect((await ask({ host: 'box.local:3000' })).status).toBe(200);
  });
});

describe('the page, with several events', () => {
  const several = async () => {
    const bridge = await createArchive([{ id: 'b', text: 'The builder of the bridge is Omar Fenwick.' }], {
      reader: false,
    });
    const first = { name: 'bridge', archive: bridge };
    const all = [first, { name: 'visit', archive }];
    const corpora = {
      names: ['bridge', 'visit'],
      first,
      of: (name: string) => all.find((one) => one.name === name) ?? null,
    };
    const logger = pino({ level: 'silent' });
    const dispatcher = new Dispatcher({ archive: bridge, corpora, commands, logger, articlePage: PAGE });
    const own = { archive: bridge, corpora, commands, dispatcher, page: PAGE, host: '127.0.0.1', publicUrl: null };
    return playgroundRoutes({ ...own, folder, now: () => 0 });
  };

  it('offers to choose one, and leads to its articles', async () => {
    routes = await several();
    expect(await (await get('/playground/corpus')).json()).toMatchObject({
      summary: expect.stringContaining('bridge, visit'),
      commands: expect.arrayContaining([
        expect.objectContaining({
          name: 'ask',
          options: expect.arrayContaining([expect.objectContaining({ name: 'event', autocomplete: true })]),
        }),
      ]),
    });
    const options = [
      { name: 'question', value: 'who met Kim' },
      { name: 'event', value: 'visit' },
    ];
    const response = await post('/playground/interactions', commandInteraction(BOT, ASK, options));
    const answer = await response.text();
    expect(answer).toContain('Event: visit');
    const [, query = ''] = /\/\?(article=[^)]*)\)/.exec(answer) ?? [];
    const link = new URLSearchParams(query);
    expect(link.get('of')).toBe('visit');
    const id = link.get('article') ?? '';
    expect((await get(`/playground/article?id=${id}&of=visit`)).status).toBe(200);
    expect((await get(`/playground/article?id=${id}`)).status).toBe(404);
    expect((await get(`/playground/article?id=${id}&of=flood`)).status).toBe(404);
  });
});
