import { COMMAND, COMPONENT, INTERACTION, MESSAGE, OPTION } from '../../discord/protocol.js';
import { type CommandDeclaration, type FilledOption, type Message, newSnowflake } from './objects.js';

/** Writes what Discord would send: one interaction object for each thing that a reader does. */

const READER = { id: '200000000000000000', username: 'you', discriminator: '0', global_name: 'you', avatar: null };
const CHANNEL = '300000000000000000';

function interaction(type: number, botId: string, data: object, more: object = {}): object {
  return {
    id: newSnowflake(),
    application_id: botId,
    type,
    token: 'page',
    version: 1,
    channel_id: CHANNEL,
    user: READER,
    locale: 'en-US',
    entitlements: [],
    app_permissions: '0',
    authorizing_integration_owners: {},
    context: 1,
    data,
    ...more,
  };
}

function optionObjects(declared: CommandDeclaration, given: readonly FilledOption[], focused?: string): object[] {
  return given.map(({ name, value }) => ({
    name,
    value,
    type: declared.options?.find((option) => option.name === name)?.type ?? OPTION.text,
    ...(name === focused ? { focused: true } : {}),
  }));
}

export function commandInteraction(botId: string, command: CommandDeclaration, given: readonly FilledOption[]): object {
  const options = optionObjects(command, given);
  return interaction(INTERACTION.command, botId, { id: '1', name: command.name, type: COMMAND.slash, options });
}

/** @param focused the option that is being typed */
export function typingInteraction(
  botId: string,
  command: CommandDeclaration,
  given: readonly FilledOption[],
  focused: string,
): object {
  const options = optionObjects(command, given, focused);
  return interaction(INTERACTION.autocomplete, botId, { id: '1', name: command.name, type: COMMAND.slash, options });
}

export function pressInteraction(botId: string, customId: string, message: Message): object {
  const data = { custom_id: customId, component_type: COMPONENT.button };
  return interaction(INTERACTION.component, botId, data, { message });
}

/** A command of a message's menu. */
export function menuInteraction(botId: string, command: CommandDeclaration, message: Message): object {
  return interaction(INTERACTION.command, botId, {
    id: '1',
    name: command.name,
    type: COMMAND.message,
    target_id: message.id,
    resolved: { messages: { [message.id]: { ...message, content: message.content ?? '' } } },
  });
}

/** A message that mentions the bot. */
export function writtenMessage(botId: string, text: string): object {
  return {
    id: newSnowflake(),
    channel_id: CHANNEL,
    author: READER,
    content: `<@${botId}> ${text}`,
    mention_everyone: false,
    type: MESSAGE.plain,
  };
}
