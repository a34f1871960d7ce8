import { Client, type ClientOptions, Events, GatewayIntentBits } from 'discord.js';
import type { LocalDiscord } from './server.js';

/** The real discord.js client, pointed at a local Discord. */
export function createTestClient(discord: LocalDiscord, options: Partial<ClientOptions> = {}): Client {
  return new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages],
    allowedMentions: { parse: [] },
    ...options,
    rest: { api: discord.apiUrl, ...options.rest },
  });
}

/** The client, logged in and ready. */
export async function connect(discord: LocalDiscord, options: Partial<ClientOptions> = {}): Promise<Client<true>> {
  const client = createTestClient(discord, options);
  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(discord.token);
  return ready;
}
