import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { RemoteEncoder } from '../../../src/search/meaning/remoteEncoder.js';
import { cosine } from '../../../src/search/meaning/sentenceVector.js';
import { type EmbeddingsServer, embeddingsOf, startEmbeddingsServer } from './embeddingsServer.js';

const KEY = 'sk-very-secret';
/** Long enough for a local server on a busy machine, short enough for a test. */
const PATIENCE_MS = 2_000;

let server: EmbeddingsServer;
beforeEach(async () => {
  server = await startEmbeddingsServer();
});
afterEach(() => server.close());

function encoder(timeoutMs = PATIENCE_MS): RemoteEncoder {
  return new RemoteEncoder({ url: server.url, model: 'letters', key: KEY, timeoutMs });
}

describe('encoding by an endpoint', () => {
  it('sends model, texts and key to the address as given', async () => {
    await encoder().encode(['tea', 'toast']);
    expect(server.requests).toEqual([
      { path: '/v1/embeddings', authorization: `Bearer ${KEY}`, model: 'letters', input: ['tea', 'toast'] },
    ]);
  });

  it('sends no authorization without a key', async () => {
    await new RemoteEncoder({ url: server.url, model: 'letters', key: null }).encode(['tea']);
    expect(server.requests[0]?.authorization).toBeNull();
  });

  it('gives unit vectors in the order of the texts, whatever the order of the answer', async () => {
    const [tea = null, toast = null, again = null] = await encoder().encode(['tea', 'toast', 'eat']);
    expect(cosine(tea, tea)).toBeCloseTo(1);
    expect(cosine(tea, again)).toBeCloseTo(1);
    expect(cosine(tea, toast)).toBeLessThan(0.9);
  });

  it('gives null for a text that the model gives no direction', async () => {
    expect(await encoder().encode(['xyz'])).toEqual([null]);
  });

  it('asks for each text once, and remembers it', async () => {
    const one = encoder();
    await one.encode(['tea', 'tea', 'toast']);
    await one.encode(['toast', 'oats']);
    expect(server.requests.map(({ input }) => input)).toEqual([['tea', 'toast'], ['oats']]);
  });

  it('cuts many texts into batches', async () => {
    const texts = Array.from({ length: 40 }, (_, i) => `tea ${'t'.repeat(i)}`);
    expect(await encoder().encode(texts)).toHaveLength(40);
    expect(server.requests.map(({ input }) => input.length)).toEqual([16, 16, 8]);
  });

  it('refuses an address with a password, without repeating it', () => {
    const make = () => new RemoteEncoder({ url: 'http://me:hunter2@localhost/v1/embeddings', model: 'm', key: null });
    expect(make).toThrow('must not hold a name or password');
    expect(make).not.toThrow('hunter2');
  });
});

describe('an endpoint in trouble', () => {
  it('is not waited for longer than said', async () => {
    server.behave = () => {};
    const start = performance.now();
    await expect(encoder(100).encode(['tea'])).rejects.toThrow('took longer than 100 ms');
    expect(performance.now() - start).toBeLessThan(1_000);
  });

  it('is not waited for when it stops in the middle of its answer', async () => {
    server.behave = (_request, response, embed) => response.writeHead(200).write(embed().slice(0, 20));
    await expect(encoder(100).encode(['tea'])).rejects.toThrow('took longer than 100 ms');
  });

  it('keeps the batches that came before the time was out', async () => {
    const texts = Array.from({ length: 20 }, (_, i) => `tea ${'t'.repeat(i)}`);
    const one = encoder(300);
    server.behave = (request, response, embed) => {
      if (request.input.length === 16) response.end(embed());
    };
    await expect(one.encode(texts)).rejects.toThrow('took longer');
    server.behave = (_request, response, embed) => response.end(embed());
    await one.encode(texts);
    expect(server.requests.map(({ input }) => input.length)).toEqual([16, 4, 4]);
  });

  it('says the status, and not the key even when the server repeats it', async () => {
    server.behave = (request, response) =>
      response.writeHead(500).end(`no model for ${request.authorization} ${'x'.repeat(999)}`);
    const message = await encoder()
      .encode(['tea'])
      .catch((error: Error) => error.message);
    expect(message).toContain('answered 500');
    expect(message).not.toContain(KEY);
    expect(String(message).length).toBeLessThan(300);
  });

  it.each([
    ['broken JSON', '{"data": [{"index": 0, "embed'],
    ['a page', '<html>Welcome to nginx</html>'],
    ['another shape', '{"embedding": [1, 2]}'],
    ['words for numbers', '{"data": [{"index": 0, "embedding": ["a"]}]}'],
    ['an empty vector', '{"data": [{"index": 0, "embedding": []}]}'],
  ])('is refused when it answers %s', async (_what, body) => {
    server.behave = (_request, response) => response.end(body);
    await expect(encoder().encode(['tea'])).rejects.toThrow('no list of embeddings');
  });

  it.each([
    ['too few', ['tea']],
    ['too many', ['tea', 'toast', 'oats']],
  ])('is refused when it answers %s vectors', async (_what, input) => {
    server.behave = (request, response) => response.end(embeddingsOf({ ...request, input }));
    await expect(encoder().encode(['tea', 'toast'])).rejects.toThrow('embeddings for 2 texts');
  });

  it('is refused once when its vectors change their length, and then begins anew', async () => {
    const one = encoder();
    await one.encode(['tea']);
    server.behave = (request, response) => response.end(embeddingsOf(request, 'aet'));
    await expect(one.encode(['tea', 'eat'])).rejects.toThrow('3 dimensions, and of 6 before');
    const [tea = null, eat = null] = await one.encode(['tea', 'eat']);
    expect(tea).toHaveLength(3);
    expect(cosine(tea, eat)).toBeCloseTo(1);
  });

  it('is left in the middle of an answer that never ends', async () => {
    let closed = false;
    server.behave = (_request, response) => {
      const chunk = Buffer.alloc(1_000_000, ' ');
      const more = (): void => {
        while (!closed && response.write(chunk));
      };
      response.on('drain', more).on('close', () => {
        closed = true;
      });
      more();
    };
    await expect(encoder().encode(['tea'])).rejects.toThrow('answered more than 8 MB');
    await vi.waitFor(() => expect(closed).toBe(true));
  });

  it('has its time, and no more, whatever memory is tidied in the meantime', async () => {
    setFlagsFromString('--expose-gc');
    const tidy: () => void = runInNewContext('gc');
    server.behave = () => undefined;
    const encoding = encoder(300).encode(['tea']);
    const tidying = setInterval(tidy, 20);
    await expect(encoding)
      .rejects.toThrow('longer than 300 ms')
      .finally(() => clearInterval(tidying));
  });

  it('does not send the texts on to another host', async () => {
    server.behave = (_request, response) => response.writeHead(307, { location: 'http://127.0.0.1:9/v1' }).end();
    await expect(encoder().encode(['tea'])).rejects.toThrow("can't be reached");
  });

  it('is named when nobody listens', async () => {
    await server.close();
    await expect(encoder().encode(['tea'])).rejects.toThrow(/letters at 127\.0\.0\.1:\d+ can't be reached/);
  });
});
