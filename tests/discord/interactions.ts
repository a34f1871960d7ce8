import {
  type APICommandAutocompleteInteractionResponseCallbackData,
  type APIInteractionResponse,
  type APIMessage,
  type APIModalInteractionResponseCallbackData,
  type APIUser,
  InteractionResponseType,
  InteractionType,
  MessageFlags,
  MessageType,
} from 'discord.js';
import {
  ApplicationCommandAutocompleteCallbackRequestSchema,
  CreateMessageInteractionCallbackRequestSchema,
  ModalInteractionCallbackRequestSchema,
  type Schema,
  UpdateMessageInteractionCallbackRequestSchema,
} from 'discord-api-spec/zod';
import { alreadyAcknowledged, type Fault, invalidFormBody, unknownInteraction } from './errors.js';
import { type MessageBody, messageFaults } from './messageRules.js';
import { createMessage, editMessage } from './messages.js';
import { fault, missing, tooLong, validated } from './validation.js';
import type { Place, StoredFile, World } from './world.js';

const MAX_CHOICE = 100;

export type Choice = NonNullable<APICommandAutocompleteInteractionResponseCallbackData['choices']>[number];
export type Answerable =
  | InteractionType.ApplicationCommand
  | InteractionType.ApplicationCommandAutocomplete
  | InteractionType.MessageComponent;

/** What became of an interaction, as the user sees it. */
export type Outcome =
  | { readonly kind: 'message'; readonly message: APIMessage }
  | { readonly kind: 'choices'; readonly choices: readonly Choice[] }
  | { readonly kind: 'modal'; readonly modal: APIModalInteractionResponseCallbackData };

/** One interaction, from the event to the end of its token. */
export interface Interaction {
  readonly id: string;
  readonly token: string;
  readonly type: Answerable;
  /** `performance.now()` when the event was sent. */
  readonly sentAt: number;
  readonly user: APIUser;
  readonly place: Place;
  /** `interaction_metadata` of the messages that answer it. */
  readonly metadata: Record<string, unknown>;
  /** The type of a message that answers it: 20 for slash commands, 23 for menus, 19 for buttons. */
  readonly replyType: MessageType;
  /** The message whose button was pressed. */
  readonly source: APIMessage | null;
  /** Milliseconds from the event to the first answer; null before. */
  answeredAfter: number | null;
  acknowledgement: InteractionResponseType | null;
  /** What `@original` means: the answer, or the pressed message. */
  originalId: string | null;
  readonly settle: (outcome: Outcome) => void;
  readonly outcome: Promise<Outcome>;
}

export interface InteractionDesk {
  readonly world: World;
  readonly filesUrl: () => string;
  /** Milliseconds within which the first answer must come. */
  readonly deadline: number;
  readonly open: Map<string, Interaction>;
  /** Called with every message that came or changed. */
  readonly changed: (event: 'MESSAGE_CREATE' | 'MESSAGE_UPDATE', message: APIMessage) => void;
}

/** Answers that fit each kind of interaction, with the schema of each. */
const SCHEMAS = new Map<
  InteractionResponseType,
  { schema: Schema<APIInteractionResponse>; to: readonly Answerable[] }
>();
const COMMAND_OR_BUTTON = [InteractionType.ApplicationCommand, InteractionType.MessageComponent] as const;
SCHEMAS.set(InteractionResponseType.ChannelMessageWithSource, {
  schema: CreateMessageInteractionCallbackRequestSchema,
  to: COMMAND_OR_BUTTON,
});
SCHEMAS.set(InteractionResponseType.DeferredChannelMessageWithSource, {
  schema: CreateMessageInteractionCallbackRequestSchema,
  to: COMMAND_OR_BUTTON,
});
SCHEMAS.set(InteractionResponseType.DeferredMessageUpdate, {
  schema: UpdateMessageInteractionCallbackRequestSchema,
  to: [InteractionType.MessageComponent],
});
SCHEMAS.set(InteractionResponseType.UpdateMessage, {
  schema: UpdateMessageInteractionCallbackRequestSchema,
  to: [InteractionType.MessageComponent],
});
SCHEMAS.set(InteractionResponseType.ApplicationCommandAutocompleteResult, {
  schema: ApplicationCommandAutocompleteCallbackRequestSchema,
  to: [InteractionType.ApplicationCommandAutocomplete],
});
SCHEMAS.set(InteractionResponseType.Modal, { schema: ModalInteractionCallbackRequestSchema, to: COMMAND_OR_BUTTON });

/**
 * The bot's first answer to an interaction.
 * @returns the message it made or changed, if any
 * @throws DiscordError 10062 for an unknown id or token or after the deadline, 40060 for a second answer, 50035 for a
 *   body that breaks a rule (the interaction then still waits for an answer)
 */
export function answerInteraction(
  desk: InteractionDesk,
  id: string,
  token: string,
  json: unknown,
  files: ReadonlyMap<string, StoredFile>,
): { interaction: Interaction; message: APIMessage | null } {
  const interaction = desk.open.get(token);
  if (!interaction || interaction.id !== id) throw unknownInteraction();
  if (interaction.acknowledgement !== null) throw alreadyAcknowledged();
  const waited = performance.now() - interaction.sentAt;
  if (waited > desk.deadline) throw unknownInteraction();
  const response = validatedResponse(interaction, json);
  const message = carryOut(desk, interaction, response, files);
  interaction.acknowledgement = response.type;
  interaction.answeredAfter = waited;
  return { interaction, message };
}

function validatedResponse(interaction: Interaction, json: unknown): APIInteractionResponse {
  const type = (json as { type?: InteractionResponseType } | null)?.type;
  const known = type === undefined ? undefined : SCHEMAS.get(type);
  if (!known?.to.includes(interaction.type)) {
    throw invalidFormBody([fault(['type'], 'BASE_TYPE_CHOICES', 'Not an answer to this kind of interaction.')]);
  }
  return validated(known.schema, json, responseFaults);
}

function responseFaults(response: APIInteractionResponse): Fault[] {
  switch (response.type) {
    case InteractionResponseType.ChannelMessageWithSource:
    case InteractionResponseType.UpdateMessage:
      return messageFaults((response.data ?? {}) as MessageBody, ['data']);
    case InteractionResponseType.ApplicationCommandAutocompleteResult:
      return (response.data.choices ?? []).flatMap((choice, index) => {
        const at = ['data', 'choices', index];
        return [
          ...missing([...at, 'name'], choice.name),
          ...tooLong([...at, 'name'], choice.name, MAX_CHOICE),
          ...tooLong([...at, 'value'], String(choice.value), MAX_CHOICE),
        ];
      });
    default:
      return [];
  }
}

function carryOut(
  desk: InteractionDesk,
  interaction: Interaction,
  response: APIInteractionResponse,
  files: ReadonlyMap<string, StoredFile>,
): APIMessage | null {
  switch (response.type) {
    case InteractionResponseType.ChannelMessageWithSource:
    case InteractionResponseType.DeferredChannelMessageWithSource: {
      const isLoading = response.type === InteractionResponseType.DeferredChannelMessageWithSource;
      const body = (response.data ?? {}) as MessageBody;
      const message = replyTo(desk, interaction, body, files, isLoading);
      interaction.originalId = message.id;
      if (!isLoading) interaction.settle({ kind: 'message', message });
      return message;
    }
    case InteractionResponseType.UpdateMessage: {
      const message = editSource(desk, interaction, (response.data ?? {}) as MessageBody, files);
      interaction.settle({ kind: 'message', message });
      return message;
    }
    case InteractionResponseType.DeferredMessageUpdate:
      interaction.originalId = interaction.source?.id ?? null;
      return null;
    case InteractionResponseType.ApplicationCommandAutocompleteResult:
      interaction.settle({ kind: 'choices', choices: response.data.choices ?? [] });
      return null;
    case InteractionResponseType.Modal:
      interaction.settle({ kind: 'modal', modal: response.data });
      return null;
    default:
      return null;
  }
}

/** A message in answer to an interaction: the first one, or a follow-up. */
export function replyTo(
  desk: InteractionDesk,
  interaction: Interaction,
  body: MessageBody,
  files: ReadonlyMap<string, StoredFile>,
  isLoading = false,
  isFollowUp = false,
): APIMessage {
  const { world } = desk;
  const { source, place } = interaction;
  const answered = isFollowUp && interaction.originalId ? world.messages.get(interaction.originalId) : source;
  const message = createMessage(world, body, {
    author: world.bot,
    place,
    files,
    filesUrl: desk.filesUrl(),
    isLoading,
    extra: {
      type: isFollowUp ? MessageType.Reply : interaction.replyType,
      application_id: world.applicationId,
      webhook_id: world.applicationId,
      interaction_metadata: interaction.metadata as unknown as NonNullable<APIMessage['interaction_metadata']>,
      ...(answered && { message_reference: { type: 0, channel_id: place.id, message_id: answered.id } }),
    },
  });
  desk.changed('MESSAGE_CREATE', message);
  return message;
}

function editSource(
  desk: InteractionDesk,
  interaction: Interaction,
  body: MessageBody,
  files: ReadonlyMap<string, StoredFile>,
): APIMessage {
  const source = interaction.source && desk.world.messages.get(interaction.source.id);
  if (!source) throw unknownInteraction();
  interaction.originalId = source.id;
  const frame = { author: desk.world.bot, place: interaction.place, files, filesUrl: desk.filesUrl() };
  const message = editMessage(desk.world, source, body, frame);
  desk.changed('MESSAGE_UPDATE', message);
  return message;
}

/** The 200 body of a callback that asked `with_response=true`. */
export function callbackResponse(interaction: Interaction, message: APIMessage | null): Record<string, unknown> {
  const flags = Number(message?.flags ?? 0);
  return {
    interaction: {
      id: interaction.id,
      type: interaction.type,
      channel_id: interaction.place.id,
      ...(interaction.place.guildId && { guild_id: interaction.place.guildId }),
      ...(message && {
        response_message_id: message.id,
        response_message_loading: (flags & MessageFlags.Loading) !== 0,
        response_message_ephemeral: (flags & MessageFlags.Ephemeral) !== 0,
      }),
    },
    ...(message && { resource: { type: interaction.acknowledgement, message } }),
  };
}
