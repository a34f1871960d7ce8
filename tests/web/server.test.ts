import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Command } from '../../commands/parts/command.js';
import { loadCommands } from '../../commands/parts/load.js';
import { notice } from '../../commands/parts/reply.js';
import { type Archive, createArchive, RequestError } from '../../src/archive.js';
import { CorpusKeeper } from '../../src/corpusKeeper.js';
import type { Exchange } from '../../src/discord/exchange.js';
import type { GatewayState } from '../../src/web/healthRoutes.js';
import { ServerError, startServer, type WebServer } from '../../src/web/server.js';
import { makeSigningKeys, signedHeaders } from '../discord/endpoint.js';
import { PING, slashCommand } from '../discord-bot/interactionObjects.js';

const KEYS = makeSigningKeys();
const WEB = { host: '127.0.0.1', port: 0, publicKey: null, playground: false, publicUrl: null };

let archive: Archive;
let commands: readonly Command[];
let servers: WebServer[] = [];
/** One that would change anything for anybody. */
let keeper: CorpusKeeper | undefined;

async function start(
  web: Partial<Parameters<typeof startServer>[0]['web']> = {},
  gateway: () => GatewayState = () => 'off',
) {
  const logger = pino({ level: 'silent' });
  const apiUrl = 'http://127.0.0.1:1/api';
  const server = await startServer({ web: { ...WEB, ...web }, apiUrl, archive, commands, keeper, logger, gateway });
  servers.push(server);
  return server;
}

beforeAll(async () => {
  const broken: Command = {
    kind: 'slash',
    name: 'broken',
    description: 'Fails',
    options: {},
    run: async () => {
      throw new Error('inner detail');
    },
  };
  const slow: Command = {
    ...broken,
    name: 'slow',
    run: async () => {
      await new Promise((resolve) => setTimeout(resolve, 700));
      return notice('At last.');
    },
  };
  const refusing: Command = {
    ...broken,
    name: 'refusing',
    run: async () => {
      throw new RequestError('Not so.');
    },
  };
  archive = await createArchive([{ id: 'ferry', text: 'The ferry sailed on Tuesday.\n\nIt carries forty cars.' }]);
  commands = [...(await loadCommands()), broken, slow, refusing];
});
afterEach(async () => {
  await Promise.all(servers.map((server) => server.close()));
  servers = [];
});
afterAll(() => archive.close());

describe('the page', () => {
  it('offers nobody what managers do, and does it for nobody who sends it all the same', async () => {
    let reloads = 0;
    const reload = async () => void reloads++;
    keeper = new CorpusKeeper({
      archive: { size: archive.size, problems: [], articles: () => archive.articles(), add: reload, reload },
      corpus: '/nowhere',
      allowFetch: false,
      servers: null,
      log: () => undefined,
    });
    const { url } = await start({ playground: true });
    keeper = undefined;
    const offered = (await (await fetch(`${url}/playground/corpus`)).json()) as { commands: { name: string }[] };
    expect(offered.commands.map(({ name }) => name)).toContain('ask');
    expect(offered.commands.map(({ name }) => name)).not.toContain('corpus');
    const body = JSON.stringify({
      ...slashCommand('corpus'),
      guild_id: '1',
      member: { permissions: '32' },
      data: { id: '5', type: 1, name: 'corpus', options: [{ type: 1, name: 'reload', options: [] }] },
    });
    const headers = { 'content-type': 'application/json', origin: url };
    const answer = await fetch(`${url}/playground/interactions`, { method: 'POST', headers, body });
    expect([answer.status, await answer.text()]).toEqual([200, expect.stringContaining('works no longer')]);
    expect(reloads).toBe(0);
  });
});

describe('the server', () => {
  it('says in a sentence what to change when its port is taken', async () => {
    const other: Server = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    const failure: unknown = await start({ port }).catch((error: unknown) => error);
    other.close();
    expect(failure).toBeInstanceOf(ServerError);
    expect((failure as Error).message).toBe(
      `Port ${port} of 127.0.0.1 is taken by another program: set PORT to another one, or to 0 for any that is free.`,
    );
  });

  it('says in a sentence that an address is not of this machine', async () => {
    await expect(start({ host: '192.0.2.1' })).rejects.toThrow(/^192\.0\.2\.1 is no address of this machine: set HOST/);
  });

  it('gives an address that works on this machine when it serves all of them', async () => {
    const { url } = await start({ host: '0.0.0.0' });
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
  });

  it('has a sentence for what is not there, and /interactions is not without a public key', async () => {
    const { url } = await start();
    for (const path of ['/nowhere', '/interactions']) {
      const response = await fetch(`${url}${path}`, { method: 'POST', body: '{}' });
      expect([response.status, await response.json()]).toEqual([404, { error: 'Nothing is here.' }]);
    }
  });

  it('answers Discord over a connection, where there is a public key', async () => {
    const { url } = await start({ publicKey: KEYS.publicKey });
    const body = JSON.stringify(PING);
    const response = await fetch(`${url}/interactions`, { method: 'POST', body, headers: signedHeaders(KEYS, body) });
    expect(await response.json()).toEqual({ type: 1 });
  });

  it('finishes what is being answered when it closes, and takes no more', async () => {
    const { url, dispatcher, close } = await start();
    let said = '';
    const exchange: Exchange = {
      defer: async () => {},
      deliver: async ({ embeds }) => {
        said = embeds[0]?.description ?? '';
      },
    };
    void dispatcher.run('slash', 'slow', {}, exchange);
    const closing = close();
    await expect(fetch(`${url}/healthz`)).rejects.toThrow();
    await closing;
    expect(said).toBe('At last.');
  });
});

describe('GET /healthz', () => {
  it('is 200 when everything that is used is ready', async () => {
    for (const state of ['off', 'connected'] as const) {
      const { url } = await start({}, () => state);
      const response = await fetch(`${url}/healthz`);
      expect(response.status).toBe(200);
      expect(await response.json()).toEqual({ ready: true, corpus: 'open', gateway: state, notReady: [] });
    }
  });

  it('is 503 while Discord is not connected, and says so', async () => {
    let state: GatewayState = 'connecting';
    const { url } = await start({}, () => state);
    const response = await fetch(`${url}/healthz`);
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({ ready: false, notReady: ['Discord is not connected'] });
    state = 'connected';
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
  });
});

describe('GET /metrics', () => {
  const quiet: Exchange = { defer: async () => {}, deliver: async () => {} };
  const metricsOf = async ({ url }: WebServer) => (await fetch(`${url}/metrics`)).text();

  it('counts what became of requests by command, and how long they took', async () => {
    const server = await start();
    const { dispatcher } = server;
    await dispatcher.run('slash', 'ask', { question: 'when did the ferry sail' }, quiet);
    await dispatcher.run('slash', 'ask', { question: 'who invented the telephone' }, quiet);
    await dispatcher.run('slash', 'broken', {}, quiet);
    await dispatcher.run('slash', 'refusing', {}, quiet);
    const undeliverable = { ...quiet, deliver: () => Promise.reject(new Error('gone')) };
    await dispatcher.run('slash', 'help', {}, undeliverable);
    const text = await metricsOf(server);
    for (const line of [
      'dateline_answers_total{command="ask",outcome="answer"} 1',
      'dateline_answers_total{command="ask",outcome="closest"} 1',
      'dateline_answers_total{command="broken",outcome="failed"} 1',
      'dateline_answers_total{command="refusing",outcome="refused"} 1',
      'dateline_answers_total{command="help",outcome="undelivered"} 1',
      'dateline_answer_duration_seconds_count{command="ask"} 2',
    ]) {
      expect(text).toContain(line);
    }
  });

  it('says how large the corpus is, how the gateway is, and how late the event loop runs', async () => {
    const text = await metricsOf(await start({}, () => 'connecting'));
    expect(text).toContain('dateline_articles 1\n');
    expect(text).toContain('dateline_passages 2\n');
    expect(text).toContain('dateline_gateway{state="connecting"} 1\n');
    expect(text).toContain('dateline_gateway{state="connected"} 0\n');
    expect(text).toMatch(/^nodejs_eventloop_lag_p99_seconds /m);
  });

  it('counts requests to /interactions that are turned away', async () => {
    const server = await start({ publicKey: KEYS.publicKey });
    await fetch(`${server.url}/interactions`, { method: 'POST', body: '{}' });
    expect(await metricsOf(server)).toContain('dateline_interactions_refused_total{reason="unsigned"} 1');
  });

  it('holds nothing that anybody wrote', async () => {
    const server = await start();
    await server.dispatcher.run('slash', 'ask', { question: 'rosebud' }, quiet);
    await server.dispatcher.run('slash', 'rosebud', { rosebud: 'rosebud' }, quiet);
    expect(await metricsOf(server)).not.toContain('rosebud');
  });

  it('is apart for each server, so that nothing is remembered by a module', async () => {
    const [one, other] = [await start(), await start()];
    await one.dispatcher.run('slash', 'help', {}, quiet);
    expect(await metricsOf(one)).toContain('command="help"');
    expect(await metricsOf(other)).not.toContain('command="help"');
  });
});
