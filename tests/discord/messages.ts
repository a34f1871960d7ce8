import {
  type APIAttachment,
  type APIEmbed,
  type APIMessage,
  type APIMessageTopLevelComponent,
  type APIUser,
  ComponentType,
  MessageFlags,
  MessageType,
} from 'discord.js';
import { emptyMessage } from './errors.js';
import type { MessageBody } from './messageRules.js';
import type { Place, StoredFile, World } from './world.js';

/** Flags that a bot may set itself when it makes a message. */
const OWN_FLAGS =
  MessageFlags.SuppressEmbeds |
  MessageFlags.Ephemeral |
  MessageFlags.SuppressNotifications |
  MessageFlags.IsComponentsV2;
/** Where a PNG's width and height stand: after the signature and the head of its first chunk. */
const PNG_SIZE_OFFSET = 16;

/** What a new message is, besides its body. */
export interface MessageFrame {
  readonly author: APIUser;
  readonly place: Place;
  readonly files?: ReadonlyMap<string, StoredFile>;
  readonly filesUrl: string;
  readonly extra?: Partial<APIMessage>;
  /** True for "Dateline is thinking …", the only message that may be empty. */
  readonly isLoading?: boolean;
}

/** Stores a message as Discord would. @throws DiscordError 50006 when there is nothing in it. */
export function createMessage(world: World, body: MessageBody, frame: MessageFrame): APIMessage {
  const id = world.newId();
  const attachments = storeFiles(world, body, frame, []);
  const flags = ((body.flags ?? 0) & OWN_FLAGS) | (frame.isLoading ? MessageFlags.Loading : 0);
  const message = {
    id,
    channel_id: frame.place.id,
    type: MessageType.Default,
    author: frame.author,
    content: (body.content ?? '').trim(),
    timestamp: new Date().toISOString(),
    edited_timestamp: null,
    tts: false,
    mention_everyone: false,
    mentions: [],
    mention_roles: [],
    attachments,
    embeds: (body.embeds ?? []).map((embed) => storedEmbed(embed, attachments)),
    components: numbered(body.components ?? []),
    pinned: false,
    flags,
    ...frame.extra,
  } as APIMessage;
  if (!frame.isLoading && isEmpty(message)) throw emptyMessage();
  Object.assign(message, pings(world, message, body));
  world.messages.set(id, message);
  return message;
}

/** Changes what the body names and leaves the rest, as PATCH does. */
export function editMessage(world: World, message: APIMessage, body: MessageBody, frame: MessageFrame): APIMessage {
  const kept = body.attachments
    ? message.attachments.filter((file) => body.attachments?.some((wanted) => String(wanted.id) === file.id))
    : message.attachments;
  const attachments = storeFiles(world, body, frame, kept);
  const edited: APIMessage = { ...message, attachments, edited_timestamp: new Date().toISOString() };
  edited.flags = (Number(message.flags) & ~MessageFlags.Loading) | ((body.flags ?? 0) & MessageFlags.IsComponentsV2);
  if (body.content !== undefined) edited.content = (body.content ?? '').trim();
  if (body.embeds !== undefined) edited.embeds = (body.embeds ?? []).map((embed) => storedEmbed(embed, attachments));
  if (body.components !== undefined) edited.components = numbered(body.components ?? []);
  if (isEmpty(edited)) throw emptyMessage();
  Object.assign(edited, pings(world, edited, body));
  world.messages.set(message.id, edited);
  return edited;
}

function isEmpty(message: APIMessage): boolean {
  const parts = [message.embeds, message.components ?? [], message.attachments];
  return message.content.trim() === '' && parts.every((part) => part.length === 0);
}

/** Whom a message pings: those it names and `allowed_mentions` permits. A private message pings nobody. */
function pings(world: World, message: APIMessage, body: MessageBody): Partial<APIMessage> {
  const allowed = body.allowed_mentions;
  const text = [message.content, ...displayedTexts(message.components ?? [])].join('\n');
  const permits = (kind: 'users' | 'roles' | 'everyone', id?: string) =>
    !allowed ||
    allowed.parse?.some((parsed) => parsed === kind) === true ||
    (kind !== 'everyone' && id !== undefined && allowed[kind]?.includes(id) === true);
  if (Number(message.flags) & MessageFlags.Ephemeral)
    return { mentions: [], mention_roles: [], mention_everyone: false };

  const people = [...world.people.values(), world.bot];
  const named = people.filter((user) => text.includes(`<@${user.id}>`) || text.includes(`<@!${user.id}>`));
  const mentions = named.filter((user) => permits('users', user.id));
  const repliedTo = message.referenced_message?.author;
  const pingsReplied = allowed ? allowed.replied_user === true : true;
  if (repliedTo && pingsReplied && !mentions.some((user) => user.id === repliedTo.id)) mentions.push(repliedTo);
  return {
    mentions,
    mention_roles: [...text.matchAll(/<@&(\d+)>/g)]
      .map((match) => String(match[1]))
      .filter((id) => permits('roles', id)),
    mention_everyone: /@(everyone|here)\b/.test(text) && permits('everyone'),
  };
}

function displayedTexts(components: readonly unknown[]): string[] {
  return components.flatMap((value) => {
    const component = value as { type?: number; content?: string; components?: unknown[] };
    const own = component.type === ComponentType.TextDisplay ? [String(component.content)] : [];
    return [...own, ...displayedTexts(component.components ?? [])];
  });
}

/** Discord numbers the components of a message that come without an id. */
function numbered(components: readonly APIMessageTopLevelComponent[]): APIMessageTopLevelComponent[] {
  let next = 1;
  const number = (value: object): object => {
    const id = next++;
    const inner = 'components' in value && Array.isArray(value.components) ? value.components : null;
    return { id, ...value, ...(inner && { components: inner.map(number) }) };
  };
  return components.map((component) => number(component) as APIMessageTopLevelComponent);
}

function storedEmbed(embed: APIEmbed, attachments: readonly APIAttachment[]): APIEmbed {
  const stored: APIEmbed = { ...trimmed(embed), type: 'rich' as NonNullable<APIEmbed['type']> };
  for (const part of ['image', 'thumbnail'] as const) {
    const picture = embed[part];
    if (!picture?.url.startsWith('attachment://')) continue;
    const file = attachments.find(({ filename }) => `attachment://${filename}` === picture.url);
    // Discord silently leaves out a picture whose file did not come along.
    if (file) stored[part] = { ...picture, url: file.url };
    else delete stored[part];
  }
  return stored;
}

/** Discord cuts the white space off both ends of an embed's texts. */
function trimmed(embed: APIEmbed): APIEmbed {
  const isText = (value: unknown) => typeof value === 'string';
  return JSON.parse(JSON.stringify(embed, (_, value: unknown) => (isText(value) ? String(value).trim() : value)));
}

/** Keeps the request's files and gives the message's attachments, old ones first. */
function storeFiles(
  world: World,
  body: MessageBody,
  frame: MessageFrame,
  kept: readonly APIAttachment[],
): APIAttachment[] {
  const fresh = [...(frame.files ?? [])].map(([index, file]): APIAttachment => {
    const id = world.newId();
    const described = body.attachments?.find((wanted) => String(wanted.id) === index);
    const filename = described?.filename ?? file.name;
    world.files.set(id, file);
    const url = `${frame.filesUrl}/${frame.place.id}/${id}/${encodeURIComponent(filename)}`;
    return {
      id,
      filename,
      size: file.bytes.length,
      url,
      proxy_url: url,
      content_type: file.contentType,
      ...(described?.description && { description: described.description }),
      ...pictureSize(file),
    };
  });
  return [...kept, ...fresh];
}

function pictureSize(file: StoredFile): { width?: number; height?: number } {
  if (file.contentType !== 'image/png' || file.bytes.length < PNG_SIZE_OFFSET + 8) return {};
  const view = new DataView(file.bytes.buffer, file.bytes.byteOffset);
  return { width: view.getUint32(PNG_SIZE_OFFSET), height: view.getUint32(PNG_SIZE_OFFSET + 4) };
}
