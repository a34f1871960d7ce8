import { type APIApplicationCommand, type APIApplicationCommandOption, type REST, Routes } from 'discord.js';
import type { Command } from '../../commands/parts/command.js';
import { type Declaration, declareCommands } from './declaration.js';
import { COMMAND } from './protocol.js';

/** Discord's "Missing Access": the bot is not in the server whose commands it wants to set. */
export const MISSING_ACCESS = 50_001;

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
  if (!(await commandsDiffer(rest, applicationId, guildId, commands))) return false;
  await rest.put(routeOf(applicationId, guildId), { body: declared(commands, guildId) });
  return true;
}

/** Whether Discord has other commands than these. @throws DiscordAPIError, as for registering them */
export async function commandsDiffer(
  rest: REST,
  applicationId: string,
  guildId: string | null,
  commands: readonly Command[],
): Promise<boolean> {
  const registered = (await rest.get(routeOf(applicationId, guildId))) as APIApplicationCommand[];
  return fingerprint(declared(commands, guildId), guildId) !== fingerprint(registered, guildId);
}

function routeOf(applicationId: string, guildId: string | null) {
  return guildId ? Routes.applicationGuildCommands(applicationId, guildId) : Routes.applicationCommands(applicationId);
}

function declared(commands: readonly Command[], guildId: string | null): Declaration[] {
  return declareCommands(commands, guildId !== null);
}

/** The same text for the same commands, whatever the order of keys and whichever defaults Discord has filled in. */
function fingerprint(commands: readonly (Declaration | APIApplicationCommand)[], guildId: string | null): string {
  const alike = commands.map((command) => ({
    type: command.type ?? COMMAND.slash,
    name: command.name,
    description: 'description' in command ? (command.description ?? '') : '',
    // What Discord says of a server's own commands here is not ours to set.
    integrationTypes: guildId ? [] : [...(command.integration_types ?? [])].sort(),
    contexts: guildId ? [] : [...(command.contexts ?? [])].sort(),
    permissions: command.default_member_permissions ?? null,
    options: optionPrints('options' in command ? (command.options ?? []) : []),
  }));
  return JSON.stringify(alike.sort((a, b) => (`${a.type} ${a.name}` < `${b.type} ${b.name}` ? -1 : 1)));
}

/** Of subcommands too, whose options are a floor below. */
function optionPrints(options: readonly APIApplicationCommandOption[]): object[] {
  return options.map((option) => ({
    type: option.type,
    name: option.name,
    description: option.description,
    required: 'required' in option && option.required === true,
    autocomplete: 'autocomplete' in option && option.autocomplete === true,
    longest: 'max_length' in option ? option.max_length : null,
    options: 'options' in option ? optionPrints(option.options ?? []) : [],
  }));
}
