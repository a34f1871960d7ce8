import { pino } from 'pino';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { fuzzInteractions } from '../../bench/interactionFuzz.js';
import type { Command } from '../../commands/parts/command.js';
import { loadCommands } from '../../commands/parts/load.js';
import { notice } from '../../commands/parts/reply.js';
import { type Archive, openArchive } from '../../src/archive.js';
import { Dispatcher } from '../../src/discord/dispatcher.js';
import type { FollowUp } from '../../src/discord/interactions.js';
import { type InteractionFault, interactionRoutes } from '../../src/web/interactionRoutes.js';
import { makeSigningKeys, signedHeaders } from '../discord/endpoint.js';
import { autocomplete, buttonPress, messageCommand, PING, slashCommand } from '../discord-bot/interactionObjects.js';

const KEYS = makeSigningKeys();
const FUZZED = 1_000;

/** A command that an answer cannot be made of in time. */
const SLOW: Command = {
  kind: 'slash',
  name: 'slow',
  description: 'Takes its time',
  options: {},
  run: async () => {
    await new Promise((resolve) => setTimeout(resolve, 1_700));
    return { ...notice('At last.'), private: false };
  },
};

let archive: Archive;
let routes: ReturnType<typeof interactionRoutes>;
let dispatcher: Dispatcher;
let faults: InteractionFault[] = [];
let followUps: FollowUp[] = [];
let log = '';
const remember = (line: string): void => {
  log += line;
};

beforeAll(async () => {
  archive = await openArchive('seeds');
  const commands = [...(await loadCommands()), SLOW];
  const logger = pino({ level: 'trace' }, { write: remember });
  dispatcher = new Dispatcher({ archive, commands, logger });
  routes = interactionRoutes({
    publicKey: KEYS.publicKey,
    dispatcher,
    followUp: async (message) => void followUps.push(message),
    log: logger,
    now: Date.now,
    onRefused: (fault) => void faults.push(fault),
  });
});
afterEach(() => {
  [faults, followUps, log] = [[], [], ''];
});

async function post(body: string, headers: Record<string, string> = signedHeaders(KEYS, body)): Promise<Response> {
  return routes.request('/interactions', { method: 'POST', body, headers });
}

/** Sends a signed object, which must be answered, and gives the answer. */
async function answerTo(interaction: object) {
  const response = await post(JSON.stringify(interaction));
  expect(response.status).toBe(200);
  return (await response.json()) as {
    type: number;
    data: { flags?: number; embeds: { description: string; footer?: { text: string } }[]; choices: object[] };
  };
}

/** Sends what is not taken, and gives why. */
async function refusalOf(response: Response): Promise<{ status: number; sentence: string }> {
  const { error } = (await response.json()) as { error: string };
  return { status: response.status, sentence: error };
}

describe('POST /interactions', () => {
  it('answers a ping, as Discord wants before it takes the address', async () => {
    expect(await answerTo(PING)).toEqual({ type: 1 });
  });

  it('answers commands, message commands and autocomplete', async () => {
    const answer = await answerTo(slashCommand('ask', { question: 'who met Kim' }));
    expect(answer.data.embeds[0]?.description).toContain('Sergei Lavrov');
    const found = await answerTo(messageCommand('Find in sources', 'Lavrov met Kim Jong Un on Thursday.'));
    expect(found.data.flags).toBe(64);
    const suggested = await answerTo(autocomplete('ask', 'source', 'Reut'));
    expect(suggested.data.choices[0]).toMatchObject({ value: 'Reuters' });
  });

  it('answers a button with no more than the press brings along', async () => {
    const first = await answerTo(slashCommand('ask', { question: 'what did Lavrov say about US policy?' }));
    const id = /"custom_id":"(ask\|page\|1\|[^"]*)"/.exec(JSON.stringify(first))?.[1] ?? 'no button';
    const second = await answerTo(buttonPress(id, first.data));
    expect(second).toMatchObject({
      type: 7,
      data: { embeds: [{ footer: { text: expect.stringMatching(/^2 of /) } }] },
    });
  });

  it('sends a picture as a form, with its words for those who cannot see it', async () => {
    const response = await post(JSON.stringify(slashCommand('timeline')));
    expect(response.headers.get('content-type')).toMatch(/^multipart\/form-data; boundary=/);
    const form = await response.formData();
    const { data } = JSON.parse(await (form.get('payload_json') as Blob).text());
    const file = form.get('files[0]') as File;
    expect(data.attachments).toEqual([{ id: '0', filename: file.name, description: expect.stringMatching(/\w{3}/) }]);
    expect(data.embeds[0].image.url).toBe(`attachment://${file.name}`);
    expect(
      Buffer.from(await file.arrayBuffer())
        .subarray(1, 4)
        .toString(),
    ).toBe('PNG');
  });

  it('defers an answer that takes long, and fills it in where the token leads', async () => {
    expect(await answerTo(slashCommand('slow'))).toEqual({ type: 5, data: {} });
    expect(followUps).toEqual([]);
    await dispatcher.finish();
    expect(followUps).toMatchObject([
      { kind: 'edit', token: PING.token, body: { embeds: [{ description: 'At last.' }] } },
    ]);
  });
});

describe('POST /interactions refuses', () => {
  it('with 401 what is not signed', async () => {
    expect(await refusalOf(await post(JSON.stringify(PING), {}))).toEqual({
      status: 401,
      sentence: expect.stringContaining('Only Discord may ask here'),
    });
    expect(faults).toEqual(['unsigned']);
  });

  it('with 401 what is stale, altered, or sent again', async () => {
    const body = JSON.stringify(slashCommand('ask', { question: 'who met Kim' }));
    const long = signedHeaders(KEYS, body, Math.floor(Date.now() / 1_000) - 301);
    expect((await post(body, long)).status).toBe(401);
    expect((await post(body.replace('who', 'how'), signedHeaders(KEYS, body))).status).toBe(401);
    const headers = signedHeaders(KEYS, body);
    expect((await post(body, headers)).status).toBe(200);
    expect((await post(body, headers)).status).toBe(401);
    expect(faults).toEqual(['stale', 'altered', 'replayed']);
  });

  it('with 413 what is larger than 100 kB, before it looks at the signature', async () => {
    const body = JSON.stringify({ ...PING, more: 'x'.repeat(100_000) });
    expect(await refusalOf(await post(body))).toEqual({
      status: 413,
      sentence: 'An interaction has at most 100000 bytes.',
    });
    const chunks = new ReadableStream({
      pull: (controller) => controller.enqueue(Buffer.alloc(10_000, 'x')),
    });
    const endless = new Request('http://localhost/interactions', { method: 'POST', body: chunks, duplex: 'half' });
    expect((await routes.request(endless)).status).toBe(413);
    expect(faults).toEqual(['too-large', 'too-large']);
  });

  it.each(['', '{', 'null', '[]', '"text"', '{"type":"2"}', '{"type":5,"data":{}}', '{"type":2}'])(
    'with 400 and a sentence what is no interaction: %s',
    async (body) => {
      const { status, sentence } = await refusalOf(await post(body));
      expect(status).toBe(400);
      expect(sentence).toMatch(/^This is no (JSON|interaction).*\.$/);
      expect(faults).toEqual(['malformed']);
    },
  );

  it('with 400 bytes that are no UTF-8', async () => {
    const body = Buffer.from([0x7b, 0xff, 0x7d]);
    const response = await routes.request('/interactions', {
      method: 'POST',
      body,
      headers: signedHeaders(KEYS, body),
    });
    expect(await refusalOf(response)).toEqual({ status: 400, sentence: 'This is no JSON.' });
  });

  it(`${FUZZED} bodies that are almost interactions with a sentence, or answers them`, async () => {
    const report = await fuzzInteractions(archive, FUZZED, 7);
    expect(report.faults).toEqual([]);
    expect(report.answered).toBeGreaterThan(FUZZED / 10);
    expect(report.refused).toBeGreaterThan(FUZZED / 10);
  }, 60_000);
});

describe('the log of interactions', () => {
  it('holds no token and, above debug, nothing that was asked', async () => {
    await answerTo(slashCommand('ask', { question: 'who met the rosebud' }));
    await post('{"type":2,"data":{"name":"rosebud"}}');
    const lines = log.split('\n').filter((line) => line !== '' && JSON.parse(line).level >= 30);
    expect(log).not.toContain(PING.token);
    expect(lines.join('\n')).not.toContain('rosebud');
    expect(lines).not.toEqual([]);
  });
});
