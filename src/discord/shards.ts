import { GatewayIntentBits } from 'discord-api-types/v10';
import { z } from 'zod';
import type { Shards } from '../settings/shards.js';
import type { AnswerLog } from './answerLog.js';
import { DiscordError } from './errors.js';
import { type GatewayConnection, openGateway } from './gateway.js';
import type { GatewayAddress } from './gatewayAddress.js';
import type { GatewayEvents } from './gatewayEvents.js';
import { gatewayLine } from './gatewayLine.js';
import { IdentifyTurns } from './identifyTurns.js';
import { otherInstanceWatch } from './otherInstance.js';
import type { LastingRest } from './restClient.js';
import { logUnread } from './unreadEvent.js';

/** None of them is privileged. With the last one a direct message without a command is heard. */
const INTENTS = GatewayIntentBits.Guilds | GatewayIntentBits.GuildMessages | GatewayIntentBits.DirectMessages;
/** That a session goes on is told before the last of what happened meanwhile has been read. */
const REPLAYED_WITHIN_MS = 1_000;

/** What is read of READY. */
const READY = z.object({ user: z.object({ id: z.string() }), application: z.object({ id: z.string() }) });

export interface ShardsOptions {
  readonly token: string;
  readonly shards: Shards;
  readonly rest: LastingRest;
  readonly address: GatewayAddress;
  readonly events: GatewayEvents;
  readonly logger: AnswerLog;
  /** Told of tries to connect that failed. */
  readonly tell: (error: DiscordError) => void;
  /** Discord will not have this bot, however often it tries. */
  readonly onRefused: (error: DiscordError) => void;
  /** The first connection of all is there. */
  readonly onFirstReady: (applicationId: string) => void;
}

/** How many connections that makes. @param shards as the owner set it */
export function countShards(shards: Shards, { information }: GatewayAddress): number {
  return shards === 'auto' ? Math.max(1, information.shards) : shards;
}

/**
 * Opens the connections over which Discord sends what happens in its servers, each a share of them, one after another as Discord wants it.
 * All bring it to the same bot, so that articles and index are there once, however many they are.
 */
export function openShards(options: ShardsOptions): GatewayConnection {
  const { information } = options.address;
  const count = countShards(options.shards, options.address);
  const turns = new IdentifyTurns(information.session_start_limit.max_concurrency);
  const onAnswered = otherInstanceWatch(options.logger);
  let isKnown = false;
  const onReady = (data: unknown) => {
    const { user, application } = READY.parse(data);
    options.events.setBot(user.id);
    if (!isKnown) options.onFirstReady(application.id);
    isKnown = true;
  };
  const shards = Array.from({ length: count }, (_, id) =>
    openShard({ ...options, onReady, onAnswered, turns, shard: { id, count } }),
  );
  return {
    isConnected: () => shards.every((shard) => shard.isConnected()),
    close: async () => void (await Promise.all(shards.map((shard) => shard.close()))),
  };
}

interface ShardOptions extends ShardsOptions {
  readonly shard: { readonly id: number; readonly count: number };
  readonly turns: IdentifyTurns;
  /** @throws when it cannot be read */
  readonly onReady: (data: unknown) => void;
  /** Told of each interaction that was answered already. */
  readonly onAnswered: () => void;
}

function openShard(options: ShardOptions): GatewayConnection {
  const { token, shard, turns, rest, address, events, logger, tell } = options;
  // Of one connection there is nothing to tell apart.
  const which = shard.count === 1 ? {} : { shard: `${shard.id + 1} of ${shard.count}` };
  let wasReady = false;
  let resumedAt = Number.NEGATIVE_INFINITY;
  const isReplaying = () => !gateway.isConnected() || performance.now() - resumedAt < REPLAYED_WITHIN_MS;
  const line = gatewayLine(rest, options.onAnswered, isReplaying);
  const gateway = openGateway({
    token,
    intents: INTENTS,
    address,
    shard,
    turns,
    hooks: {
      onEvent: (event) => void events.handle(event, line).catch(logUnread(logger, event.t)),
      onReady: (data, awayMs) => {
        options.onReady(data);
        const away = { ...which, awayMs: Math.round(awayMs) };
        if (wasReady) logger.warn(away, `${anew(awayMs)}; what was asked meanwhile is lost`);
        else if (shard.count > 1) logger.info(which, 'a part of the servers is connected');
        wasReady = true;
      },
      onResumed: (awayMs) => {
        resumedAt = performance.now();
        logger.info({ ...which, awayMs: Math.round(awayMs) }, `${anew(awayMs)}; nothing was missed`);
      },
      onLost: (reason) => logger.warn({ ...which, reason }, 'the connection to Discord was lost'),
      onTrouble: (reason) => tell(new DiscordError(`The connection to Discord fails (${reason}): check the network.`)),
      onRefused: options.onRefused,
    },
  });
  return gateway;
}

function anew(awayMs: number): string {
  return `connected to Discord again after ${(awayMs / 1_000).toFixed(1)} s`;
}
