import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';
import { snowflakes } from '../../tests/discord/snowflakes.js';
import { createWorld, guildObject, type World } from '../../tests/discord/world.js';

/**
 * A Discord that only carries: interactions out over the gateway, answers in over HTTP, and of each no more than when and of what kind
 * it was. What the local Discord of the tests checks of every answer takes a millisecond, which is more than the bot takes to give one.
 */
export interface LightDiscord {
  readonly apiUrl: string;
  readonly token: string;
  readonly world: World;
  /** Sends one interaction. @returns its id */
  send(interaction: Sent): string;
  /** Everything that came since the last call, in the order in which it came. */
  takeAnswers(): Answer[];
  /** Whether a bot is connected and has registered its commands. */
  isReady(): boolean;
  stop(): Promise<void>;
}

/** What somebody does. */
export interface Sent {
  readonly type: 2 | 4;
  readonly command: string;
  readonly options: readonly object[];
  /** Ids of who does it; one person in one server unless told. */
  readonly user?: string;
}

/** `answer`: a message for all. `private`: one that only the asker sees, as "too busy" is. */
export type AnswerKind = 'answer' | 'private' | 'deferred' | 'choices' | 'follow-up';

export interface Answer {
  readonly id: string;
  readonly kind: AnswerKind;
  /** Milliseconds from sending the interaction. */
  readonly after: number;
  /** The first 200 bytes of what was said. */
  readonly text: string;
}

/** A token says which interaction it is of and when that was sent, so that nothing is kept of any. */
const TOKEN = /^(\d+)\.([\d.]+)\./;
const HEARTBEAT_MS = 41_250;
const SHOWN_TEXT = 200;

export async function startLightDiscord(): Promise<LightDiscord> {
  const token = 'light.test.token';
  const world = createWorld(token);
  const newId = snowflakes();
  let socket: WebSocket | null = null;
  let sequence = 0;
  let commands: object[] = [];
  let answers: Answer[] = [];
  let registered = false;

  const server = createServer((request, response) => void answerRequest(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const sockets = new WebSocketServer({ server });
  const dispatch = (t: string, d: unknown) => {
    sequence += 1;
    socket?.send(JSON.stringify({ op: 0, t, s: sequence, d }));
  };
  sockets.on('connection', (opened) => {
    opened.send(JSON.stringify({ op: 10, d: { heartbeat_interval: HEARTBEAT_MS } }));
    opened.on('message', (raw) => {
      const { op } = JSON.parse(String(raw)) as { op: number };
      if (op === 1) opened.send(JSON.stringify({ op: 11 }));
      if (op !== 2) return;
      socket = opened;
      dispatch('READY', {
        v: 10,
        user: world.bot,
        guilds: [{ id: world.guildId, unavailable: true }],
        application: { id: world.applicationId, flags: 0 },
        session_id: 'one',
        resume_gateway_url: `ws://127.0.0.1:${port}`,
      });
      dispatch('GUILD_CREATE', guildObject(world));
    });
  });

  async function answerRequest(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = (request.url ?? '').replace(/^\/api\/v10/, '');
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    const parts = path.split(/[/?]/);
    if (parts[1] === 'interactions' || parts[1] === 'webhooks') {
      take(decodeURIComponent(parts[3] ?? ''), parts[1], body.toString('latin1'));
      response.writeHead(204).end();
      return;
    }
    const json = (value: unknown) =>
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(value));
    if (path.startsWith('/gateway/bot')) {
      json({
        url: `ws://127.0.0.1:${port}`,
        shards: 1,
        session_start_limit: { total: 1_000, remaining: 999, reset_after: 1_000, max_concurrency: 1 },
      });
    } else if (parts[3] === 'commands' || parts[5] === 'commands') {
      if (request.method === 'PUT') {
        commands = (JSON.parse(body.toString()) as object[]).map((command) => ({ ...command, id: newId() }));
      }
      registered = true;
      json(commands);
    } else json({ ...world.bot, id: world.applicationId, flags: 0, bot: world.bot });
  }

  function take(ofToken: string, route: string, body: string): void {
    const [, id, sentAt] = TOKEN.exec(ofToken) ?? [];
    if (id === undefined) return;
    const start = body.indexOf('"description":"');
    const text = start < 0 ? '' : body.slice(start, start + SHOWN_TEXT);
    answers.push({ id, kind: kindOf(route, body), after: performance.now() - Number(sentAt), text });
  }

  return {
    apiUrl: `http://127.0.0.1:${port}/api`,
    token,
    world,
    send({ type, command, options, user = '100000000000000001' }) {
      const id = newId();
      const { channel } = world.places;
      dispatch('INTERACTION_CREATE', {
        id,
        application_id: world.applicationId,
        type,
        token: `${id}.${performance.now()}.${'x'.repeat(140)}`,
        version: 1,
        guild_id: world.guildId,
        channel_id: channel.id,
        channel: { id: channel.id, type: 0, name: channel.name, guild_id: world.guildId },
        member: {
          user: { id: user, username: 'ada', global_name: 'Ada', discriminator: '0', avatar: null },
          roles: [],
          joined_at: '2023-01-01T00:00:00.000000+00:00',
          deaf: false,
          mute: false,
          flags: 0,
          permissions: '0',
        },
        locale: 'en-US',
        guild_locale: 'en-US',
        entitlements: [],
        authorizing_integration_owners: {},
        context: 0,
        app_permissions: '0',
        data: { id: '1', name: command, type: 1, options },
      });
      return id;
    },
    takeAnswers() {
      const taken = answers;
      answers = [];
      return taken;
    },
    isReady: () => registered && socket !== null,
    async stop() {
      for (const client of sockets.clients) client.terminate();
      sockets.close();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

function kindOf(route: string, body: string): AnswerKind {
  if (route === 'webhooks') return 'follow-up';
  // Of a form, what is JSON stands first in it or after the head of its part.
  if (/"type":5[,}]/.test(body.slice(0, SHOWN_TEXT))) return 'deferred';
  if (/"type":8[,}]/.test(body.slice(0, SHOWN_TEXT))) return 'choices';
  return /"flags":64/.test(body) ? 'private' : 'answer';
}
