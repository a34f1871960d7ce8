import {
  type AutocompleteInteraction,
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  type Interaction,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
} from 'discord.js';
import type { OptionValues } from '../../commands/parts/options.js';
import type { Dispatcher, Exchange, Place } from './dispatcher.js';
import { type Drawn, SHARE_ID } from './draw.js';
import { cut, LIMITS } from './limits.js';
import { readShared } from './share.js';

type Answerable = ChatInputCommandInteraction | MessageContextMenuCommandInteraction | ButtonInteraction;

/** Hands what discord.js received to the dispatcher. Never rejects: discord.js would end the process. */
export async function receiveInteraction(interaction: Interaction, dispatcher: Dispatcher): Promise<void> {
  if (interaction.isChatInputCommand()) {
    await dispatcher.run('slash', interaction.commandName, givenOptions(interaction), exchangeOf(interaction));
  } else if (interaction.isMessageContextMenuCommand()) {
    const text = interaction.targetMessage.content;
    await dispatcher.run('message', interaction.commandName, { text }, exchangeOf(interaction));
  } else if (interaction.isButton()) {
    await receivePress(interaction, dispatcher);
  } else if (interaction.isAutocomplete()) {
    await suggest(interaction, dispatcher);
  }
}

async function receivePress(interaction: ButtonInteraction, dispatcher: Dispatcher): Promise<void> {
  const { customId, message } = interaction;
  if (customId === SHARE_ID) return dispatcher.share(() => readShared(message), exchangeOf(interaction));
  const asked = message.embeds[0]?.author?.name ?? '';
  const isPrivate = message.flags.has(MessageFlags.Ephemeral);
  return dispatcher.press({ customId, asked, isPrivate }, exchangeOf(interaction));
}

async function suggest(interaction: AutocompleteInteraction, dispatcher: Dispatcher): Promise<void> {
  const { name, value } = interaction.options.getFocused(true);
  const choices = await dispatcher.suggest(interaction.commandName, name, String(value), givenOptions(interaction));
  const fitting = choices
    // A value that is cut would be another value.
    .filter(({ value }) => value.length > 0 && value.length <= LIMITS.choiceValue)
    .slice(0, LIMITS.choices)
    .map(({ label, value }) => ({ name: cut(label, LIMITS.choiceName), value }));
  // Too late is no harm here: the user has typed on.
  await interaction.respond(fitting).catch(() => undefined);
}

function givenOptions(interaction: ChatInputCommandInteraction | AutocompleteInteraction): OptionValues {
  return Object.fromEntries(
    interaction.options.data.map(({ name, value }) => [name, typeof value === 'number' ? String(value) : value]),
  );
}

/** Answers an interaction: a first response, or what a deferred one is filled in with. */
function exchangeOf(interaction: Answerable): Exchange {
  let deferred: Place | null = null;
  return {
    async defer(place) {
      if (place === 'here' && interaction.isButton()) await interaction.deferUpdate();
      else await interaction.deferReply(place === 'private' ? { flags: MessageFlags.Ephemeral } : {});
      deferred = place;
    },
    async deliver(drawn, place) {
      const body = bodyOf(drawn);
      if (deferred === 'here' && place !== 'here') {
        await interaction.followUp({ ...body, flags: MessageFlags.Ephemeral });
      } else if (deferred !== null) {
        await interaction.editReply(body);
      } else if (place === 'here' && interaction.isButton()) {
        await interaction.update(body);
      } else {
        await interaction.reply({ ...body, ...(place === 'private' ? { flags: MessageFlags.Ephemeral } : {}) });
      }
    },
  };
}

/** The body of every message that Dateline sends: whatever stands in it, nobody is pinged. */
export function bodyOf({ embeds, components, files }: Drawn) {
  return {
    embeds: [...embeds],
    components: components.map((row) => ({ ...row, components: [...row.components] })),
    files: [...files],
    allowedMentions: { parse: [] },
  };
}
