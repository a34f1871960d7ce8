import type { REST } from 'discord.js';
import { Routes } from 'discord-api-types/v10';
import { z } from 'zod';
import { DiscordError, notDiscord } from './errors.js';

const APPLICATION = z.object({
  id: z.string().regex(/^\d+$/),
  name: z.string().default(''),
  verify_key: z.string().optional(),
});

/** What is read of the application that a token belongs to. */
export type TokenApplication = z.infer<typeof APPLICATION>;

/** Asks Discord whose token it is. @throws DiscordError when what answers is no Discord; what the request throws */
export async function readApplication(rest: REST): Promise<TokenApplication> {
  const checked = APPLICATION.safeParse(await rest.get(Routes.currentApplication()));
  if (!checked.success) throw notDiscord(rest.options.api);
  return checked.data;
}

/** @throws DiscordError when a public key is that of another application */
export function checkKey({ verify_key: key }: TokenApplication, publicKey: string): void {
  if (key === undefined || key.toLowerCase() === publicKey) return;
  throw new DiscordError(
    'DISCORD_PUBLIC_KEY is not the key of the application that DISCORD_TOKEN belongs to: copy both from one application.',
    { isForOwner: true },
  );
}
