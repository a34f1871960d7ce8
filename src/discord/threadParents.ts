import { GatewayDispatchEvents } from 'discord-api-types/v10';
import { z } from 'zod';
import { LruCache } from '../search/lruCache.js';

/** Threads whose channel is remembered: Discord keeps at most 1,000 active in a server. */
const REMEMBERED_THREADS = 10_000;

const THREAD = z.object({ id: z.string(), parent_id: z.string().nullish() });
const SERVER = z.object({ threads: z.array(THREAD).nullish() });

/** Which channel each thread is of, as the gateway's events tell it: a message says only where it stands. */
export interface ThreadParents {
  /** Reads an event, of whatever kind; what has another shape than expected tells nothing. */
  hear(name: string, data: unknown): void;
  /** The channel that another is a thread of; null when it is none, or not known. */
  parentOf(channel: string): string | null;
}

export function threadParents(): ThreadParents {
  const parents = new LruCache<string>(REMEMBERED_THREADS);
  const learn = ({ id, parent_id: parent }: z.infer<typeof THREAD>): void => {
    if (parent) parents.set(id, parent);
  };
  return {
    hear(name, data) {
      if (name === GatewayDispatchEvents.GuildCreate || name === GatewayDispatchEvents.ThreadListSync) {
        SERVER.safeParse(data).data?.threads?.forEach(learn);
      } else if (name === GatewayDispatchEvents.ThreadCreate || name === GatewayDispatchEvents.ThreadUpdate) {
        const { data: thread } = THREAD.safeParse(data);
        if (thread) learn(thread);
      }
    },
    parentOf: (channel) => parents.get(channel) ?? null,
  };
}
