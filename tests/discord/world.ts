import {
  type APIApplicationCommand,
  type APIGuildMember,
  type APIMessage,
  type APIUser,
  ApplicationFlags,
  ChannelType,
} from 'discord.js';
import { snowflakes } from './snowflakes.js';

/** Permission bits of somebody who may do everything in a server, as Discord writes them. */
export const ALL_PERMISSIONS = '9007199254740991';

/** No bit set, where the type lists only single bits. */
const NO_FLAGS: number = 0;

/** A file that came with a message, as it can be fetched again. */
export interface StoredFile {
  readonly name: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

/** A place where messages stand: the server's channel, a thread in it, the bot's direct messages. */
export interface Place {
  readonly id: string;
  readonly type: ChannelType.GuildText | ChannelType.PublicThread | ChannelType.DM | ChannelType.GroupDM;
  readonly name: string | null;
  readonly parentId: string | null;
  readonly guildId: string | null;
}

/** Everything that outlives a bot's process: people, places, messages, commands. */
export interface World {
  readonly newId: () => string;
  readonly applicationId: string;
  readonly token: string;
  /** Hexadecimal; what the application's interactions are signed with. */
  readonly publicKey: string;
  readonly bot: APIUser;
  readonly guildId: string;
  /** Whether the bot is in the server yet. */
  isInvited: boolean;
  /** What the bot may do in the server, as Discord's bits. */
  botPermissions: bigint;
  /** How many times the bot may still identify today. */
  sessionsLeft: number;
  /** How many connections Discord recommends for its servers. */
  recommendedShards: number;
  readonly places: { readonly channel: Place; readonly thread: Place; readonly dm: Place; readonly group: Place };
  readonly people: Map<string, APIUser>;
  readonly messages: Map<string, APIMessage>;
  readonly files: Map<string, StoredFile>;
  /** By server id; `''` holds the global ones. */
  readonly commands: Map<string, APIApplicationCommand[]>;
}

/** A world with one server, one channel with one thread, and nothing said yet. */
export function createWorld(token: string, isInvited = true, publicKey = '0'.repeat(64)): World {
  const newId = snowflakes();
  const applicationId = newId();
  const guildId = newId();
  const channelId = newId();
  const place = (
    type: Place['type'],
    name: string | null,
    inGuild: boolean,
    parentId: string | null = null,
  ): Place => ({
    id: newId(),
    type,
    name,
    parentId,
    guildId: inGuild ? guildId : null,
  });
  return {
    newId,
    applicationId,
    token,
    publicKey,
    bot: { ...person(applicationId, 'Dateline'), bot: true },
    guildId,
    isInvited,
    botPermissions: 1n << 3n,
    sessionsLeft: 999,
    recommendedShards: 1,
    places: {
      channel: { ...place(ChannelType.GuildText, 'news', true), id: channelId },
      thread: place(ChannelType.PublicThread, 'the visit', true, channelId),
      dm: place(ChannelType.DM, null, false),
      group: place(ChannelType.GroupDM, null, false),
    },
    people: new Map(),
    messages: new Map(),
    files: new Map(),
    commands: new Map(),
  };
}

function person(id: string, name: string): APIUser {
  return {
    id,
    username: name.toLowerCase(),
    global_name: name,
    discriminator: '0',
    avatar: null,
    public_flags: NO_FLAGS,
    flags: NO_FLAGS,
  };
}

/** The person of that name, who joins the server when new. */
export function somebody(world: World, name: string): APIUser {
  const known = world.people.get(name);
  if (known) return known;
  const user = person(world.newId(), name);
  world.people.set(name, user);
  return user;
}

/** Somebody as a member of the server. */
export function memberOf(user: APIUser): APIGuildMember {
  return {
    user,
    nick: null,
    avatar: null,
    banner: null,
    roles: [],
    joined_at: '2023-01-01T00:00:00.000000+00:00',
    premium_since: null,
    deaf: false,
    mute: false,
    flags: NO_FLAGS,
    pending: false,
    communication_disabled_until: null,
  };
}

/** The place with that id, or nothing. */
export function placeOf(world: World, id: string): Place | undefined {
  return Object.values(world.places).find((place) => place.id === id);
}

/** A place as a channel object. */
export function channelObject(world: World, place: Place): Record<string, unknown> {
  if (place.guildId === null) {
    return { id: place.id, type: place.type, last_message_id: null, flags: 0, recipients: [...world.people.values()] };
  }
  const shared = {
    id: place.id,
    type: place.type,
    guild_id: place.guildId,
    name: place.name,
    parent_id: place.parentId,
    last_message_id: null,
    rate_limit_per_user: 0,
    flags: 0,
  };
  if (place.type !== ChannelType.PublicThread) {
    return { ...shared, position: 0, permission_overwrites: [], topic: null, nsfw: false };
  }
  return {
    ...shared,
    owner_id: world.bot.id,
    member_count: 1,
    message_count: 0,
    total_message_sent: 0,
    thread_metadata: {
      archived: false,
      archive_timestamp: '2023-10-20T00:00:00.000000+00:00',
      auto_archive_duration: 1440,
      locked: false,
      create_timestamp: '2023-10-20T00:00:00.000000+00:00',
    },
  };
}

/** The server as GUILD_CREATE carries it. */
export function guildObject(world: World): Record<string, unknown> {
  const { guildId, places } = world;
  return {
    id: guildId,
    name: 'Newsroom',
    icon: null,
    splash: null,
    discovery_splash: null,
    owner_id: world.newId(),
    afk_channel_id: null,
    afk_timeout: 300,
    verification_level: 0,
    default_message_notifications: 1,
    explicit_content_filter: 0,
    roles: [role(guildId, '@everyone')],
    emojis: [],
    stickers: [],
    features: [],
    mfa_level: 0,
    application_id: null,
    system_channel_id: null,
    system_channel_flags: 0,
    rules_channel_id: null,
    vanity_url_code: null,
    description: null,
    banner: null,
    premium_tier: 0,
    premium_progress_bar_enabled: false,
    preferred_locale: 'en-US',
    public_updates_channel_id: null,
    nsfw_level: 0,
    joined_at: '2023-01-01T00:00:00.000000+00:00',
    large: false,
    unavailable: false,
    member_count: 2,
    voice_states: [],
    members: [memberOf(world.bot)],
    channels: [channelObject(world, places.channel)],
    threads: [channelObject(world, places.thread)],
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}

function role(id: string, name: string): Record<string, unknown> {
  return {
    id,
    name,
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    icon: null,
    unicode_emoji: null,
    position: 0,
    permissions: ALL_PERMISSIONS,
    managed: false,
    mentionable: false,
    flags: 0,
  };
}

/** The application as GET /applications/@me shows it. */
export function applicationObject(world: World): Record<string, unknown> {
  const { bot, applicationId, publicKey } = world;
  return {
    id: applicationId,
    name: bot.global_name,
    icon: null,
    description: '',
    summary: '',
    type: null,
    bot,
    bot_public: true,
    bot_require_code_grant: false,
    verify_key: publicKey,
    flags: ApplicationFlags.GatewayMessageContentLimited,
    integration_types_config: { 0: {}, 1: {} },
    redirect_uris: [],
    interactions_endpoint_url: null,
    role_connections_verification_url: null,
    approximate_guild_count: 1,
    approximate_user_install_count: 0,
    owner: bot,
    team: null,
  };
}
