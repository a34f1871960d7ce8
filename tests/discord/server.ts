import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  type APIApplicationCommand,
  type APIMessage,
  ApplicationFlags,
  type GatewayCloseCodes,
  GatewayIntentBits,
} from 'discord.js';
import { type Endpoint, endpointAt, makeSigningKeys, type SigningKeys } from './endpoint.js';
import { type GatewayBehaviour, openGateway, type Session, type Silence } from './gateway.js';
import type { Interaction, InteractionDesk } from './interactions.js';
import { createRest, matchPath, type RecordedRequest } from './rest.js';
import { createRoutes } from './routes.js';
import { createTroubles, type Trouble } from './troubles.js';
import { concerns, createUsers, type Deliver, messageEvent, type Users, waitFor } from './users.js';
import { createWorld, guildObject, type World } from './world.js';

/** Milliseconds within which an interaction must first be answered. */
const INTERACTION_DEADLINE = 3_000;
/** Milliseconds between heartbeats that Discord's hello asks for. */
const HEARTBEAT_INTERVAL = 41_250;
const UNTIL_PATIENCE = 15_000;

export interface DiscordOptions {
  readonly token?: string;
  /** Milliseconds; 3,000 as Discord's unless told. */
  readonly deadline?: number;
  /** Milliseconds between heartbeats; 41,250 as Discord's unless told. */
  readonly heartbeatInterval?: number;
  /** Privileged intents switched on for the application; none unless told. */
  readonly privilegedIntents?: number;
  /** False: the bot is not in the server until `invite` is called. */
  readonly isInvited?: boolean;
}

/** A running local Discord: what a bot connects to, what users do on it, what can be made to go wrong, and what was seen. */
export interface LocalDiscord extends Users {
  /** For DISCORD_API_URL, and discord.js' option `rest.api`. */
  readonly apiUrl: string;
  readonly token: string;
  /** With which it signs what it sends over HTTP. */
  readonly keys: SigningKeys;
  readonly world: World;
  readonly requests: readonly RecordedRequest[];
  readonly interactions: readonly Interaction[];
  readonly identifies: readonly { readonly intents: number }[];
  readonly resumes: readonly unknown[];
  readonly heartbeats: () => number;
  /** Sessions with an open socket. */
  connected(): number;
  /** Sessions that are open or may be resumed. */
  sessions(): number;
  commands(guildId?: string): readonly APIApplicationCommand[];
  /** Requests with this method whose path fits the pattern, `:name` for a part that varies. */
  requestsTo(method: string, path: string): readonly RecordedRequest[];
  /** Requests that were answered with a 4xx, but for those that were made to fail. */
  rejected(): readonly RecordedRequest[];
  /** The message as it now stands. */
  message(id: string): APIMessage | undefined;
  /** Messages of the bot's that pinged somebody. */
  pings(): readonly APIMessage[];
  /** Somebody follows the invite link: the bot joins the server. */
  invite(): void;
  /** Interactions go to this address from now on, and no longer over the gateway. @throws Error when it does not answer well */
  sendInteractionsTo(url: string): Promise<void>;
  failNext(trouble: Trouble): void;
  refuseNextIdentify(code: GatewayCloseCodes): void;
  /** Cuts every connection, as a network does. */
  dropSocket(): void;
  /** Ends every connection with a code. */
  closeSockets(code: GatewayCloseCodes): void;
  /** Opcode 7. */
  requestReconnect(): void;
  /** How the gateway behaves from now on: late hellos, heartbeats that are not acknowledged, a line that is cut. */
  become(behaviour: Partial<GatewayBehaviour>): void;
  /** Opcode 9. */
  invalidateSession(resumable?: boolean): void;
  /** What the gateway leaves out from now on, as if it hung; null for nothing. */
  keepSilentOn(what: Silence | null): void;
  /** Sends any frame over the gateway. */
  sendFrame(frame: unknown): void;
  /** Sends the event of the next interaction twice. */
  repeatNextInteraction(): void;
  /** Sends an event to the bot, whatever its data. */
  dispatch(event: string, data: unknown): void;
  /** Loses all sessions, so that none can be resumed. */
  forgetSessions(): void;
  /** Waits until it is so. @throws Error with the complaint when it is not in time */
  until(isSo: () => boolean, complaint: string, patience?: number): Promise<void>;
  stop(): Promise<void>;
}

/** Starts a Discord on loopback, on a free port. */
export async function startDiscord(options: DiscordOptions = {}): Promise<LocalDiscord> {
  const {
    token = 'local.test.token',
    deadline = INTERACTION_DEADLINE,
    heartbeatInterval,
    privilegedIntents = 0,
  } = options;
  const keys = makeSigningKeys();
  const world = createWorld(token, options.isInvited, keys.publicKey);
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const gatewayUrl = () => `ws://127.0.0.1:${port}`;

  const gateway = openGateway(server, {
    token,
    url: gatewayUrl,
    privilegedIntents,
    heartbeatInterval: heartbeatInterval ?? HEARTBEAT_INTERVAL,
    ready: () => ({
      user: { ...world.bot, verified: true, mfa_enabled: true, email: null },
      guilds: world.isInvited ? [{ id: world.guildId, unavailable: true }] : [],
      application: { id: world.applicationId, flags: ApplicationFlags.GatewayMessageContentLimited },
      private_channels: [],
      relationships: [],
      presences: [],
      user_settings: {},
      _trace: [],
    }),
    welcome: (session) => {
      if (world.isInvited) showGuild((other) => other === session);
    },
  });
  const showGuild = (to: (session: Session) => boolean) =>
    gateway.dispatch('GUILD_CREATE', (session) =>
      to(session) && (session.intents & GatewayIntentBits.Guilds) !== 0 ? guildObject(world) : undefined,
    );
  const desk: InteractionDesk = {
    world,
    deadline,
    filesUrl: () => `http://127.0.0.1:${port}/attachments`,
    open: new Map(),
    changed: (event, message) => gateway.dispatch(event, (session) => messageEvent(world, session, message)),
  };
  const requests: RecordedRequest[] = [];
  const troubles = createTroubles();
  const rest = createRest(token, createRoutes(desk, gatewayUrl), troubles, requests);
  server.on('request', (request, response) => {
    const file = matchPath('/attachments/:place/:id/:name', request.url ?? '');
    const stored = file && world.files.get(file[1] ?? '');
    if (stored) return response.writeHead(200, { 'content-type': stored.contentType }).end(stored.bytes);
    return rest(request, response);
  });

  let endpoint: Endpoint | null = null;
  let times = 1;
  // To the endpoint alone where there is one, as Discord does.
  const deliver: Deliver = (interaction, payload) => {
    if (endpoint) return void endpoint.deliver(interaction, payload);
    for (; times > 0; times--) {
      gateway.dispatch('INTERACTION_CREATE', (session) => (concerns(session, interaction.place) ? payload : undefined));
    }
    times = 1;
  };

  return {
    ...createUsers(desk, deliver),
    keys,
    sendInteractionsTo: async (url) => {
      const wanted = endpointAt(url, keys, desk, requests);
      await wanted.verify();
      endpoint = wanted;
    },
    apiUrl: `http://127.0.0.1:${port}/api`,
    token,
    world,
    requests,
    get interactions() {
      return [...desk.open.values()];
    },
    identifies: gateway.identifies,
    resumes: gateway.resumes,
    heartbeats: gateway.heartbeats,
    connected: () => [...gateway.sessions.values()].filter(({ socket }) => socket).length,
    sessions: () => gateway.sessions.size,
    commands: (guildId = '') => world.commands.get(guildId) ?? [],
    requestsTo: (method, path) => requests.filter((made) => made.method === method && matchPath(path, made.path)),
    rejected: () => requests.filter(({ status, onDemand }) => status >= 400 && status < 500 && !onDemand),
    message: (id) => world.messages.get(id),
    pings: () =>
      [...world.messages.values()].filter(
        ({ author, mentions, mention_roles, mention_everyone }) =>
          author.id === world.bot.id && (mentions.length > 0 || mention_roles.length > 0 || mention_everyone),
      ),
    invite: () => {
      world.isInvited = true;
      showGuild(() => true);
    },
    failNext: troubles.add,
    refuseNextIdentify: gateway.refuseNextIdentify,
    dropSocket: gateway.dropSockets,
    closeSockets: gateway.closeSockets,
    requestReconnect: gateway.requestReconnect,
    keepSilentOn: gateway.keepSilentOn,
    sendFrame: gateway.sendFrame,
    repeatNextInteraction: () => {
      times = 2;
    },
    dispatch: (event, data) => gateway.dispatch(event, () => data),
    become: gateway.become,
    forgetSessions: gateway.forgetSessions,
    invalidateSession: (resumable = false) => gateway.invalidateSessions(resumable),
    until: async (isSo, complaint, patience = UNTIL_PATIENCE) => void (await waitFor(isSo, patience, complaint)),
    stop: async () => {
      gateway.close();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
