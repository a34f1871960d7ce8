import {
  type APIApplicationCommand,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  type REST,
  type RESTPutAPIApplicationCommandsJSONBody,
  Routes,
} from 'discord.js';
import type { Command, FlagOption, TextOption } from '../../commands/parts/command.js';

type Declaration = RESTPutAPIApplicationCommandsJSONBody[number];

/** Discord's "Missing Access": the bot is not in the server whose commands it wants to set. */
export const MISSING_ACCESS = 50_001;

/** Installed to a server, or to a user who then has the commands everywhere. */
const INTEGRATION_TYPES = [0, 1];
/** In servers, in the bot's own direct messages, and in private channels. */
const CONTEXTS = [0, 1, 2];

/** A command as Discord takes it. @param guildOnly a server's own commands have no contexts to choose */
function declareCommand(command: Command, guildOnly: boolean): Declaration {
  const everywhere = guildOnly ? {} : { integration_types: INTEGRATION_TYPES, contexts: CONTEXTS };
  if (command.kind === 'message') {
    return { type: ApplicationCommandType.Message, name: command.name, ...everywhere };
  }
  const options = Object.entries(command.options)
    // Discord wants what is required first.
    .sort(([, a], [, b]) => Number(isRequired(b)) - Number(isRequired(a)))
    .map(([name, option]) => declareOption(name, option));
  const { name, description } = command;
  return { type: ApplicationCommandType.ChatInput, name, description, options, ...everywhere };
}

/**
 * Registers the commands with one bulk overwrite, only when Discord has others.
 * @param guildId one server, where they appear at once; null for everywhere
 * @returns whether anything was changed
 * @throws DiscordAPIError, with code 50001 when the bot is not in that server
 */
export async function registerCommands(
  rest: REST,
  applicationId: string,
  guildId: string | null,
  commands: readonly Command[],
): Promise<boolean> {
  const route = guildId
    ? Routes.applicationGuildCommands(applicationId, guildId)
    : Routes.applicationCommands(applicationId);
  const wanted = commands.map((command) => declareCommand(command, guildId !== null));
  const registered = (await rest.get(route)) as APIApplicationCommand[];
  if (fingerprint(wanted, guildId) === fingerprint(registered, guildId)) return false;
  await rest.put(route, { body: wanted });
  return true;
}

/** The same text for the same commands, whatever the order of keys and whichever defaults Discord has filled in. */
function fingerprint(commands: readonly (Declaration | APIApplicationCommand)[], guildId: string | null): string {
  const alike = commands.map((command) => ({
    type: command.type ?? ApplicationCommandType.ChatInput,
    name: command.name,
    description: 'description' in command ? (command.description ?? '') : '',
    // What Discord says of a server's own commands here is not ours to set.
    integrationTypes: guildId ? [] : [...(command.integration_types ?? [])].sort(),
    contexts: guildId ? [] : [...(command.contexts ?? [])].sort(),
    options: ('options' in command ? (command.options ?? []) : []).map((option) => ({
      type: option.type,
      name: option.name,
      description: option.description,
      required: option.required ?? false,
      autocomplete: 'autocomplete' in option && option.autocomplete === true,
      longest: 'max_length' in option ? option.max_length : null,
    })),
  }));
  return JSON.stringify(alike.sort((a, b) => (`${a.type} ${a.name}` < `${b.type} ${b.name}` ? -1 : 1)));
}

function declareOption(name: string, option: TextOption | FlagOption) {
  const { description } = option;
  if (option.kind === 'flag') return { type: ApplicationCommandOptionType.Boolean as const, name, description };
  return {
    type: ApplicationCommandOptionType.String as const,
    name,
    description,
    required: option.required,
    max_length: option.maxLength,
    autocomplete: option.suggest !== undefined,
  };
}

function isRequired(option: TextOption | FlagOption): boolean {
  return option.kind === 'text' && option.required;
}
