import { setTimeout as sleep } from 'node:timers/promises';
import { Client, Events, GatewayDispatchEvents, GatewayIntentBits, Options, Status } from 'discord.js';
import type { Logger } from 'pino';
import type { Command } from '../../commands/parts/command.js';
import { ChannelCrowd } from './channelCrowd.js';
import type { Dispatcher } from './dispatcher.js';
import { codeOf, DiscordError, describeError, explainClosure, explainFailure } from './errors.js';
import { gatewayLine } from './gatewayLine.js';
import type { HeardMessage } from './heardMessage.js';
import { receiveInteraction } from './interactions.js';
import { inviteLinkOf } from './invite.js';
import { receiveMessage } from './mention.js';
import { MISSING_ACCESS, registerCommands } from './registration.js';

export interface DiscordSettings {
  readonly token: string;
  /** Register commands in this server only; null: everywhere. */
  readonly guildId: string | null;
  /** Such as `https://discord.com/api`. */
  readonly apiUrl: string;
}

export interface ConnectOptions {
  readonly config: DiscordSettings;
  readonly dispatcher: Dispatcher;
  readonly commands: readonly Command[];
  readonly logger: Logger;
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

/** Nobody waits longer for a start; discord.js alone would try for ever. */
const CONNECT_TIMEOUT_MS = 30_000;
/** Together less than the 5 s in which a stopped process has to be gone. */
const FINISH_TIMEOUT_MS = 3_500;
const DISCONNECT_TIMEOUT_MS = 1_000;

/**
 * Logs in, registers the commands where they differ, and answers until closed.
 * @throws DiscordError with one sentence for the owner
 */
export async function connectDiscord(options: ConnectOptions): Promise<DiscordConnection> {
  const { config, dispatcher, logger, onLost } = options;
  const client = createClient(config.apiUrl);
  let closing = false;

  client.on(Events.Error, (error) => logger.error({ error: describeError(error) }, 'the Discord client had an error'));

  try {
    const ready = await login(client, config.token);
    const line = gatewayLine(ready.rest, () => ready.ws.shards.some(({ status }) => status !== Status.Ready));
    const channels = { crowd: new ChannelCrowd(), parentOf: (id: string) => parentOf(ready, id) };
    // Both as the gateway sends them: HTTP carries the same interactions, and discord.js drops messages of threads that it
    // has not seen.
    ready.ws.on(GatewayDispatchEvents.InteractionCreate, (interaction: unknown) => {
      if (!closing) void receiveInteraction(interaction, dispatcher, line).catch(logUnforeseen(logger));
    });
    ready.ws.on(GatewayDispatchEvents.MessageCreate, (message: HeardMessage) => {
      if (closing) return;
      void receiveMessage(message, ready.user.id, ready.rest, dispatcher, channels).catch(logUnforeseen(logger));
    });
    // Only now, since a failed login ends in one sentence; and without the stack, which leads into the client alone.
    client.on(Events.ShardError, ({ message }) => logger.warn({ reason: message }, 'the connection had an error'));
    client.on(Events.ShardDisconnect, ({ code }) => {
      if (!closing) onLost(explainClosure(code));
    });
    const inviteLink = inviteLinkOf(ready.application.id);
    await register(ready, options, inviteLink);
    return {
      inviteLink,
      isConnected: () => !closing && client.ws.shards.every(({ status }) => status === Status.Ready),
      async close() {
        closing = true;
        await Promise.race([dispatcher.finish(), sleep(FINISH_TIMEOUT_MS, undefined, { ref: false })]);
        await Promise.race([client.destroy(), sleep(DISCONNECT_TIMEOUT_MS, undefined, { ref: false })]);
      },
    };
  } catch (error) {
    closing = true;
    // It waits for a gateway that may never say anything.
    await Promise.race([client.destroy(), sleep(DISCONNECT_TIMEOUT_MS, undefined, { ref: false })]);
    throw explainFailure(error, config.apiUrl);
  }
}

function parentOf(client: Client, id: string): string | null {
  const channel = client.channels.cache.get(id);
  return channel?.isThread() ? channel.parentId : null;
}

/** Holds in memory no more of Discord than servers and channels: every question brings what is needed. */
function createClient(apiUrl: string): Client {
  return new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages],
    allowedMentions: { parse: [] },
    rest: { api: apiUrl },
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: 0,
      ReactionManager: 0,
      PresenceManager: 0,
      VoiceStateManager: 0,
    }),
  });
}

async function login(client: Client, token: string): Promise<Client<true>> {
  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
  const late = new AbortController();
  const timeout = sleep(CONNECT_TIMEOUT_MS, undefined, { signal: late.signal }).then(
    () => {
      throw new DiscordError(`Discord did not answer within ${CONNECT_TIMEOUT_MS / 1_000} s: check the network.`);
    },
    () => ready,
  );
  try {
    return await Promise.race([client.login(token).then(() => ready), timeout]);
  } finally {
    late.abort();
  }
}

/** Before the bot is in its one server, commands cannot be set there: then it waits to be invited. */
async function register(client: Client<true>, options: ConnectOptions, inviteLink: string): Promise<void> {
  const { config, commands, logger } = options;
  const setCommands = async () => {
    const changed = await registerCommands(client.rest, client.application.id, config.guildId, commands);
    logger.info({ commands: commands.length, changed }, changed ? 'commands registered' : 'commands are up to date');
  };
  try {
    await setCommands();
  } catch (error) {
    if (!config.guildId || codeOf(error) !== MISSING_ACCESS) throw error;
    logger.warn(
      `The bot is not yet in the server ${config.guildId}. Invite it, and its commands appear: ${inviteLink}`,
    );
    client.on(Events.GuildCreate, ({ id }) => {
      if (id === config.guildId) void setCommands().catch(logUnforeseen(logger));
    });
  }
}

function logUnforeseen(logger: Logger): (error: unknown) => void {
  return (error) => logger.error({ error: describeError(error) }, 'an event could not be handled');
}
