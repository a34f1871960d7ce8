import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { GatewayDispatchEvents, GatewayIntentBits } from 'discord-api-types/v10';
import { z } from 'zod';
import type { Command } from '../../commands/parts/command.js';
import { LruCache } from '../search/lruCache.js';
import type { AnswerLog } from './answerLog.js';
import { checkKey, readApplication } from './application.js';
import type { Dispatcher } from './dispatcher.js';
import { codeOf, DiscordError, describeError, explainFailure } from './errors.js';
import { type GatewayConnection, type GatewayEvent, openGateway } from './gateway.js';
import { readGatewayAddress } from './gatewayAddress.js';
import { gatewayLine } from './gatewayLine.js';
import { readHeardMessage } from './heardMessage.js';
import { insist } from './insist.js';
import { receiveInteraction } from './interactions.js';
import { inviteLinkOf } from './invite.js';
import { messageReceiver } from './mention.js';
import { otherInstanceWatch } from './otherInstance.js';
import { InteractionError } from './receivedInteraction.js';
import { MISSING_ACCESS, registerCommands } from './registration.js';
import { LastingRest } from './restClient.js';
import { seldom } from './seldom.js';
import { threadParents } from './threadParents.js';

export interface DiscordSettings {
  readonly token: string;
  /** Register commands in this server only; null: everywhere. */
  readonly guildId: string | null;
  /** Such as `https://discord.com/api`. */
  readonly apiUrl: string;
  /** The key that interactions over HTTP are checked with, which must be of the token's application; null: none. */
  readonly publicKey: string | null;
}

export interface ConnectOptions {
  readonly config: DiscordSettings;
  readonly dispatcher: Dispatcher;
  readonly commands: readonly Command[];
  readonly logger: AnswerLog;
  /** Ends the tries to connect. */
  readonly signal: AbortSignal;
  /** Called once when Discord ends a running connection for good, such as after the token was reset. */
  readonly onLost: (error: DiscordError) => void;
}

export interface DiscordConnection {
  /** Where an owner adds the bot to a server. */
  readonly inviteLink: string;
  /** Whether events come in now: not while a dropped connection is being made again. */
  isConnected(): boolean;
  /** Finishes what is being answered, then disconnects; within 5 s. */
  close(): Promise<void>;
}

/** None of them is privileged. With the last one a direct message without a command is heard. */
const INTENTS = GatewayIntentBits.Guilds | GatewayIntentBits.GuildMessages | GatewayIntentBits.DirectMessages;
/** Together less than the 5 s in which a stopped process has to be gone. */
const FINISH_TIMEOUT_MS = 3_500;
const DISCONNECT_TIMEOUT_MS = 1_000;
/** That Discord cannot be reached is said once in so long. */
const TROUBLE_EVERY_MS = 60_000;

const NO_SESSIONS =
  'Discord lets this bot begin no more connections today: another Dateline with this token, or one that restarts for ever, used them up.';

/** That a session goes on is told before the last of what happened meanwhile has been read. */
const REPLAYED_WITHIN_MS = 1_000;
/** What is repeated is repeated soon. */
const REMEMBERED_EVENTS = 1_000;

/** What is read of READY. */
const READY = z.object({ user: z.object({ id: z.string() }), application: z.object({ id: z.string() }) });
/** What is read of any event that one id stands for. */
const IDENTIFIED = z.object({ id: z.string() });

/**
 * Connects, however long that takes, registers the commands where they differ, and answers until closed.
 * @throws DiscordError with one sentence for the owner, who alone can mend it; an AbortError once the signal has come
 */
export async function connectDiscord(options: ConnectOptions): Promise<DiscordConnection> {
  const { config, logger, signal } = options;
  const rest = new LastingRest(config);
  const tell = seldom(TROUBLE_EVERY_MS, ({ message }: DiscordError) => logger.warn({}, `${message} Trying again.`));
  const trying = { address: config.apiUrl, signal, onTrouble: tell };

  const { publicKey } = config;
  if (publicKey !== null) await insist(async () => checkKey(await readApplication(rest), publicKey), trying);
  const address = await insist(() => readGatewayAddress(rest), trying);
  const { remaining, reset_after: untilMore } = address.information.session_start_limit;
  if (remaining === 0) tell(new DiscordError(`${NO_SESSIONS} It connects in ${Math.ceil(untilMore / 60_000)} min.`));
  const { gateway, applicationId, events } = await enter(options, rest, address, tell);
  const inviteLink = inviteLinkOf(applicationId);
  try {
    await register(options, rest, { applicationId, inviteLink, events, trying });
  } catch (error) {
    await goodbye(gateway);
    throw explainFailure(error, config.apiUrl);
  }
  return {
    inviteLink,
    isConnected: gateway.isConnected,
    async close() {
      events.close();
      await Promise.race([options.dispatcher.finish(), sleep(FINISH_TIMEOUT_MS, undefined, { ref: false })]);
      await goodbye(gateway);
    },
  };
}

/** The events of a connection, once the bot knows who it is. */
interface Events {
  /** Has something done when the bot is let into a server. */
  onServer(id: string, then: () => void): void;
  close(): void;
}

interface Entered {
  readonly gateway: GatewayConnection;
  readonly applicationId: string;
  readonly events: Events;
}

/** Opens the gateway and waits for the first READY. @throws DiscordError for the owner, AbortError */
async function enter(
  { config, dispatcher, logger, signal, onLost }: ConnectOptions,
  rest: LastingRest,
  address: Awaited<ReturnType<typeof readGatewayAddress>>,
  tell: (error: DiscordError) => void,
): Promise<Entered> {
  const servers = new Map<string, () => void>();
  const seen = new LruCache<true>(REMEMBERED_EVENTS);
  const threads = threadParents();
  let resumedAt = Number.NEGATIVE_INFINITY;
  const isReplaying = () => !gateway.isConnected() || performance.now() - resumedAt < REPLAYED_WITHIN_MS;
  const line = gatewayLine(rest, otherInstanceWatch(logger), isReplaying);
  let closing = false;
  let me: z.infer<typeof READY> | null = null;
  let receive: ReturnType<typeof messageReceiver> | null = null;
  let begin: (who: z.infer<typeof READY>) => void = () => {};
  let refuse: (error: DiscordError) => void = () => {};
  const ready = new Promise<z.infer<typeof READY>>((resolve, reject) => {
    begin = resolve;
    refuse = reject;
  });

  const handle = async ({ t, d }: GatewayEvent): Promise<void> => {
    threads.hear(t, d);
    if (t === GatewayDispatchEvents.GuildCreate) return servers.get(IDENTIFIED.parse(d).id)?.();
    if (t !== GatewayDispatchEvents.InteractionCreate && t !== GatewayDispatchEvents.MessageCreate) return;
    // After a lost session, or from Discord's own troubles, an event may come twice, and is answered once.
    const { id } = IDENTIFIED.parse(d);
    if (seen.get(id)) return;
    seen.set(id, true);
    // Both as the gateway sends them: HTTP carries the same interactions.
    if (t === GatewayDispatchEvents.InteractionCreate) await receiveInteraction(d, dispatcher, line);
    else await receive?.(readHeardMessage(d));
  };
  const gateway = openGateway({
    token: config.token,
    intents: INTENTS,
    address,
    hooks: {
      onEvent: (event) => {
        if (!closing) void handle(event).catch(logUnread(logger, event.t));
      },
      onReady: (data, awayMs) => {
        const who = READY.parse(data);
        receive = messageReceiver({ botId: who.user.id, rest, dispatcher, parentOf: threads.parentOf });
        if (me) logger.warn({ awayMs: Math.round(awayMs) }, `${anew(awayMs)}; what was asked meanwhile is lost`);
        me = who;
        begin(who);
      },
      onResumed: (awayMs) => {
        resumedAt = performance.now();
        logger.info({ awayMs: Math.round(awayMs) }, `${anew(awayMs)}; nothing was missed`);
      },
      onLost: (reason) => logger.warn({ reason }, 'the connection to Discord was lost'),
      onTrouble: (reason) => tell(new DiscordError(`The connection to Discord fails (${reason}): check the network.`)),
      onRefused: (error) => {
        if (me) onLost(error);
        else refuse(error);
      },
    },
  });
  try {
    const stopped = once(signal, 'abort').then(() => signal.throwIfAborted());
    stopped.catch(() => {});
    signal.throwIfAborted();
    const who = await Promise.race([ready, stopped]);
    if (!who) throw signal.reason;
    return {
      gateway,
      applicationId: who.application.id,
      events: {
        onServer: (id, then) => void servers.set(id, then),
        close: () => {
          closing = true;
        },
      },
    };
  } catch (error) {
    await goodbye(gateway);
    throw error;
  }
}

/** Discord may never answer it. */
async function goodbye(gateway: GatewayConnection): Promise<void> {
  await Promise.race([gateway.close(), sleep(DISCONNECT_TIMEOUT_MS, undefined, { ref: false })]);
}

interface Registering {
  readonly applicationId: string;
  readonly inviteLink: string;
  readonly events: Events;
  readonly trying: Parameters<typeof insist>[1];
}

/**
 * Registers the commands; where that fails for a while it goes on beside the answers. Before the bot is in its one server, commands
 * cannot be set there: then it waits to be invited.
 */
async function register(options: ConnectOptions, rest: LastingRest, about: Registering): Promise<void> {
  const { commands, logger } = options;
  const { guildId, apiUrl } = options.config;
  const setCommands = async () => {
    const changed = await registerCommands(rest, about.applicationId, guildId, commands);
    logger.info({ commands: commands.length, changed }, changed ? 'commands registered' : 'commands are up to date');
  };
  const again = () => {
    const trying = { ...about.trying, onTrouble: logFailure(logger) };
    insist(setCommands, trying).catch((error: unknown) => {
      if (!about.trying.signal.aborted) logFailure(logger)(explainFailure(error, apiUrl));
    });
  };
  try {
    await setCommands();
  } catch (error) {
    if (guildId && codeOf(error) === MISSING_ACCESS) {
      logger.warn(
        {},
        `The bot is not yet in the server ${guildId}. Invite it, and its commands appear: ${about.inviteLink}`,
      );
      about.events.onServer(guildId, again);
      return;
    }
    logFailure(logger)(explainFailure(error, apiUrl));
    again();
  }
}

function logFailure(logger: AnswerLog): (error: DiscordError) => void {
  return ({ message }) => logger.warn({ reason: message }, 'the commands could not be registered; trying again');
}

function anew(awayMs: number): string {
  return `connected to Discord again after ${(awayMs / 1_000).toFixed(1)} s`;
}

/** What is not as Discord sends it is one line, and ends nothing. */
function logUnread(logger: AnswerLog, event: unknown): (error: unknown) => void {
  return (error) => {
    if (error instanceof InteractionError || error instanceof z.ZodError) {
      const reason = error instanceof InteractionError ? error.message : 'it is not as Discord sends it';
      logger.warn({ event: String(event), reason }, 'an event could not be read');
    } else {
      logger.error({ event: String(event), error: describeError(error) }, 'an event could not be handled');
    }
  };
}
