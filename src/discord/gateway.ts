import { setTimeout as sleep } from 'node:timers/promises';
import {
  DefaultWebSocketManagerOptions,
  type IContextFetchingStrategy,
  type SessionInfo,
  WebSocketShard,
  WebSocketShardEvents,
  WebSocketShardStatus,
} from '@discordjs/ws';
import { GatewayOpcodes } from 'discord-api-types/v10';
import { waitBeforeTry } from './backoff.js';
import { type DiscordError, explainClosure, isFinalClosure } from './errors.js';
import type { GatewayAddress } from './gatewayAddress.js';
import { IdentifyBudget } from './identifyBudget.js';
import { IdentifyTurns } from './identifyTurns.js';

/** An event as the gateway sends it: its name and its data, not yet checked. */
export interface GatewayEvent {
  readonly t: string;
  readonly d: unknown;
}

/** What becomes of the connection. */
export interface GatewayHooks {
  onEvent(event: GatewayEvent): void;
  /**
   * A new session began, the first or one in place of a lost one, of which nothing more comes.
   * @param ready READY's data; a throw says that it cannot be read, and another session is begun
   */
  onReady(ready: unknown, awayMs: number): void;
  /** The same session goes on: what happened meanwhile comes now. */
  onResumed(awayMs: number): void;
  onLost(reason: string): void;
  /** A try to connect failed; others follow. */
  onTrouble(reason: string): void;
  /** Discord will not have this bot, however often it tries. */
  onRefused(error: DiscordError): void;
}

export interface GatewayOptions {
  readonly token: string;
  readonly intents: number;
  readonly address: GatewayAddress;
  readonly hooks: GatewayHooks;
  /** Which part of the bot's servers it is for; all of them unless told. */
  readonly shard?: { readonly id: number; readonly count: number };
  /** Of all connections of the bot. */
  readonly turns?: IdentifyTurns;
  /** Milliseconds without a word after which a connection is asked whether it is alive, and as many again until it is given up. */
  readonly silenceMs?: number;
  /** Milliseconds in which Discord has to say hello on a new connection. */
  readonly helloMs?: number;
}

export interface GatewayConnection {
  isConnected(): boolean;
  /** Says goodbye, which Discord may never answer: the caller decides how long to wait. */
  close(): Promise<void>;
}

/** Each of these is some way to hang: no connection, no HELLO, no READY. */
const HANDSHAKE_TIMEOUT_MS = 5_000;
/** From the first packet on, and so far longer than the handshake may take: what ends first has to be told by the socket. */
const HELLO_TIMEOUT_MS = 20_000;
const READY_TIMEOUT_MS = 20_000;
/** Beyond all of them together; RESUME has no time of its own. */
const CONNECT_TIMEOUT_MS = 60_000;
/** Discord's own heartbeat, of 41 s, would notice after two of them. */
const SILENCE_MS = 15_000;
/** Discord's word for "move to another server", by which @discordjs/ws closes. */
const ASKED_TO_MOVE = 4_200;

/** Codes of RFC 6455, section 7.4.1: closed in order, and without a goodbye. */
const NORMAL = 1_000;
const ABNORMAL = 1_006;
/** A connection that lasted as long was a good one. */
const LASTING_MS = 10_000;
/** So many losses in a row count of connections that were made, each of which cost Discord and the network little. */
const MOST_FAILED_IF_READY = 2;

/** So many tries in a row go to an address that does not answer before the session is given up with it. */
const MOST_TRIES_TO_RESUME = 5;

/** Private by type alone, and needed: a goodbye waits half a minute for the answer of a peer that is dead. */
const SOCKET = 'connection';

/**
 * Connects to Discord's gateway, and again whenever that is lost, until it is closed: @discordjs/ws speaks the protocol; when it may try
 * again, and when a connection is taken for dead, is decided here.
 */
export function openGateway(options: GatewayOptions): GatewayConnection {
  const { token, intents, address, hooks, shard: part = { id: 0, count: 1 } } = options;
  const { silenceMs = SILENCE_MS, helloMs = HELLO_TIMEOUT_MS } = options;
  const { turns = new IdentifyTurns(address.information.session_start_limit.max_concurrency) } = options;
  const budget = new IdentifyBudget();
  let session: SessionInfo | null = null;
  let failed = 0;
  let awaySince = performance.now();
  let heardAt = performance.now();
  let triedAt = performance.now();
  let readyAt: number | null = null;
  /** Why this side gave the connection up; null where it did not. */
  let givenUp: string | null = null;
  /** Whether Discord said hello on the connection there is, or was last. */
  let isGreeted = false;
  let isOver = false;

  /** Where each try to connect begins. Once it is over none does: a promise that never settles is swept away with the rest. */
  const wait = async (): Promise<void> => {
    // What drops once is there again as a rule, and people wait.
    const untilTry = failed < 2 ? 0 : waitBeforeTry(failed - 1);
    await sleep(session ? untilTry : Math.max(untilTry, budget.wait()));
    // Only now: a turn that is taken long before it is used keeps the other shards from theirs.
    if (!session && !isOver) await sleep(turns.take(part.id));
    triedAt = performance.now();
    isGreeted = false;
    if (isOver) await new Promise<never>(() => {});
  };

  const strategy: IContextFetchingStrategy = {
    options: {
      ...DefaultWebSocketManagerOptions,
      token,
      intents,
      shardCount: part.count,
      gatewayInformation: address.information,
      handshakeTimeout: HANDSHAKE_TIMEOUT_MS,
      helloTimeout: helloMs,
      readyTimeout: READY_TIMEOUT_MS,
    },
    async retrieveSessionInfo() {
      // It is asked for with each event too; before a connection nothing else is there yet.
      if (shard.status === WebSocketShardStatus.Idle) await wait();
      return session;
    },
    updateSessionInfo(_id, info) {
      // What is still read of a connection that was given up must not bring its session back.
      if (givenUp !== null) return;
      // Where nobody said hello, nobody said that the session is over: what is asked meanwhile is brought to who comes back to it.
      if (info === null && !isGreeted && failed < MOST_TRIES_TO_RESUME) return;
      // An address that is none would leave it waiting for ever.
      const resumeURL = info && isSocketAddress(info.resumeURL) ? info.resumeURL : address.information.url;
      session = info && { ...info, resumeURL };
    },
    async waitForIdentify() {
      budget.spend();
    },
  };
  const shard = new WebSocketShard(strategy, part.id);
  budget.limitedTo(address.information.session_start_limit);

  /** What goes wrong on a socket that @discordjs/ws has let go of while it connected is nobody's any more, and must not end the process. */
  const heldSockets = new WeakSet<object>();
  shard.on(WebSocketShardEvents.Debug, () => {
    const socket = shard[SOCKET];
    if (!socket || heldSockets.has(socket)) return;
    heldSockets.add(socket);
    socket.on('error', () => undefined);
  });

  const back = (): number => {
    readyAt = performance.now();
    return readyAt - awaySince;
  };
  const lost = (reason: string) => {
    const lasted = readyAt === null ? 0 : performance.now() - readyAt;
    // Who was connected for a while is let in again at once, and who was connected at all soon: what people asked waits for it.
    failed = lasted >= LASTING_MS ? 0 : readyAt === null ? failed + 1 : Math.min(failed + 1, MOST_FAILED_IF_READY);
    if (readyAt === null) return hooks.onTrouble(reason);
    readyAt = null;
    awaySince = performance.now();
    hooks.onLost(reason);
  };

  shard.on(WebSocketShardEvents.Hello, () => {
    isGreeted = true;
    heard();
  });
  shard.on(WebSocketShardEvents.HeartbeatComplete, heard);
  shard.on(WebSocketShardEvents.Ready, ({ data }) => {
    heard();
    try {
      hooks.onReady(data, performance.now() - awaySince);
    } catch {
      session = null;
      giveUp('what it says at the beginning cannot be read');
      return;
    }
    budget.ready();
    back();
  });
  shard.on(WebSocketShardEvents.Resumed, () => {
    heard();
    // Also when Discord had it said again within a connection that never was lost.
    if (readyAt === null) hooks.onResumed(back());
  });
  shard.on(WebSocketShardEvents.Dispatch, ({ data }) => {
    heard();
    if (!isOver) hooks.onEvent(data);
  });
  shard.on(WebSocketShardEvents.Error, ({ error }) => {
    // What ends it for good is told by its code too.
    if (!isOver) hooks.onTrouble(error.message);
  });
  shard.on(WebSocketShardEvents.Closed, ({ code }) => {
    if (isOver) return;
    if (isFinalClosure(code)) {
      end();
      hooks.onRefused(explainClosure(code));
      return;
    }
    lost(givenUp ?? reasonOf(code, readyAt !== null));
    givenUp = null;
    if (code === ASKED_TO_MOVE) failed = 0;
  });

  /** Asks a connection that says nothing, and ends one that does not answer or never gets ready; what follows is as after any loss. */
  const watch = setInterval(() => {
    const silent = performance.now() - heardAt;
    const trying = performance.now() - triedAt;
    if (readyAt === null && shard.status !== WebSocketShardStatus.Idle && trying > CONNECT_TIMEOUT_MS) {
      session = null;
      giveUp(`it was not ready within ${Math.round(trying / 1_000)} s`);
    } else if (readyAt !== null && silent > 2 * silenceMs) {
      giveUp(`nothing was heard for ${Math.round(silent / 1_000)} s`);
    } else if (readyAt !== null && silent > silenceMs) {
      shard.send({ op: GatewayOpcodes.Heartbeat, d: session?.sequence ?? null }).catch(() => {});
    }
  }, silenceMs / 3);
  watch.unref();

  void shard.connect().catch(() => {});
  return {
    isConnected: () => readyAt !== null && !isOver,
    async close() {
      end();
      await shard.destroy();
    },
  };

  function giveUp(reason: string): void {
    givenUp = reason;
    triedAt = performance.now();
    heard();
    shard[SOCKET]?.terminate();
  }

  function heard(): void {
    heardAt = performance.now();
  }

  function end(): void {
    isOver = true;
    clearInterval(watch);
  }
}

function reasonOf(code: number, wasReady: boolean): string {
  if (code === ASKED_TO_MOVE) return 'Discord asked to connect anew';
  if (code === NORMAL) return wasReady ? 'Discord ended the session' : 'Discord did not let the bot in';
  if (code === ABNORMAL) return 'the network dropped it';
  return `Discord closed it with code ${code}`;
}

function isSocketAddress(address: string): boolean {
  return URL.canParse(address) && /^wss?:$/.test(new URL(address).protocol);
}
