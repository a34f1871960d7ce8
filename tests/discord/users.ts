import { randomUUID } from 'node:crypto';
import {
  type APIMessage,
  ApplicationCommandType,
  ComponentType,
  GatewayIntentBits,
  InteractionType,
  MessageFlags,
  MessageType,
} from 'discord.js';
import { uploaded } from './attachments.js';
import { type OptionValues, pressable, sentCommand } from './clientChecks.js';
import { findCommand } from './commands.js';
import type { Session } from './gateway.js';
import type { Answerable, Choice, Interaction, InteractionDesk, Outcome } from './interactions.js';
import { createMessage } from './messages.js';
import { type Actor, interactionMetadata, interactionPayload } from './payloads.js';
import { shardOf } from './snowflakes.js';
import { ALL_PERMISSIONS, memberOf, type Place, placeOf, somebody, type World } from './world.js';

/** Milliseconds that a user waits for an answer that was deferred, or for a reply to a message. */
const PATIENCE = 10_000;

/** Who does it and where; Ada in the server's channel unless told. */
export interface As {
  readonly user?: string;
  readonly where?: keyof World['places'];
  readonly locale?: string;
  /** What they may do, as Discord writes it; everything unless told. */
  readonly permissions?: string;
  /** The author is itself a bot (for messages). */
  readonly isBot?: boolean;
  /** The message that is answered (for messages). */
  readonly replyTo?: APIMessage;
}

/** What people do on Discord. Each waits for what they then see. */
export interface Users {
  runCommand(name: string, options?: OptionValues, as?: As): Promise<APIMessage>;
  /** @returns the changed message, or the new one that answers */
  press(message: APIMessage, button: string, as?: As): Promise<APIMessage>;
  autocomplete(
    command: string,
    option: string,
    text: string,
    others?: OptionValues,
    as?: As,
  ): Promise<readonly Choice[]>;
  contextMenu(name: string, message: APIMessage, as?: As): Promise<APIMessage>;
  /** Posts a message, which the bot sees as its intents allow. */
  say(text: string, as?: As): APIMessage;
  /** Says something to the bot and waits for its reply. */
  mention(text: string, as?: As): Promise<APIMessage>;
}

/** Brings an interaction to the bot, over whichever way it takes them. */
export type Deliver = (interaction: Interaction, payload: Record<string, unknown>) => void;

/** People who use the bot. */
export function createUsers(desk: InteractionDesk, deliver: Deliver): Users {
  const { world } = desk;

  const interact = async (
    type: Answerable,
    actor: Actor,
    data: Record<string, unknown>,
    about: { metadata: Record<string, unknown>; replyType: MessageType; source?: APIMessage },
  ): Promise<Outcome> => {
    let settle: (outcome: Outcome) => void = () => {};
    const outcome = new Promise<Outcome>((resolve) => {
      settle = resolve;
    });
    const id = world.newId();
    const interaction: Interaction = {
      id,
      token: Buffer.from(`interaction:${id}:${randomUUID()}`).toString('base64url'),
      type,
      sentAt: performance.now(),
      user: actor.user,
      place: actor.place,
      metadata: interactionMetadata(id, type, actor, about.metadata),
      replyType: about.replyType,
      source: about.source ?? null,
      answeredAfter: null,
      acknowledgement: null,
      originalId: null,
      settle,
      outcome,
    };
    desk.open.set(interaction.token, interaction);
    deliver(interaction, interactionPayload(world, actor, interaction, data));
    return outcomeOf(desk, interaction);
  };

  const say = (text: string, as: As = {}): APIMessage => {
    const { user, place } = actorOf(world, as);
    const author = as.isBot ? { ...user, bot: true } : user;
    const message = createMessage(
      world,
      { content: text },
      {
        author,
        place,
        filesUrl: desk.filesUrl(),
        ...(as.replyTo && {
          extra: {
            type: MessageType.Reply,
            referenced_message: as.replyTo,
            message_reference: { type: 0, channel_id: place.id, message_id: as.replyTo.id },
          },
        }),
      },
    );
    desk.changed('MESSAGE_CREATE', message);
    return message;
  };

  return {
    say,
    runCommand: async (name, options = {}, as = {}) => {
      const actor = actorOf(world, as);
      const command = registered(world, actor, name, ApplicationCommandType.ChatInput);
      const { values, attachments } = uploaded(world, actor.place, desk.filesUrl(), options);
      const data = {
        id: command.id,
        name: command.name,
        type: command.type,
        options: sentCommand(command, name, values),
        ...(Object.keys(attachments).length > 0 && { resolved: { attachments } }),
      };
      const outcome = await interact(InteractionType.ApplicationCommand, actor, data, {
        metadata: { name, command_type: command.type },
        replyType: MessageType.ChatInputCommand,
      });
      return messageOf(outcome);
    },
    press: async (message, wanted, as = {}) => {
      const current = world.messages.get(message.id);
      if (!current) throw new Error('the message is gone');
      const actor = actorOf(world, { where: whereOf(world, current), ...as });
      checkMayPress(current, actor);
      const button = pressable(current, wanted);
      const data = { custom_id: button.custom_id, component_type: ComponentType.Button, id: button.id ?? 0 };
      const outcome = await interact(InteractionType.MessageComponent, actor, data, {
        metadata: { interacted_message_id: current.id },
        replyType: MessageType.Reply,
        source: current,
      });
      return messageOf(outcome);
    },
    autocomplete: async (name, option, text, others = {}, as = {}) => {
      const actor = actorOf(world, as);
      const command = registered(world, actor, name, ApplicationCommandType.ChatInput);
      const { values } = uploaded(world, actor.place, desk.filesUrl(), { ...others, [option]: text });
      const options = sentCommand(command, name, values, option);
      const data = { id: command.id, name: command.name, type: command.type, options };
      const outcome = await interact(InteractionType.ApplicationCommandAutocomplete, actor, data, {
        metadata: {},
        replyType: MessageType.Default,
      });
      if (outcome.kind !== 'choices') throw new Error('the bot did not answer with choices');
      return outcome.choices;
    },
    contextMenu: async (name, message, as = {}) => {
      const actor = actorOf(world, { where: whereOf(world, message), ...as });
      const command = registered(world, actor, name, ApplicationCommandType.Message);
      const { referenced_message: _referenced, ...target } = message;
      const data = {
        id: command.id,
        name,
        type: command.type,
        target_id: message.id,
        resolved: { messages: { [message.id]: target } },
      };
      const outcome = await interact(InteractionType.ApplicationCommand, actor, data, {
        metadata: { name, command_type: command.type, target_message_id: message.id },
        replyType: MessageType.ContextMenuCommand,
      });
      return messageOf(outcome);
    },
    mention: async (text, as = {}) => {
      const asked = say(`<@${world.bot.id}> ${text}`, as);
      const isReply = (message: APIMessage) =>
        message.author.id === world.bot.id &&
        message.channel_id === asked.channel_id &&
        message.message_reference?.message_id === asked.id;
      return waitFor(() => [...world.messages.values()].find(isReply), PATIENCE, 'the bot did not reply');
    },
  };
}

/** Waits until `find` finds something. @throws Error with the complaint after `patience` milliseconds */
export async function waitFor<T>(
  find: () => T | undefined | null | false,
  patience: number,
  complaint: string,
): Promise<T> {
  const end = performance.now() + patience;
  for (;;) {
    const found = find();
    if (found) return found;
    if (performance.now() > end) throw new Error(`${complaint} within ${patience} ms`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** What the gateway shows of a message to a session; nothing when its intents do not cover it. */
export function messageEvent(world: World, session: Session, message: APIMessage): Record<string, unknown> | undefined {
  const place = placeOf(world, message.channel_id);
  if (!place || !concerns(session, place) || Number(message.flags ?? 0) & MessageFlags.Ephemeral) return undefined;
  const needed = place.guildId ? GatewayIntentBits.GuildMessages : GatewayIntentBits.DirectMessages;
  if ((session.intents & needed) === 0) return undefined;
  const showsContent =
    (session.intents & GatewayIntentBits.MessageContent) !== 0 ||
    place.guildId === null ||
    message.author.id === world.bot.id ||
    message.mentions.some(({ id }) => id === world.bot.id);
  const { user: _user, ...member } = memberOf(message.author);
  return {
    ...message,
    mentions: message.mentions.map((user) => ({ ...user, ...(place.guildId && { member }) })),
    ...(place.guildId && { guild_id: place.guildId, member }),
    channel_type: place.type,
    ...(!showsContent && { content: '', embeds: [], components: [], attachments: [] }),
  };
}

/** Whether a session gets the events of a place. */
export function concerns(session: Session, place: Place): boolean {
  return session.shard[0] === (place.guildId ? shardOf(place.guildId, session.shard[1]) : 0);
}

function actorOf(world: World, { user = 'Ada', where = 'channel', locale = 'en-US', permissions }: As): Actor {
  return {
    user: somebody(world, user),
    place: world.places[where],
    locale,
    permissions: permissions ?? ALL_PERMISSIONS,
  };
}

function whereOf(world: World, message: APIMessage): keyof World['places'] {
  for (const where of ['channel', 'thread', 'dm', 'group'] as const) {
    if (world.places[where].id === message.channel_id) return where;
  }
  throw new Error('the message stands nowhere');
}

function registered(world: World, { place }: Actor, name: string, type: ApplicationCommandType) {
  const isTyped = type === ApplicationCommandType.ChatInput;
  const command = findCommand(world, place.guildId, isTyped ? (name.split(' ')[0] ?? name) : name);
  if (command?.type !== type) throw new Error(`the bot has not registered "${name}"`);
  return command;
}

function checkMayPress(message: APIMessage, { user }: Actor): void {
  const isPrivate = (Number(message.flags ?? 0) & MessageFlags.Ephemeral) !== 0;
  if (isPrivate && message.interaction_metadata?.user.id !== user.id)
    throw new Error('the message is not theirs to see');
}

/** @throws Error when nothing came before the deadline, or nothing more after a first acknowledgement */
async function outcomeOf(desk: InteractionDesk, interaction: Interaction): Promise<Outcome> {
  let outcome: Outcome | null = null;
  void interaction.outcome.then((settled) => {
    outcome = settled;
  });
  const isAcknowledged = () => interaction.acknowledgement !== null;
  await waitFor(isAcknowledged, desk.deadline, 'The application did not respond');
  return waitFor<Outcome>(() => outcome, PATIENCE, 'the bot never finished its answer');
}

function messageOf(outcome: Outcome): APIMessage {
  if (outcome.kind !== 'message') throw new Error(`the bot answered with ${outcome.kind}, not with a message`);
  return outcome.message;
}
