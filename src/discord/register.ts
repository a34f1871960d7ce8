import type { Command } from '../../commands/parts/command.js';
import { checkKey, readApplication } from './application.js';
import { codeOf, DiscordError, explainFailure } from './errors.js';
import { inviteLinkOf } from './invite.js';
import { MISSING_ACCESS, registerCommands } from './registration.js';
import { LastingRest } from './restClient.js';

export interface RegisterOptions {
  /** Null: DISCORD_TOKEN is not set, which is said. */
  readonly token: string | null;
  /** Register in this server only; null: everywhere. */
  readonly guildId: string | null;
  /** Such as `https://discord.com/api`. */
  readonly apiUrl: string;
  /** The public key that interactions will be checked with; null: none. */
  readonly publicKey: string | null;
  readonly commands: readonly Command[];
}

export interface Registered {
  /** Whether Discord had others. */
  readonly changed: boolean;
  /** Where an owner adds the bot to a server. */
  readonly inviteLink: string;
}

const RETRIES = 1;

/**
 * Registers the commands without a connection, for a Dateline that is asked over HTTP. The application's id is read from Discord.
 * @throws DiscordError with one sentence for the owner
 */
export async function registerOnce(options: RegisterOptions): Promise<Registered> {
  const { token, guildId, apiUrl, publicKey, commands } = options;
  if (token === null) {
    throw new DiscordError(
      'DISCORD_TOKEN is not set: registering needs it once, from discord.com/developers → your application → Bot.',
    );
  }
  const rest = new LastingRest({ apiUrl, token, retries: RETRIES });
  try {
    const application = await readApplication(rest);
    if (publicKey !== null) checkKey(application, publicKey);
    const { id } = application;
    const inviteLink = inviteLinkOf(id);
    try {
      return { changed: await registerCommands(rest, id, guildId, commands), inviteLink };
    } catch (error) {
      if (!guildId || codeOf(error) !== MISSING_ACCESS) throw error;
      throw new DiscordError(`The bot is not in the server ${guildId}: invite it first, at ${inviteLink}`);
    }
  } catch (error) {
    throw explainFailure(error, apiUrl);
  }
}
