import { type APIMessage, InteractionResponseType, MessageFlags } from 'discord.js';
import { IncomingWebhookRequestPartialSchema, IncomingWebhookUpdateRequestPartialSchema } from 'discord-api-spec/zod';
import { expiredToken, unknownMessage, unknownWebhook } from './errors.js';
import { type Interaction, type InteractionDesk, replyTo } from './interactions.js';
import { type MessageBody, messageFaults } from './messageRules.js';
import { editMessage } from './messages.js';
import { validated } from './validation.js';
import type { StoredFile } from './world.js';

/** Milliseconds for which an interaction's token is good. */
const TOKEN_LIFETIME = 15 * 60_000;

type Files = ReadonlyMap<string, StoredFile>;

/** POST /webhooks/{application}/{token}: one more message. The first after "thinking …" takes that one's place. */
export function followUp(
  desk: InteractionDesk,
  application: string,
  token: string,
  json: unknown,
  files: Files,
): APIMessage {
  const interaction = interactionOf(desk, application, token);
  const original = interaction.originalId ? desk.world.messages.get(interaction.originalId) : undefined;
  if (original && Number(original.flags) & MessageFlags.Loading) {
    return editFollowUp(desk, application, token, '@original', json, files);
  }
  const body = validated(IncomingWebhookRequestPartialSchema, json, (parsed) => messageFaults(parsed as MessageBody));
  const message = replyTo(desk, interaction, body as MessageBody, files, false, true);
  interaction.settle({ kind: 'message', message });
  return message;
}

/** PATCH /webhooks/{application}/{token}/messages/{message}, where the message may be `@original`. */
export function editFollowUp(
  desk: InteractionDesk,
  application: string,
  token: string,
  messageId: string,
  json: unknown,
  files: Files,
): APIMessage {
  const interaction = interactionOf(desk, application, token);
  const message = findMessage(desk, interaction, messageId);
  const body = validated(IncomingWebhookUpdateRequestPartialSchema, json, (parsed) =>
    messageFaults({ flags: message.flags ?? 0, ...(parsed as MessageBody) }),
  );
  const frame = { author: desk.world.bot, place: interaction.place, files, filesUrl: desk.filesUrl() };
  const edited = editMessage(desk.world, message, body as MessageBody, frame);
  desk.changed('MESSAGE_UPDATE', edited);
  interaction.settle({ kind: 'message', message: edited });
  return edited;
}

/** GET of the same. */
export function readFollowUp(desk: InteractionDesk, application: string, token: string, messageId: string): APIMessage {
  return findMessage(desk, interactionOf(desk, application, token), messageId);
}

/** DELETE of the same. */
export function deleteFollowUp(desk: InteractionDesk, application: string, token: string, messageId: string): void {
  const message = readFollowUp(desk, application, token, messageId);
  desk.world.messages.delete(message.id);
}

/** An interaction's token is a webhook once the interaction was answered, for 15 minutes. */
function interactionOf(desk: InteractionDesk, application: string, token: string): Interaction {
  const interaction = desk.open.get(token);
  const hasWebhook =
    interaction &&
    application === desk.world.applicationId &&
    interaction.acknowledgement !== null &&
    interaction.acknowledgement !== InteractionResponseType.ApplicationCommandAutocompleteResult;
  if (!hasWebhook) throw unknownWebhook();
  if (performance.now() - interaction.sentAt > TOKEN_LIFETIME) throw expiredToken();
  return interaction;
}

function findMessage(desk: InteractionDesk, interaction: Interaction, messageId: string): APIMessage {
  const id = messageId === '@original' ? interaction.originalId : messageId;
  const message = id ? desk.world.messages.get(id) : undefined;
  if (!message || message.author.id !== desk.world.bot.id) throw unknownMessage();
  return message;
}
