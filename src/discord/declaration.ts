import type { RESTPutAPIApplicationCommandsJSONBody } from 'discord-api-types/v10';
import type { Command, Options } from '../../commands/parts/command.js';
import { cut, LIMITS } from './limits.js';
import { COMMAND, MANAGE_SERVER, OPTION, WRITTEN_CHANNELS } from './protocol.js';

/** A command as Discord takes it, and as a page that looks like Discord shows it. */
export type Declaration = RESTPutAPIApplicationCommandsJSONBody[number];

/** Installed to a server, or to a user who then has the commands everywhere. */
const INTEGRATION_TYPES = [0, 1];
/** In servers, in the bot's own direct messages, and in private channels. */
const CONTEXTS = [0, 1, 2];

/** What managers do is done in servers. */
const SERVERS = [0];

/**
 * Declares commands, those whose names begin with one word under that word.
 * @param guildOnly a server's own commands have no contexts to choose
 */
export function declareCommands(commands: readonly Command[], guildOnly: boolean): Declaration[] {
  const declared: Declaration[] = [];
  for (const command of commands) {
    const group = groupOf(command);
    if (group === null) declared.push(declareCommand(command, guildOnly));
    else if (!declared.some(({ name }) => name === group)) {
      declared.push(
        declareGroup(
          group,
          commands.filter((one) => groupOf(one) === group),
          guildOnly,
        ),
      );
    }
  }
  return declared;
}

/** The first of two words of a slash command's name; null for one word. */
function groupOf({ kind, name }: Command): string | null {
  const [group = '', ...rest] = name.split(' ');
  return kind === 'slash' && rest.length > 0 ? group : null;
}

function declareGroup(name: string, commands: readonly Command[], guildOnly: boolean): Declaration {
  const options = commands.map((command) => ({
    type: OPTION.subcommand,
    name: command.name.slice(name.length + 1),
    description: command.description,
    options: declareOptions(command.options),
  }));
  // No client shows it, but Discord wants one.
  const description = cut(options.map((option) => option.name).join(', '), LIMITS.commandDescription);
  const forManagers = commands.every((command) => Boolean(command.forManagers));
  return { type: COMMAND.slash, name, description, options, ...reach(forManagers, guildOnly) };
}

/** Declares a command of one word. @param guildOnly a server's own commands have no contexts to choose */
export function declareCommand(command: Command, guildOnly: boolean): Declaration {
  const { name, description } = command;
  const everywhere = reach(Boolean(command.forManagers), guildOnly);
  if (command.kind === 'message') return { type: COMMAND.message, name, ...everywhere };
  return { type: COMMAND.slash, name, description, options: declareOptions(command.options), ...everywhere };
}

/** Where a command is, and who is shown it. Discord lets a server's owner change the last, so it is checked again when it is asked. */
function reach(forManagers: boolean, guildOnly: boolean) {
  return {
    ...(guildOnly ? {} : { integration_types: INTEGRATION_TYPES, contexts: CONTEXTS }),
    ...(forManagers && !guildOnly ? { integration_types: SERVERS, contexts: SERVERS } : {}),
    ...(forManagers ? { default_member_permissions: String(MANAGE_SERVER) } : {}),
  };
}

function declareOptions(options: Options) {
  return (
    Object.entries(options)
      // Discord wants what is required first.
      .sort(([, a], [, b]) => Number(isRequired(b)) - Number(isRequired(a)))
      .map(([name, option]) => declareOption(name, option))
  );
}

function declareOption(name: string, option: Options[string]) {
  const { description } = option;
  if (option.kind === 'flag') return { type: OPTION.flag, name, description };
  if (option.kind === 'channel') return { type: OPTION.channel, name, description, channel_types: WRITTEN_CHANNELS };
  if (option.kind === 'file') return { type: OPTION.file, name, description };
  return {
    type: OPTION.text,
    name,
    description,
    required: option.required,
    max_length: option.maxLength,
    autocomplete: option.suggest !== undefined,
  };
}

function isRequired(option: Options[string]): boolean {
  return option.kind === 'text' && option.required;
}
