import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FollowUp } from '../../src/discord/interactions.js';
import { FollowUpError, webhookOf } from '../../src/web/webhook.js';
import { type RequestBody, readBody } from '../discord/requestBody.js';

const TOKEN = 's3cr3t-token';
const MESSAGE: FollowUp = {
  kind: 'edit',
  applicationId: '42',
  token: TOKEN,
  body: {
    embeds: [{ description: 'At last.', color: 1 }],
    components: [],
    attachments: [],
    allowed_mentions: { parse: [] },
  },
  files: [],
};

interface Seen extends RequestBody {
  readonly request: string;
  readonly headers: NodeJS.Dict<string | string[]>;
}

let server: Server;
let seen: Seen[];
/** What is answered next: a status, and headers. The last one stays. */
let answers: [number, Record<string, string>?][];

beforeEach(async () => {
  [seen, answers] = [[], [[200]]];
  server = createServer(async (request, response) => {
    const body = await readBody(request);
    seen.push({ request: `${request.method} ${request.url}`, headers: request.headers, ...body });
    const [status, headers = {}] = (answers.length > 1 ? answers.shift() : answers[0]) ?? [500];
    response.writeHead(status, headers).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

const address = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`;
const send = (message: Partial<FollowUp> = {}) => webhookOf(address())({ ...MESSAGE, ...message });

describe('what follows a deferred answer', () => {
  it('fills the answer in with a PATCH, or adds a message with a POST', async () => {
    await send();
    await send({ kind: 'add' });
    expect(seen.map(({ request }) => request)).toEqual([
      `PATCH /api/v10/webhooks/42/${TOKEN}/messages/@original`,
      `POST /api/v10/webhooks/42/${TOKEN}`,
    ]);
    expect(seen[0]?.json).toEqual(MESSAGE.body);
    expect(seen[0]?.headers['user-agent']).toMatch(/^DiscordBot \(/);
  });

  it('takes its files along as a form', async () => {
    const files = [{ name: 'timeline.png', attachment: Buffer.from('PNG'), description: 'Two days.' }];
    await send({ files });
    expect(Buffer.from(seen[0]?.files.get('0')?.bytes ?? []).toString()).toBe('PNG');
    expect(seen[0]?.json).toEqual(MESSAGE.body);
  });

  it('is tried again while Discord does not know the webhook yet, stumbles, or wants it slower', async () => {
    answers = [[404], [429, { 'retry-after': '0.2' }], [502], [200]];
    await send();
    expect(seen).toHaveLength(4);
  }, 10_000);

  it('is given up at once when Discord refuses it, or wants it much later', async () => {
    answers = [[400]];
    await expect(send()).rejects.toThrow('status 400');
    answers = [[429, { 'retry-after': '3600' }]];
    await expect(send()).rejects.toThrow('status 429');
    expect(seen).toHaveLength(2);
  });

  it('goes nowhere else, and says nothing of its token when it fails', async () => {
    answers = [[302, { location: 'http://127.0.0.1:1/' }]];
    const failure: unknown = await send().catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(FollowUpError);
    expect(`${(failure as Error).message}${(failure as Error).stack}`).not.toContain(TOKEN);
  }, 10_000);
});
