import { type APIMessage, MessageFlags, MessageType } from 'discord.js';
import { MessageCreateRequestSchema } from 'discord-api-spec/zod';
import { listCommands, overwriteCommands } from './commands.js';
import {
  invalidFormBody,
  missingAccess,
  notYourMessage,
  unknownApplication,
  unknownChannel,
  unknownMessage,
} from './errors.js';
import { answerInteraction, callbackResponse, type InteractionDesk } from './interactions.js';
import { type MessageBody, messageFaults } from './messageRules.js';
import { createMessage, editMessage } from './messages.js';
import type { Call, Route } from './rest.js';
import { fault, validated } from './validation.js';
import { deleteFollowUp, editFollowUp, followUp, readFollowUp } from './webhooks.js';
import { applicationObject, channelObject, type Place, placeOf, type World } from './world.js';

/** How many times a bot may identify in a day. */
const SESSION_STARTS = { total: 1000, reset_after: 86_400_000, max_concurrency: 1 };

/** Every part of Discord's REST API that the local Discord speaks. */
export function createRoutes(desk: InteractionDesk, gatewayUrl: () => string): Route[] {
  const { world } = desk;
  const application = () => applicationObject(world);
  const bot = () => ({ ...world.bot, verified: true, mfa_enabled: true, locale: 'en-US', email: null });
  return [
    {
      ...get('/gateway/bot'),
      handle: () => ({
        url: gatewayUrl(),
        shards: world.recommendedShards,
        session_start_limit: { ...SESSION_STARTS, remaining: world.sessionsLeft },
      }),
    },
    { ...get('/users/@me'), handle: bot },
    { ...get('/users/@me/guilds'), handle: () => guilds(world) },
    { ...get('/applications/@me'), handle: application },
    { ...get('/oauth2/applications/@me'), handle: application },
    ...commandRoutes(world),
    ...interactionRoutes(desk),
    ...channelRoutes(desk),
  ];
}

/** The servers of the bot, with what it may do in them. */
function guilds(world: World) {
  return world.isInvited ? [{ id: world.guildId, name: 'A server', permissions: String(world.botPermissions) }] : [];
}

function get(path: string): Omit<Route, 'handle'> {
  return { method: 'GET', path, needsToken: true };
}

function commandRoutes(world: World): Route[] {
  return ['/applications/:application/commands', '/applications/:application/guilds/:guild/commands'].flatMap(
    (path) => {
      const scope = ({ params: [application, guild = ''] }: Call): string => {
        if (application !== world.applicationId) throw unknownApplication();
        if (guild && !(world.isInvited && guild === world.guildId)) throw missingAccess();
        return guild;
      };
      return [
        {
          ...get(path),
          handle: (call: Call) => listCommands(world, scope(call), call.query.get('with_localizations') === 'true'),
        },
        {
          method: 'PUT' as const,
          path,
          needsToken: true,
          handle: (call: Call) => overwriteCommands(world, scope(call), call.json),
        },
      ];
    },
  );
}

function interactionRoutes(desk: InteractionDesk): Route[] {
  const webhook = '/webhooks/:application/:token';
  const one = `${webhook}/messages/:message`;
  return [
    {
      method: 'POST',
      path: '/interactions/:id/:token/callback',
      needsToken: false,
      handle: ({ params: [id = '', token = ''], query, json, files }) => {
        const { interaction, message } = answerInteraction(desk, id, token, json, files);
        return query.get('with_response') === 'true' ? callbackResponse(interaction, message) : undefined;
      },
    },
    {
      method: 'POST',
      path: webhook,
      needsToken: false,
      handle: ({ params: [app = '', token = ''], json, files }) => followUp(desk, app, token, json, files),
    },
    {
      method: 'GET',
      path: one,
      needsToken: false,
      handle: ({ params: [app = '', token = '', id = ''] }) => readFollowUp(desk, app, token, id),
    },
    {
      method: 'PATCH',
      path: one,
      needsToken: false,
      handle: ({ params: [app = '', token = '', id = ''], json, files }) =>
        editFollowUp(desk, app, token, id, json, files),
    },
    {
      method: 'DELETE',
      path: one,
      needsToken: false,
      handle: ({ params: [app = '', token = '', id = ''] }) => deleteFollowUp(desk, app, token, id),
    },
  ];
}

function channelRoutes(desk: InteractionDesk): Route[] {
  const { world } = desk;
  const messages = '/channels/:channel/messages';
  const one = `${messages}/:message`;
  return [
    { ...get('/channels/:channel'), handle: ({ params: [id = ''] }) => channelObject(world, knownPlace(world, id)) },
    { ...get(messages), handle: ({ params: [id = ''], query }) => messagesBefore(world, knownPlace(world, id), query) },
    { ...get(one), handle: ({ params: [place = '', id = ''] }) => knownMessage(world, place, id) },
    {
      method: 'POST',
      path: '/channels/:channel/typing',
      needsToken: true,
      handle: ({ params: [id = ''] }) => void knownPlace(world, id),
    },
    { method: 'POST', path: messages, needsToken: true, handle: (call) => postMessage(desk, call) },
    {
      method: 'PATCH',
      path: one,
      needsToken: true,
      handle: ({ params: [placeId = '', id = ''], json, files }) => {
        const message = knownMessage(world, placeId, id);
        if (message.author.id !== world.bot.id) throw notYourMessage();
        const body = validated(MessageCreateRequestSchema, json, (parsed) => messageFaults(parsed as MessageBody));
        const frame = { author: world.bot, place: knownPlace(world, placeId), files, filesUrl: desk.filesUrl() };
        const edited = editMessage(world, message, body as MessageBody, frame);
        desk.changed('MESSAGE_UPDATE', edited);
        return edited;
      },
    },
  ];
}

function postMessage(desk: InteractionDesk, { params: [placeId = ''], json, files }: Call): APIMessage {
  const { world } = desk;
  const place = knownPlace(world, placeId);
  const body: MessageBody = validated(MessageCreateRequestSchema, json, (parsed) =>
    messageFaults(parsed as MessageBody),
  );
  const { nonce, enforce_nonce: isOnce } = json as { nonce?: string | number; enforce_nonce?: boolean };
  const isThere = ({ channel_id, nonce: other }: APIMessage) => channel_id === placeId && other === nonce;
  const sentBefore = isOnce && nonce !== undefined ? [...world.messages.values()].find(isThere) : undefined;
  if (sentBefore) return sentBefore;
  const reference = body.message_reference;
  const answered = reference?.message_id ? world.messages.get(reference.message_id) : undefined;
  if (reference && answered?.channel_id !== placeId && reference.fail_if_not_exists !== false) {
    throw invalidFormBody([fault(['message_reference'], 'MESSAGE_REFERENCE_UNKNOWN_MESSAGE', 'Unknown message')]);
  }
  const message = createMessage(world, body, {
    author: world.bot,
    place,
    files,
    filesUrl: desk.filesUrl(),
    extra: {
      ...(nonce !== undefined && { nonce }),
      ...(answered && {
        type: MessageType.Reply,
        referenced_message: answered,
        message_reference: { type: 0, channel_id: place.id, message_id: answered.id },
      }),
    },
  });
  desk.changed('MESSAGE_CREATE', message);
  return message;
}

/** A channel's messages that everybody sees, the newest first. */
function messagesBefore({ messages }: World, place: Place, query: URLSearchParams): APIMessage[] {
  const before = query.get('before');
  return [...messages.values()]
    .filter(({ channel_id, flags }) => channel_id === place.id && (Number(flags ?? 0) & MessageFlags.Ephemeral) === 0)
    .filter(({ id }) => before === null || BigInt(id) < BigInt(before))
    .sort((a, b) => (BigInt(a.id) < BigInt(b.id) ? 1 : -1))
    .slice(0, Number(query.get('limit') ?? 50));
}

function knownPlace(world: World, id: string): Place {
  const place = placeOf(world, id);
  if (!place) throw unknownChannel();
  return place;
}

/** A message as everybody in the channel can see it: private ones do not exist here. */
function knownMessage(world: World, placeId: string, id: string): APIMessage {
  const message = world.messages.get(id);
  const isPrivate = (Number(message?.flags ?? 0) & MessageFlags.Ephemeral) !== 0;
  if (!message || message.channel_id !== placeId || isPrivate) throw unknownMessage();
  return message;
}
