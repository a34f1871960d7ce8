import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Command } from '../../commands/parts/command.js';
import type { Shards } from '../settings/shards.js';
import type { AnswerLog } from './answerLog.js';
import { checkKey, readApplication } from './application.js';
import type { Dispatcher } from './dispatcher.js';
import { codeOf, DiscordError, explainFailure } from './errors.js';
import type { GatewayConnection } from './gateway.js';
import { type GatewayAddress, readGatewayAddress } from './gatewayAddress.js';
import { type GatewayEvents, gatewayEvents } from './gatewayEvents.js';
import { insist } from './insist.js';
import { inviteLinkOf } from './invite.js';
import { MISSING_ACCESS, registerCommands } from './registration.js';
import { LastingRest } from './restClient.js';
import { seldom } from './seldom.js';
import { countShards, openShards } from './shards.js';

export interface DiscordSettings {
  readonly token: string;
  readonly shards: Shards;
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

/** Together less than the 5 s in which a stopped process has to be gone. */
const FINISH_TIMEOUT_MS = 3_500;
const DISCONNECT_TIMEOUT_MS = 1_000;
/** That Discord cannot be reached is said once in so long. */
const TROUBLE_EVERY_MS = 60_000;

const NO_SESSIONS =
  'Discord lets this bot begin no more connections today: another Dateline with this token, or one that restarts for ever, used them up.';

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
  tellOfSessions(countShards(config.shards, address), address, tell);
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

interface Entered {
  readonly gateway: GatewayConnection;
  readonly applicationId: string;
  readonly events: GatewayEvents;
}

/** Says so where Discord lets the bot begin fewer connections than it needs. */
function tellOfSessions(needed: number, { information }: GatewayAddress, tell: (error: DiscordError) => void): void {
  const { remaining, reset_after: untilMore } = information.session_start_limit;
  if (remaining >= needed) return;
  const which = remaining === 0 ? 'It connects' : `Of its ${needed} connections ${remaining} are made, the others`;
  tell(new DiscordError(`${NO_SESSIONS} ${which} in ${Math.ceil(untilMore / 60_000)} min.`));
}

/** Opens the gateway and waits for the first READY. @throws DiscordError for the owner, AbortError */
async function enter(
  { config, dispatcher, logger, signal, onLost }: ConnectOptions,
  rest: LastingRest,
  address: GatewayAddress,
  tell: (error: DiscordError) => void,
): Promise<Entered> {
  const events = gatewayEvents(rest, dispatcher);
  let isIn = false;
  let begin: (applicationId: string) => void = () => {};
  let refuse: (error: DiscordError) => void = () => {};
  const ready = new Promise<string>((resolve, reject) => {
    begin = resolve;
    refuse = reject;
  });
  const { token, shards } = config;
  const gateway = openShards({
    token,
    shards,
    rest,
    address,
    events,
    logger,
    tell,
    onFirstReady: (id) => {
      isIn = true;
      begin(id);
    },
    onRefused: (error) => {
      if (isIn) onLost(error);
      else refuse(error);
    },
  });
  try {
    const stopped = once(signal, 'abort').then(() => signal.throwIfAborted());
    stopped.catch(() => {});
    signal.throwIfAborted();
    const applicationId = await Promise.race([ready, stopped]);
    if (!applicationId) throw signal.reason;
    return { gateway, applicationId, events };
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
  readonly events: GatewayEvents;
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
