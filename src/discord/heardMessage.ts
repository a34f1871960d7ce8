import { type APIMessage, ComponentType } from 'discord-api-types/v10';
import { z } from 'zod';
import { MESSAGE } from './protocol.js';

/** What is read of a message, as the gateway sends it. */
export type HeardMessage = Pick<
  APIMessage,
  'id' | 'channel_id' | 'author' | 'content' | 'mention_everyone' | 'type' | 'webhook_id' | 'referenced_message'
> & {
  /** None in a direct message. */
  readonly guild_id?: string;
};

const author = z.object({ id: z.string(), bot: z.boolean().optional() });
const CHECKED = z.object({
  id: z.string(),
  channel_id: z.string(),
  author,
  content: z.string(),
  mention_everyone: z.boolean(),
  type: z.int(),
  referenced_message: z.object({ author, embeds: z.array(z.object({})) }).nullish(),
});

/** Checks what should be a message. @throws ZodError when it is none */
export function readHeardMessage(raw: unknown): HeardMessage {
  CHECKED.parse(raw);
  return raw as HeardMessage;
}

/** Mentions of people and roles, as they stand in a message's text. */
const MENTIONS = /<@[!&]?\d+>/g;

/**
 * What a message asks of the bot; null when it asks nothing: from a bot or a webhook, to everyone, or without the bot's own
 * mention in its text (answering one of the bot's messages mentions it too, but asks nothing).
 */
export function questionIn(message: HeardMessage, botId: string): string | null {
  if (message.author.bot || message.webhook_id || message.mention_everyone) return null;
  if (message.type !== MESSAGE.plain && message.type !== MESSAGE.reply) return null;
  if (!new RegExp(`<@!?${botId}>`).test(message.content)) return null;
  return message.content.replace(MENTIONS, ' ');
}

/** An answer as it stands in a channel. */
export interface EarlierAnswer {
  /** The line at its head. */
  readonly asked: string;
  /** Of its buttons, in their order. */
  readonly buttonIds: readonly string[];
}

/** The answer that a message of the bot's is; null for any other message. */
export function answerIn(
  { author, embeds, components = [] }: Pick<APIMessage, 'author' | 'embeds' | 'components'>,
  botId: string,
): EarlierAnswer | null {
  const asked = embeds[0]?.author?.name;
  if (author.id !== botId || asked === undefined) return null;
  const rows = components.filter((row) => row.type === ComponentType.ActionRow);
  const buttonIds = rows.flatMap((row) =>
    row.components.flatMap((button) => ('custom_id' in button ? [button.custom_id] : [])),
  );
  return { asked, buttonIds };
}

/** Whether somebody wrote to the bot alone. */
export function isDirect({ author, guild_id: server, type, webhook_id: webhook }: HeardMessage): boolean {
  return server === undefined && !author.bot && !webhook && (type === MESSAGE.plain || type === MESSAGE.reply);
}
