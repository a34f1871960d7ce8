import {
  type APIApplicationCommand,
  type APIApplicationCommandBasicOption,
  type APIButtonComponentWithCustomId,
  type APIMessage,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ButtonStyle,
  ComponentType,
} from 'discord.js';
import type { Upload } from './attachments.js';

/** What a user types into a command's options, by name. */
export type OptionValues = Readonly<Record<string, string | number | boolean | Upload>>;

/** The same when files are stored, each as its id. */
type StoredValues = Readonly<Record<string, string | number | boolean>>;

/** One option of an interaction, as the gateway sends it. */
export interface SentOption {
  readonly name: string;
  readonly type: ApplicationCommandOptionType;
  readonly value: string | number | boolean;
  readonly focused?: true;
}

/** A subcommand of an interaction, with what it was given. */
export interface SentSubcommand {
  readonly name: string;
  readonly type: ApplicationCommandOptionType.Subcommand;
  readonly options: readonly SentOption[];
}

const JS_TYPES = new Map<ApplicationCommandOptionType, string>([
  [ApplicationCommandOptionType.String, 'string'],
  [ApplicationCommandOptionType.Boolean, 'boolean'],
  [ApplicationCommandOptionType.Integer, 'number'],
  [ApplicationCommandOptionType.Number, 'number'],
]);

/**
 * The options of "corpus add" as Discord's own client would send them: those of a subcommand stand under it.
 * @param typed the name as it is typed after the slash
 */
export function sentCommand(
  command: APIApplicationCommand,
  typed: string,
  values: StoredValues,
  focused?: string,
): (SentOption | SentSubcommand)[] {
  const [, name] = typed.split(' ');
  if (name === undefined) return sentOptions(command, values, focused);
  const subcommand = command.options?.find((option) => option.name === name);
  if (subcommand?.type !== ApplicationCommandOptionType.Subcommand) throw new Error(`there is no /${typed}`);
  const options = sentOptions({ ...command, name: typed, options: subcommand.options ?? [] }, values, focused);
  return [{ name, type: subcommand.type, options }];
}

/**
 * The options of a slash command as Discord's own client would send them.
 * @param focused the option being typed into; then nothing is required yet
 * @throws Error for what the client would not let a user send
 */
export function sentOptions(command: APIApplicationCommand, values: StoredValues, focused?: string): SentOption[] {
  if (command.type !== ApplicationCommandType.ChatInput) throw new Error(`${command.name} is not a slash command`);
  const declared = (command.options ?? []) as APIApplicationCommandBasicOption[];
  for (const name of Object.keys(values)) {
    if (!declared.some((option) => option.name === name)) throw new Error(`/${command.name} has no option "${name}"`);
  }
  return declared.flatMap((option) => {
    const value = values[option.name];
    if (value === undefined) {
      if (option.required && focused === undefined) throw new Error(`/${command.name} requires "${option.name}"`);
      return [];
    }
    const isFocused = option.name === focused;
    if (isFocused && !('autocomplete' in option && option.autocomplete)) {
      throw new Error(`/${command.name} ${option.name} has no autocomplete`);
    }
    if (!isFocused) checkValue(option, value);
    return [{ name: option.name, type: option.type, value, ...(isFocused && { focused: true as const }) }];
  });
}

function checkValue(option: APIApplicationCommandBasicOption, value: string | number | boolean): void {
  const wanted = JS_TYPES.get(option.type);
  if (wanted && typeof value !== wanted) throw new Error(`"${option.name}" takes a ${wanted}`);
  if (option.type !== ApplicationCommandOptionType.String) return;
  const { length } = String(value);
  if (length < (option.min_length ?? 0) || length > (option.max_length ?? 6_000)) {
    throw new Error(`"${option.name}" cannot have ${length} characters`);
  }
  const choices = 'choices' in option ? (option.choices ?? []) : [];
  if (choices.length > 0 && !choices.some((choice) => choice.value === value)) {
    throw new Error(`"${option.name}" has no choice "${value}"`);
  }
}

/** Every button of a message that can be pressed or not, in order, links left out. */
export function buttonsOf(message: APIMessage): APIButtonComponentWithCustomId[] {
  const walk = (components: readonly unknown[]): APIButtonComponentWithCustomId[] =>
    components.flatMap((value) => {
      const component = value as {
        type: ComponentType;
        components?: unknown[];
        accessory?: unknown;
        style?: ButtonStyle;
      };
      const inner = [...(component.components ?? []), ...(component.accessory ? [component.accessory] : [])];
      const isButton = component.type === ComponentType.Button && component.style !== ButtonStyle.Link;
      return [...(isButton ? [value as APIButtonComponentWithCustomId] : []), ...walk(inner)];
    });
  return walk(message.components ?? []);
}

/** The button with that label, emoji or custom id. @throws Error when there is none or it is greyed out */
export function pressable(message: APIMessage, wanted: string): APIButtonComponentWithCustomId {
  const buttons = buttonsOf(message);
  const button = buttons.find(
    ({ label, emoji, custom_id }) => label === wanted || emoji?.name === wanted || custom_id === wanted,
  );
  const offered = buttons.map(({ label, emoji, custom_id }) => label ?? emoji?.name ?? custom_id);
  if (!button) throw new Error(`no button "${wanted}" among ${JSON.stringify(offered)}`);
  if (button.disabled) throw new Error(`the button "${wanted}" is greyed out`);
  return button;
}
