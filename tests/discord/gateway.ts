import type { Server } from 'node:http';
import { GatewayCloseCodes, GatewayIntentBits, GatewayOpcodes } from 'discord.js';
import { type WebSocket, WebSocketServer } from 'ws';
import { z } from 'zod';
import { snowflakes } from './snowflakes.js';

/** A client that closes with one of these gives its session up. */
const FINAL_CLOSE_CODES = new Set([1000, 1001]);
/** Intents that must be switched on in the developer portal. */
const PRIVILEGED = GatewayIntentBits.GuildMembers | GatewayIntentBits.GuildPresences | GatewayIntentBits.MessageContent;
const KNOWN_INTENTS = Object.values(GatewayIntentBits).reduce<number>(
  (all, bit) => (typeof bit === 'number' ? all | bit : all),
  0,
);

const identifySchema = z.object({
  token: z.string(),
  intents: z.number().int(),
  properties: z.object({ os: z.string(), browser: z.string(), device: z.string() }),
  shard: z.tuple([z.number().int(), z.number().int()]).optional(),
});
const resumeSchema = z.object({ token: z.string(), session_id: z.string(), seq: z.number().int() });
const frameSchema = z.object({ op: z.number().int(), d: z.unknown() });

type Identify = z.infer<typeof identifySchema>;
export type SentEvent = { readonly t: string; readonly s: number; readonly d: unknown };

/** One identified client, which outlives its socket so that it can be resumed. */
export interface Session {
  readonly id: string;
  readonly intents: number;
  readonly shard: readonly [number, number];
  readonly sent: SentEvent[];
  socket: WebSocket | null;
}

/** HELLO, the answer to an IDENTIFY or RESUME, or everything. */
export type Silence = 'hello' | 'ready' | 'everything';

export interface Gateway {
  readonly identifies: readonly Identify[];
  readonly resumes: readonly z.infer<typeof resumeSchema>[];
  readonly heartbeats: () => number;
  readonly sessions: ReadonlyMap<string, Session>;
  /** Sends an event to every session that `data` returns something for; one without a socket gets it on resuming. */
  dispatch(event: string, data: (session: Session) => unknown): void;
  refuseNextIdentify(code: GatewayCloseCodes): void;
  dropSockets(): void;
  closeSockets(code: GatewayCloseCodes): void;
  requestReconnect(): void;
  /** How the gateway behaves from now on. */
  become(behaviour: Partial<GatewayBehaviour>): void;
  invalidateSessions(resumable: boolean): void;
  /** What it leaves out from now on, as if it hung; null for nothing. */
  keepSilentOn(what: Silence | null): void;
  /** Sends every session any frame. */
  sendFrame(frame: unknown): void;
  /** Loses all sessions, so that none can be resumed. */
  forgetSessions(): void;
  close(): void;
}

/** What may be wrong with a gateway for a while. */
export interface GatewayBehaviour {
  /** Milliseconds from a connection to the hello. */
  readonly helloAfter: number;
  /** False: heartbeats are not acknowledged. */
  readonly acknowledges: boolean;
  /** True: nothing comes through, in either direction, and no connection ends. What happens meanwhile is replayed on resuming. */
  readonly isCutOff: boolean;
}

const USUAL: GatewayBehaviour = { helloAfter: 0, acknowledges: true, isCutOff: false };

export interface GatewayOptions {
  readonly token: string;
  readonly url: () => string;
  /** Milliseconds. */
  readonly heartbeatInterval: number;
  /** Privileged intents that the application has. */
  readonly privilegedIntents: number;
  /** READY's data, without what belongs to the session. */
  readonly ready: () => Record<string, unknown>;
  /** Called after READY. */
  readonly welcome: (session: Session) => void;
}

/** Discord's gateway (v10, JSON, uncompressed) on a server's upgrade requests. */
export function openGateway(server: Server, options: GatewayOptions): Gateway {
  const sockets = new WebSocketServer({ server });
  const sessions = new Map<string, Session>();
  const identifies: Identify[] = [];
  const resumes: z.infer<typeof resumeSchema>[] = [];
  const newId = snowflakes();
  let heartbeats = 0;
  let refusal: GatewayCloseCodes | null = null;
  let silence: Silence | null = null;
  let behaviour = USUAL;

  const send = (socket: WebSocket, op: GatewayOpcodes, d: unknown = null, event: Partial<SentEvent> = {}) =>
    silence !== 'everything' &&
    !(silence === 'hello' && op === GatewayOpcodes.Hello) &&
    socket.send(JSON.stringify({ op, d, s: event.s ?? null, t: event.t ?? null }));

  const dispatchTo = (session: Session, t: string, d: unknown) => {
    const event = { t, s: session.sent.length + 1, d };
    session.sent.push(event);
    if (session.socket && !behaviour.isCutOff) send(session.socket, GatewayOpcodes.Dispatch, d, event);
  };

  const identify = (socket: WebSocket, d: unknown): Session | null => {
    const parsed = identifySchema.safeParse(d);
    const code = parsed.success ? (refusal ?? identifyFault(parsed.data, options)) : GatewayCloseCodes.DecodeError;
    if (parsed.success) identifies.push(parsed.data);
    refusal = null;
    if (!parsed.success || code !== null) {
      socket.close(code ?? GatewayCloseCodes.DecodeError, closeReason(code));
      return null;
    }
    const { intents, shard = [0, 1] } = parsed.data;
    const session: Session = { id: newId(), intents, shard, sent: [], socket };
    sessions.set(session.id, session);
    const own = { session_id: session.id, resume_gateway_url: options.url(), shard };
    dispatchTo(session, 'READY', { v: 10, ...options.ready(), ...own });
    options.welcome(session);
    return session;
  };

  const resume = (socket: WebSocket, d: unknown): Session | null => {
    const parsed = resumeSchema.safeParse(d);
    if (!parsed.success) return closed(socket, GatewayCloseCodes.DecodeError);
    resumes.push(parsed.data);
    if (parsed.data.token !== options.token) return closed(socket, GatewayCloseCodes.AuthenticationFailed);
    const session = sessions.get(parsed.data.session_id);
    if (!session) {
      send(socket, GatewayOpcodes.InvalidSession, false);
      return null;
    }
    if (parsed.data.seq > session.sent.length) return closed(socket, GatewayCloseCodes.InvalidSeq);
    session.socket = socket;
    for (const event of session.sent.slice(parsed.data.seq)) send(socket, GatewayOpcodes.Dispatch, event.d, event);
    dispatchTo(session, 'RESUMED', {});
    return session;
  };

  sockets.on('connection', (socket, request) => {
    const query = new URL(request.url ?? '/', 'ws://localhost').searchParams;
    if (query.get('v') !== '10') return void closed(socket, GatewayCloseCodes.InvalidAPIVersion);
    if (query.get('encoding') !== 'json' || query.has('compress'))
      return void closed(socket, GatewayCloseCodes.DecodeError);
    let session: Session | null = null;
    const hello = () => {
      if (socket.readyState === socket.OPEN && !behaviour.isCutOff)
        send(socket, GatewayOpcodes.Hello, { heartbeat_interval: options.heartbeatInterval });
    };
    if (behaviour.helloAfter > 0) setTimeout(hello, behaviour.helloAfter);
    else hello();
    socket.on('message', (raw) => {
      if (behaviour.isCutOff) return;
      const frame = frameSchema.safeParse(jsonOrNull(String(raw)));
      if (!frame.success) return void closed(socket, GatewayCloseCodes.DecodeError);
      const { op, d } = frame.data;
      if (op === GatewayOpcodes.Heartbeat) {
        heartbeats += 1;
        if (!behaviour.acknowledges) return;
        return void send(socket, GatewayOpcodes.HeartbeatAck);
      }
      if (op === GatewayOpcodes.Identify || op === GatewayOpcodes.Resume) {
        if (session?.socket === socket) return void closed(socket, GatewayCloseCodes.AlreadyAuthenticated);
        if (silence === 'ready') {
          if (op === GatewayOpcodes.Identify) identifies.push(identifySchema.parse(d));
          return;
        }
        session = op === GatewayOpcodes.Identify ? identify(socket, d) : resume(socket, d);
        return;
      }
      if (session?.socket !== socket) return void closed(socket, GatewayCloseCodes.NotAuthenticated);
      if (op !== GatewayOpcodes.PresenceUpdate) closed(socket, GatewayCloseCodes.UnknownOpcode);
    });
    socket.on('close', (code) => {
      if (session?.socket !== socket) return;
      session.socket = null;
      if (FINAL_CLOSE_CODES.has(code)) sessions.delete(session.id);
    });
    socket.on('error', () => socket.terminate());
  });

  const live = () => [...sessions.values()].flatMap(({ socket }) => (socket ? [socket] : []));
  return {
    identifies,
    resumes,
    heartbeats: () => heartbeats,
    sessions,
    dispatch: (event, data) => {
      for (const session of sessions.values()) {
        const d = data(session);
        if (d !== undefined) dispatchTo(session, event, d);
      }
    },
    refuseNextIdentify: (code) => {
      refusal = code;
    },
    dropSockets: () => {
      for (const socket of live()) socket.terminate();
    },
    closeSockets: (code) => {
      for (const socket of live()) closed(socket, code);
    },
    become: (changed) => {
      const wasCutOff = behaviour.isCutOff;
      behaviour = { ...behaviour, ...changed };
      // Both ends have given those up, or soon will.
      if (wasCutOff && !behaviour.isCutOff) for (const socket of sockets.clients) socket.terminate();
    },
    requestReconnect: () => {
      for (const socket of live()) send(socket, GatewayOpcodes.Reconnect);
    },
    invalidateSessions: (resumable) => {
      for (const socket of live()) send(socket, GatewayOpcodes.InvalidSession, resumable);
      for (const session of sessions.values()) session.socket = null;
      if (!resumable) sessions.clear();
    },
    keepSilentOn: (what) => {
      silence = what;
    },
    sendFrame: (frame) => {
      for (const socket of live()) socket.send(typeof frame === 'string' ? frame : JSON.stringify(frame));
    },
    forgetSessions: () => sessions.clear(),
    close: () => {
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
    },
  };
}

function identifyFault(identify: Identify, options: GatewayOptions): GatewayCloseCodes | null {
  const { token, intents, shard } = identify;
  if (token.replace(/^Bot /, '') !== options.token) return GatewayCloseCodes.AuthenticationFailed;
  if (shard && shard[0] >= shard[1]) return GatewayCloseCodes.InvalidShard;
  if ((intents & ~KNOWN_INTENTS) !== 0) return GatewayCloseCodes.InvalidIntents;
  if ((intents & PRIVILEGED & ~options.privilegedIntents) !== 0) return GatewayCloseCodes.DisallowedIntents;
  return null;
}

function closed(socket: WebSocket, code: GatewayCloseCodes): null {
  socket.close(code, closeReason(code));
  return null;
}

/** "DisallowedIntents" as Discord says it: "Disallowed intent(s).". */
function closeReason(code: GatewayCloseCodes | null): string {
  if (code === GatewayCloseCodes.DisallowedIntents) return 'Disallowed intent(s).';
  const name = code === null ? '' : String(GatewayCloseCodes[code]);
  return `${name.replace(/(?<=[a-z])([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`)}.`;
}

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
