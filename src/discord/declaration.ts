import type { RESTPutAPIApplicationCommandsJSONBody } from 'discord-api-types/v10';
import type { Command, FlagOption, TextOption } from '../../commands/parts/command.js';
import { COMMAND, OPTION } from './protocol.js';

/** A command as Discord takes it, and as a page that looks like Discord shows it. */
export type Declaration = RESTPutAPIApplicationCommandsJSONBody[number];

/** Installed to a server, or to a user who then has the commands everywhere. */
const INTEGRATION_TYPES = [0, 1];
/** In servers, in the bot's own direct messages, and in private channels. */
const CONTEXTS = [0, 1, 2];

/** Declares a command. @param guildOnly a server's own commands have no contexts to choose */
export function declareCommand(command: Command, guildOnly: boolean): Declaration {
  const everywhere = guildOnly ? {} : { integration_types: INTEGRATION_TYPES, contexts: CONTEXTS };
  if (command.kind === 'message') return { type: COMMAND.message, name: command.name, ...everywhere };
  const options = Object.entries(command.options)
    // Discord wants what is required first.
    .sort(([, a], [, b]) => Number(isRequired(b)) - Number(isRequired(a)))
    .map(([name, option]) => declareOption(name, option));
  const { name, description } = command;
  return { type: COMMAND.slash, name, description, options, ...everywhere };
}

function declareOption(name: string, option: TextOption | FlagOption) {
  const { description } = option;
  if (option.kind === 'flag') return { type: OPTION.flag, name, description };
  return {
    type: OPTION.text,
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
