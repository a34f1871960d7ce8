import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { JsonEndpoint } from '../../src/search/jsonEndpoint.js';
import { type ReaderServer, saying, startReaderServer } from './reader/remote/readerServer.js';

/** Long enough for a local server on a busy machine. */
const PATIENCE_MS = 5_000;

let server: ReaderServer;
beforeEach(async () => {
  server = await startReaderServer(saying({ fine: true }));
});
afterEach(() => server.close());

function endpoint(key: string | null = null, model: string | null = 'big', timeoutMs = PATIENCE_MS): JsonEndpoint {
  return new JsonEndpoint({ url: `${server.url}/v1?k=hush`, model, key }, { timeoutMs, maxBytes: 1_000 });
}
const post = (to: JsonEndpoint, body: unknown = {}) => to.withDeadline((deadline) => to.post(body, deadline));

describe('an endpoint', () => {
  it('takes JSON and answers with JSON', async () => {
    expect(await post(endpoint(), { q: 'who' })).toEqual({ fine: true });
    expect(server.requests[0]).toMatchObject({ path: '/v1?k=hush', body: { q: 'who' } });
  });

  it('is named by its model and host, and by nothing that may be secret', () => {
    expect(endpoint('rk-secret').name).toMatch(/^big at 127\.0\.0\.1:\d+$/);
    expect(endpoint('rk-secret', null).name).toMatch(/^127\.0\.0\.1:\d+$/);
  });

  it('gives null for what is no JSON', async () => {
    server.behave = (_request, response) => response.end('Welcome');
    expect(await post(endpoint())).toBeNull();
  });

  it('has one deadline for all requests that are made under it', async () => {
    server.behave = (_request, response) => setTimeout(() => response.end('{}'), 180);
    const one = endpoint(null, 'big', 300);
    const two = one.withDeadline(async (deadline) => [await one.post({}, deadline), await one.post({}, deadline)]);
    await expect(two).rejects.toThrow('took longer than 300 ms');
  });

  it('says nothing of a key that no header can hold', async () => {
    const message = String(await post(endpoint('rk-✓-secret')).catch((error: Error) => error.message));
    expect(message).toContain("can't be reached");
    expect(message).not.toContain('rk-');
  });
});
