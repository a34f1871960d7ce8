import { GatewayDispatchEvents } from 'discord-api-types/v10';
import { z } from 'zod';
import { LruCache } from '../search/lruCache.js';
import type { Dispatcher } from './dispatcher.js';
import type { GatewayEvent } from './gateway.js';
import { readHeardMessage } from './heardMessage.js';
import { type AnswerLine, receiveInteraction } from './interactions.js';
import { messageReceiver } from './mention.js';
import type { LastingRest } from './restClient.js';
import { threadParents } from './threadParents.js';

/** What is repeated is repeated soon. */
const REMEMBERED_EVENTS = 1_000;
/** What is read of any event that one id stands for. */
const IDENTIFIED = z.object({ id: z.string() });

/** What happens on Discord, through however many connections it comes. */
export interface GatewayEvents {
  /** Says who the bot is, without which nobody mentions it. */
  setBot(id: string): void;
  /** @throws what an event that cannot be read or handled is refused with */
  handle(event: GatewayEvent, line: AnswerLine): Promise<void>;
  /** Has something done when the bot is let into a server. */
  onServer(id: string, then: () => void): void;
  /** From now on nothing is handled. */
  close(): void;
}

/** Hands events to the dispatcher, each once. */
export function gatewayEvents(rest: LastingRest, dispatcher: Dispatcher): GatewayEvents {
  const servers = new Map<string, () => void>();
  const seen = new LruCache<true>(REMEMBERED_EVENTS);
  const threads = threadParents();
  let closing = false;
  let receive: ReturnType<typeof messageReceiver> | null = null;
  return {
    setBot(botId) {
      receive ??= messageReceiver({ botId, rest, dispatcher, parentOf: threads.parentOf });
    },
    async handle({ t, d }, line) {
      if (closing) return;
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
    },
    onServer: (id, then) => void servers.set(id, then),
    close: () => {
      closing = true;
    },
  };
}
