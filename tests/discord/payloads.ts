import { type APIMessage, type APIUser, ChannelType, InteractionContextType, MessageFlags } from 'discord.js';
import type { Interaction } from './interactions.js';
import { ALL_PERMISSIONS, channelObject, memberOf, type Place, type World } from './world.js';

/** Bytes; what a server without boosts allows. */
const ATTACHMENT_SIZE_LIMIT = 10_485_760;

/** Who does something, and where. */
export interface Actor {
  readonly user: APIUser;
  readonly place: Place;
  readonly locale: string;
  readonly permissions: string;
}

/** INTERACTION_CREATE's data, as full as Discord's. */
export function interactionPayload(
  world: World,
  actor: Actor,
  interaction: Interaction,
  data: Record<string, unknown>,
): Record<string, unknown> {
  const { user, place, locale, permissions } = actor;
  const inGuild = place.guildId !== null;
  return {
    id: interaction.id,
    application_id: world.applicationId,
    type: interaction.type,
    token: interaction.token,
    version: 1,
    data,
    channel_id: place.id,
    channel: { ...channelObject(world, place), ...(inGuild && { permissions: ALL_PERMISSIONS }) },
    ...(inGuild
      ? {
          guild_id: place.guildId,
          guild: { id: place.guildId, locale: 'en-US', features: [] },
          guild_locale: 'en-US',
          member: { ...memberOf(user), permissions },
        }
      : { user }),
    locale,
    app_permissions: ALL_PERMISSIONS,
    entitlements: [],
    entitlement_sku_ids: [],
    authorizing_integration_owners: integrationOwners(actor),
    context: contextOf(place),
    attachment_size_limit: ATTACHMENT_SIZE_LIMIT,
    ...(interaction.source && { message: visibleMessage(world, interaction.source) }),
  };
}

/** `interaction_metadata` of the messages that will answer. */
export function interactionMetadata(
  id: string,
  type: number,
  actor: Actor,
  about: Record<string, unknown>,
): Record<string, unknown> {
  return { id, type, user: actor.user, authorizing_integration_owners: integrationOwners(actor), ...about };
}

/** A stored message as a payload carries it: private ones say so, and are not in a server's history. */
export function visibleMessage(world: World, message: APIMessage): Record<string, unknown> {
  const isPrivate = (Number(message.flags ?? 0) & MessageFlags.Ephemeral) !== 0;
  const place = Object.values(world.places).find(({ id }) => id === message.channel_id);
  const inGuild = place?.guildId && !isPrivate;
  return { ...message, ...(inGuild && { channel: { id: place.id, type: place.type } }) };
}

function contextOf(place: Place): InteractionContextType {
  if (place.guildId !== null) return InteractionContextType.Guild;
  return place.type === ChannelType.DM ? InteractionContextType.BotDM : InteractionContextType.PrivateChannel;
}

/** The server that installed the bot; "0" in its direct messages; the user where only they installed it. */
function integrationOwners({ user, place }: Actor): Record<string, string> {
  if (place.guildId !== null) return { 0: place.guildId };
  return place.type === ChannelType.DM ? { 0: '0' } : { 1: user.id };
}
