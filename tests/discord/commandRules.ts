import {
  type APIApplicationCommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  type RESTPostAPIApplicationCommandsJSONBody,
} from 'discord.js';
import type { Fault } from './errors.js';
import { duplicates, fault, missing, tooLong } from './validation.js';

/** Discord's pattern for the names of slash commands and their options. */
const CHAT_INPUT_NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
const MAX_CHOICE = 100;
/** Names, descriptions and choice values of one command, together. */
const MAX_COMMAND_CHARACTERS = 8_000;
/** How many commands of each type an application may have in one place. */
const MAX_COMMANDS = new Map([
  [ApplicationCommandType.ChatInput, 100],
  [ApplicationCommandType.User, 15],
  [ApplicationCommandType.Message, 15],
]);

type Path = readonly PropertyKey[];

/** What the schema does not say about a list of commands for a bulk overwrite. */
export function listFaults(commands: readonly RESTPostAPIApplicationCommandsJSONBody[]): Fault[] {
  const faults = duplicates(
    commands.map((command, index) => ({ path: [index], value: `${typeOf(command)} ${command.name}` })),
    'APPLICATION_COMMANDS_DUPLICATE_NAME',
    'Application command names must be unique',
  );
  for (const [type, limit] of MAX_COMMANDS) {
    if (commands.filter((command) => typeOf(command) === type).length > limit) {
      faults.push(
        fault([], 'APPLICATION_COMMANDS_LIMIT', `Maximum number of application commands reached (${limit}).`),
      );
    }
  }
  return faults;
}

/** What the schema does not say about one command. */
export function commandFaults(command: RESTPostAPIApplicationCommandsJSONBody): Fault[] {
  const description = 'description' in command ? (command.description ?? '') : '';
  if (typeOf(command) !== ApplicationCommandType.ChatInput) {
    return [
      ...missing(['name'], command.name),
      ...(description
        ? [fault(['description'], 'APPLICATION_COMMAND_DESCRIPTION', 'Context menu commands cannot have description')]
        : []),
    ];
  }
  const options = 'options' in command ? (command.options ?? []) : [];
  const faults = [
    ...nameFaults(['name'], command.name),
    ...missing(['description'], description),
    ...optionListFaults(['options'], options),
  ];
  if (characters(command.name, description, options) > MAX_COMMAND_CHARACTERS) {
    faults.push(fault([], 'APPLICATION_COMMAND_TOO_LARGE', `Command exceeds maximum size (${MAX_COMMAND_CHARACTERS})`));
  }
  return faults;
}

function typeOf(command: RESTPostAPIApplicationCommandsJSONBody): ApplicationCommandType {
  return command.type ?? ApplicationCommandType.ChatInput;
}

function nameFaults(path: Path, name: string): Fault[] {
  if (CHAT_INPUT_NAME.test(name) && name === name.toLowerCase()) return [];
  return [fault(path, 'APPLICATION_COMMAND_INVALID_NAME', 'Command name is invalid')];
}

function optionListFaults(path: Path, options: readonly APIApplicationCommandOption[]): Fault[] {
  const faults = duplicates(
    options.map((option, index) => ({ path: [...path, index, 'name'], value: option.name })),
    'APPLICATION_COMMAND_OPTIONS_NAME_DUPLICATED',
    'Option name is a duplicate',
  );
  const firstOptional = options.findIndex((option) => !option.required);
  options.forEach((option, index) => {
    const at = [...path, index];
    faults.push(...optionFaults(at, option));
    if (option.required && firstOptional >= 0 && index > firstOptional) {
      faults.push(
        fault(
          at,
          'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
          'Required options must be placed before non-required',
        ),
      );
    }
  });
  return faults;
}

function optionFaults(path: Path, option: APIApplicationCommandOption): Fault[] {
  const faults = [
    ...nameFaults([...path, 'name'], option.name),
    ...missing([...path, 'description'], option.description),
  ];
  if (
    option.type === ApplicationCommandOptionType.Subcommand ||
    option.type === ApplicationCommandOptionType.SubcommandGroup
  ) {
    return [...faults, ...optionListFaults([...path, 'options'], option.options ?? [])];
  }
  const choices = 'choices' in option ? (option.choices ?? []) : [];
  if (choices.length > 0 && 'autocomplete' in option && option.autocomplete) {
    faults.push(
      fault(path, 'APPLICATION_COMMAND_AUTOCOMPLETE_WITH_CHOICES', 'Autocomplete options cannot have choices'),
    );
  }
  choices.forEach((choice, index) => {
    const at = [...path, 'choices', index];
    faults.push(...missing([...at, 'name'], choice.name), ...tooLong([...at, 'name'], choice.name, MAX_CHOICE));
    faults.push(...tooLong([...at, 'value'], String(choice.value), MAX_CHOICE));
  });
  return faults;
}

function characters(name: string, description: string, options: readonly APIApplicationCommandOption[]): number {
  let sum = name.length + description.length;
  for (const option of options) {
    const inner = 'options' in option ? (option.options ?? []) : [];
    sum += characters(option.name, option.description, inner);
    const choices = 'choices' in option ? (option.choices ?? []) : [];
    for (const choice of choices) sum += choice.name.length + String(choice.value).length;
  }
  return sum;
}
