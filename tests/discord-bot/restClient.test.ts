import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LastingRest } from '../../src/discord/restClient.js';

let server: Server;
let answer: (request: IncomingMessage, response: ServerResponse) => void;
let seen: { path: string; authorization: string | undefined }[] = [];
let rest: LastingRest;

const json = (response: ServerResponse, status: number, body: object, headers: Record<string, string> = {}) =>
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));

beforeEach(async () => {
  seen = [];
  answer = (_request, response) => json(response, 200, { ok: true });
  server = createServer((request, response) => {
    seen.push({ path: request.url ?? '', authorization: request.headers.authorization });
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  rest = new LastingRest({ apiUrl: `http://127.0.0.1:${port}/api`, token: 'a.b.c' });
});
afterEach(() => {
  vi.useRealTimers();
  server.closeAllConnections();
  server.close();
});

describe("Discord's REST API", () => {
  it('is asked with the token again after one 401', async () => {
    answer = (_request, response) => json(response, 401, { message: '401: Unauthorized', code: 0 });
    await expect(rest.get('/channels/1/messages')).rejects.toMatchObject({ status: 401 });
    answer = (_request, response) => json(response, 200, { ok: true });
    expect(await rest.get('/channels/1/messages')).toEqual({ ok: true });
    expect(seen.map(({ authorization }) => authorization)).toEqual(['Bot a.b.c', 'Bot a.b.c']);
  });

  it('is asked again when the connection is closed before the answer', async () => {
    answer = ({ socket }) => {
      answer = (_request, response) => json(response, 200, { ok: true });
      socket.end();
    };
    expect(await rest.post('/interactions/1/token/callback', { body: {}, auth: false })).toEqual({ ok: true });
    expect(seen).toHaveLength(2);
  });

  it('is not waited for when a rate limit lasts for an hour', async () => {
    answer = (_request, response) =>
      json(response, 429, { message: 'limited', retry_after: 3_600, global: false }, { 'retry-after': '3600' });
    await expect(rest.get('/gateway/bot')).rejects.toMatchObject({ retryAfter: expect.closeTo(3_600_000, -3) });
  });

  it('is asked on when the clock is set back by an hour, though 50 requests were made in its last second', async () => {
    answer = (_request, response) =>
      json(response, 200, { ok: true }, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset-after': '1' });
    await Promise.all(Array.from({ length: 50 }, (_, channel) => rest.get(`/channels/${channel}/messages`)));
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() - 3_600_000 });
    expect(await rest.get('/channels/7/messages')).toEqual({ ok: true });
  });
});
