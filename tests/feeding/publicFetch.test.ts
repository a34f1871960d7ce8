import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { FeedError } from '../../src/feeding/feedError.js';
import { fetchArticle } from '../../src/feeding/fetchArticle.js';
import { type FetchLimits, fetchIfChanged, fetchPublic } from '../../src/feeding/publicFetch.js';

let server: Server | null = null;
let asked = 0;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
  server = null;
  asked = 0;
});

/** Starts a server on this machine, and gives its port. */
async function serve(listener: RequestListener): Promise<number> {
  const started = createServer((request, response) => {
    asked++;
    listener(request, response);
  });
  server = started;
  await new Promise<void>((resolve) => started.listen(0, '127.0.0.1', resolve));
  return (started.address() as AddressInfo).port;
}

/** As if this machine were a public server called norwick.example, and nothing else were there. */
const PUBLIC: Partial<FetchLimits> = {
  isAllowed: (address) => address === '127.0.0.1',
  resolve: async (host) => {
    if (host !== 'norwick.example') throw Object.assign(new Error('no such name'), { code: 'ENOTFOUND' });
    return [{ address: '127.0.0.1', family: 4 }];
  },
};

describe('fetching', () => {
  it('gives what is there, unpacked, with where it was and what it is', async () => {
    const port = await serve((request, response) => {
      expect(request.headers).not.toHaveProperty('cookie');
      expect(request.headers).not.toHaveProperty('authorization');
      response.writeHead(200, { 'content-type': 'Text/HTML; charset="ISO-8859-1"', 'content-encoding': 'gzip' });
      response.end(gzipSync('<p>It sank.</p>'));
    });
    const { bytes, ...rest } = await fetchPublic(`http://norwick.example:${port}/a`, PUBLIC);
    expect(Buffer.from(bytes).toString()).toBe('<p>It sank.</p>');
    expect(rest).toEqual({ url: `http://norwick.example:${port}/a`, mediaType: 'text/html', charset: 'iso-8859-1' });
  });

  it.each([
    'http://127.0.0.1:PORT/',
    'http://2130706433:PORT/',
    'http://0x7f.1:PORT/',
    'http://[::1]:PORT/',
    'http://[::ffff:127.0.0.1]:PORT/',
    'http://0.0.0.0:PORT/',
    'http://localhost:PORT/',
  ])('never asks this machine: %s', async (address) => {
    const port = await serve((_, response) => response.end('secret'));
    const fetching = fetchPublic(address.replace('PORT', String(port)));
    await expect(fetching).rejects.toThrow(/to this machine or to a network that is not public/);
    expect(asked).toBe(0);
  });

  it.each([
    ['an address of this machine', 'http://127.0.0.2/'],
    ['a cloud’s metadata', 'http://169.254.169.254/latest/meta-data/'],
  ])('checks where it is led on to: %s', async (_what, target) => {
    const port = await serve((_, response) => response.writeHead(302, { location: target }).end());
    await expect(fetchPublic(`http://norwick.example:${port}/`, PUBLIC)).rejects.toThrow(/not public/);
    expect(asked).toBe(1);
  });

  it('refuses a name as soon as one of its addresses is not public', async () => {
    const port = await serve((_, response) => response.end('secret'));
    const resolve = async () => [
      { address: '127.0.0.1', family: 4 },
      { address: '10.0.0.1', family: 4 },
    ];
    await expect(fetchPublic(`http://norwick.example:${port}/`, { ...PUBLIC, resolve })).rejects.toThrow(/not public/);
    expect(asked).toBe(0);
  });

  it('connects to the address that it has checked, and asks for the name once', async () => {
    const port = await serve((_, response) => response.end('<p>It sank.</p>'));
    const answers = ['127.0.0.1', '10.0.0.1'];
    const resolve = async () => [{ address: answers.shift() ?? '', family: 4 }];
    await fetchPublic(`http://norwick.example:${port}/`, { ...PUBLIC, resolve });
    expect(answers).toEqual(['10.0.0.1']);
  });

  it.each([
    ['another protocol', 'file:///etc/hostname', /only http and https/],
    ['a name and a password', 'http://me:secret@norwick.example/', /a name or a password/],
    ['no address', 'http://', /no web address/],
    ['a server that is not there', 'http://nowhere.example/', /no such server/],
  ])('refuses %s', async (_what, address, message) => {
    await expect(fetchPublic(address, PUBLIC)).rejects.toThrow(message);
  });

  it('follows five redirects and no more', async () => {
    const port = await serve((request, response) => {
      const left = Number(request.url?.slice(1));
      if (left === 0) response.end('<p>It sank.</p>');
      else response.writeHead(301, { location: `/${left - 1}` }).end();
    });
    expect((await fetchPublic(`http://norwick.example:${port}/5`, PUBLIC)).url).toMatch(/\/0$/);
    await expect(fetchPublic(`http://norwick.example:${port}/6`, PUBLIC)).rejects.toThrow(/more than 5 times/);
  });

  it('stops at so many bytes, sent or unpacked', async () => {
    const port = await serve((request, response) => {
      if (request.url === '/packed')
        response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(200_000)));
      else response.end(Buffer.alloc(200_000, 'a'));
    });
    const limits = { ...PUBLIC, bytes: 100_000 };
    for (const path of ['plain', 'packed']) {
      await expect(fetchPublic(`http://norwick.example:${port}/${path}`, limits)).rejects.toThrow(/more than 0\.1 MB/);
    }
  });

  it('stops after so long, also where bytes keep dripping', async () => {
    const port = await serve((_, response) => {
      const drip = setInterval(() => response.write('a'), 50);
      response.on('close', () => clearInterval(drip));
    });
    const fetching = fetchPublic(`http://norwick.example:${port}/`, { ...PUBLIC, milliseconds: 500 });
    await expect(fetching).rejects.toThrow(/longer than 0\.5 s/);
  });

  it('asks whether what was fetched before has changed, and takes “no” for an answer', async () => {
    const port = await serve((request, response) => {
      const { 'if-none-match': etag, 'if-modified-since': since } = request.headers;
      if (etag === '"a"' && since === 'Wed, 06 Mar 2024 09:00:00 GMT') response.writeHead(304).end();
      else response.writeHead(200, { etag: '"a"', 'last-modified': 'Wed, 06 Mar 2024 09:00:00 GMT' }).end('<rss/>');
    });
    const address = `http://norwick.example:${port}/feed`;
    const first = await fetchIfChanged(address, { etag: null, lastModified: null }, PUBLIC);
    expect(first?.validators).toEqual({ etag: '"a"', lastModified: 'Wed, 06 Mar 2024 09:00:00 GMT' });
    expect(await fetchIfChanged(address, first?.validators ?? { etag: null, lastModified: null }, PUBLIC)).toBeNull();
  });

  it('refuses what the server does', async () => {
    const port = await serve((_, response) => response.writeHead(404).end());
    await expect(fetchPublic(`http://norwick.example:${port}/`, PUBLIC)).rejects.toThrow(/answers with 404/);
  });
});

describe('an article that was fetched', () => {
  const fetched = (bytes: string | Buffer, mediaType: string, charset: string | null = null) =>
    fetchArticle('x', async () => ({
      url: 'https://norwick.example/a--b',
      bytes: Buffer.from(bytes as string),
      mediaType,
      charset,
    }));

  it('is a page as a browser saves it, in UTF-8', async () => {
    const { name, from, isNamedByTitle } = await fetched(
      Buffer.from('<p>Caf\xe9</p>', 'latin1'),
      'text/html',
      'iso-8859-1',
    );
    expect([name, isNamedByTitle]).toEqual(['article.html', true]);
    expect(String(from)).toBe('<!-- saved from url=(0032)https://norwick.example/a%2D%2Db -->\n<p>Café</p>');
  });

  it.each(['', 'a\0b'])('is refused in a sentence where it is no page', async (bytes) => {
    await expect(fetched(bytes, 'text/html')).rejects.toThrow(FeedError);
  });

  it('is a feed named after its address, or a document with its address beside it', async () => {
    expect(await fetched('<rss/>', 'application/rss+xml')).toMatchObject({
      name: 'norwick-example-a-b.xml',
      isNamedByTitle: false,
    });
    expect(await fetched('%PDF-1.4', 'application/pdf')).toMatchObject({
      name: 'article.pdf',
      metadata: 'url: "https://norwick.example/a--b"\n',
    });
  });
});
