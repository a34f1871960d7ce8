import { type APIMessage, type REST, Routes } from 'discord.js';
import { LruCache } from '../search/lruCache.js';
import { ChannelCrowd } from './channelCrowd.js';
import type { Dispatcher } from './dispatcher.js';
import { type Drawn, drawNotice } from './draw.js';
import { codeOf } from './errors.js';
import type { Exchange } from './exchange.js';
import { answerIn, type EarlierAnswer, type HeardMessage, isDirect, questionIn } from './heardMessage.js';
import { messageBody } from './messageBody.js';

/** An answer is what a follow-up follows when at most so many messages stand between. */
const STILL_ON_SCREEN = 5;
/** Discord's code for a message with an embed where the bot may not post those. */
const MISSING_PERMISSIONS = 50_013;
/** … and for a reply where the bot may not read what it replies to. */
const NO_HISTORY = 160_002;
const NO_EMBEDS = 'I lack a permission to answer here: Embed Links, and Attach Files for pictures. /ask works without.';
const TOO_MANY_HERE = drawNotice(
  'More is asked here than I may answer at once. Please ask again in a moment, or with /ask, which goes faster.',
);

/** Said in answer to a direct message, whose text is no command. */
const COMMANDS_ONLY = 'In direct messages I answer commands only, such as /ask; /help lists them.';
/** To one person it is said once in so long. */
const COMMANDS_ONLY_EVERY_MS = 10 * 60_000;

const REMEMBERED_PEOPLE = 1_000;

/** Answers a message that asks something; resolves when that is done. */
export type MessageReceiver = (message: HeardMessage) => Promise<void>;

export interface MessageReceiverOptions {
  readonly botId: string;
  readonly rest: REST;
  readonly dispatcher: Dispatcher;
  /** The channel that another is a thread of; null when it is none, or not known. */
  readonly parentOf?: (channel: string) => string | null;
  /** Milliseconds of a clock that is never set. */
  readonly now?: () => number;
}

/** Answers plain mentions where they were written, as a reply that pings nobody, and direct messages with how to ask. */
export function messageReceiver(options: MessageReceiverOptions): MessageReceiver {
  const { botId, rest, dispatcher, parentOf = () => null, now = () => performance.now() } = options;
  const told = new LruCache<number>(REMEMBERED_PEOPLE);
  const crowd = new ChannelCrowd();
  return async (message) => {
    if (isDirect(message)) {
      const toldAt = told.get(message.channel_id) ?? Number.NEGATIVE_INFINITY;
      if (now() - toldAt < COMMANDS_ONLY_EVERY_MS) return;
      told.set(message.channel_id, now());
      await poster(message, rest)({ content: COMMANDS_ONLY });
      return;
    }
    const question = questionIn(message, botId);
    if (question === null) return;
    const exchange = replyTo(message, rest, { crowd, parentOf });
    const answer = () => dispatcher.mention(question, exchange, () => answerBefore(message, botId, rest));
    if (await crowd.enter(message.channel_id, answer)) return;
    if (dispatcher.answersIn(exchange.asker)) await exchange.decline(TOO_MANY_HERE, 'busy').catch(() => {});
  };
}

/**
 * The answer before a message: the one that it replies to, or the bot's last one if that is still on the screen. Null when there is none,
 * or when the bot may not read the channel.
 */
async function answerBefore(message: HeardMessage, botId: string, rest: REST): Promise<EarlierAnswer | null> {
  if (message.referenced_message) return answerIn(message.referenced_message, botId);
  const query = new URLSearchParams({ before: message.id, limit: String(STILL_ON_SCREEN) });
  try {
    const messages = (await rest.get(Routes.channelMessages(message.channel_id), { query })) as APIMessage[];
    const answer = messages.find(({ author }) => author.id === botId);
    return answer ? answerIn(answer, botId) : null;
  } catch {
    return null;
  }
}

/** Posts a reply to a message. */
function poster(message: HeardMessage, rest: REST) {
  return (body: object, files: Drawn['files'] = [], pointsBack = true) =>
    rest.post(Routes.channelMessages(message.channel_id), {
      body: {
        ...body,
        // Sent again after a lost answer, or for an event that Discord repeats, it is the message that is there already.
        nonce: message.id,
        enforce_nonce: true,
        ...(pointsBack ? { message_reference: { message_id: message.id, fail_if_not_exists: false } } : {}),
        allowed_mentions: { parse: [], replied_user: false },
      },
      files: files.map(({ name, attachment }) => ({ name, data: attachment })),
    });
}

/** What is known of the channels that messages are written in. */
interface Channels {
  /** Decides when so many ask in one channel that not all can be answered. */
  readonly crowd: ChannelCrowd;
  parentOf(channel: string): string | null;
}

function replyTo(
  message: HeardMessage,
  rest: REST,
  { crowd, parentOf }: Channels,
): Exchange & Required<Pick<Exchange, 'decline'>> {
  const post = poster(message, rest);
  const { id, guild_id: server } = message;
  return {
    about: { message: id, ...(server !== undefined && { server }) },
    asker: {
      user: message.author.id,
      server: server ?? null,
      managerOf: null,
      pressKey: null,
      channels: [message.channel_id, parentOf(message.channel_id)].flatMap((id) => id ?? []),
    },
    // Everybody reads it: so it is said once for all whom it concerns, and nothing where nothing is to be said at all.
    async decline(drawn, why) {
      if (why !== 'elsewhere' && crowd.mayTell(message.channel_id)) await post(messageBody(drawn));
    },
    // A courtesy: the answer waits for nothing that may go wrong with it.
    async defer() {
      void rest.post(Routes.channelTyping(message.channel_id)).catch(() => undefined);
    },
    async deliver(drawn) {
      try {
        await post(messageBody(drawn), drawn.files);
      } catch (error) {
        const code = codeOf(error);
        if (code === NO_HISTORY) await post(messageBody(drawn), drawn.files, false);
        else if (code === MISSING_PERMISSIONS) await post({ content: NO_EMBEDS });
        else throw error;
      }
    },
  };
}
