import type { REST } from 'discord.js';
import { Routes } from 'discord-api-types/v10';
import { z } from 'zod';
import { notDiscord } from './errors.js';

const INFORMATION = z.object({
  url: z.url({ protocol: /^wss?$/ }),
  shards: z.int().default(1),
  session_start_limit: z.object({
    total: z.int().default(1_000),
    remaining: z.int().default(1_000),
    reset_after: z.number().default(0),
    max_concurrency: z.int().default(1),
  }),
});

/** Where the gateway is, and how many sessions may still be begun. */
export interface GatewayAddress {
  readonly information: z.infer<typeof INFORMATION>;
}

/** Asks Discord where its gateway is. @throws DiscordError when what answers is no Discord; what the request throws */
export async function readGatewayAddress(rest: REST): Promise<GatewayAddress> {
  const checked = INFORMATION.safeParse(await rest.get(Routes.gatewayBot()));
  if (!checked.success) throw notDiscord(rest.options.api);
  return { information: checked.data };
}
