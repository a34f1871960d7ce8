import { type APIMessage, type REST, Routes } from 'discord.js';
import { ChannelCrowd } from './channelCrowd.js';
import type { Dispatcher, Exchange } from './dispatcher.js';
import { type Drawn, drawNotice } from './draw.js';
import { codeOf } from './errors.js';
import { type HeardMessage, questionAnswered, questionIn } from './heardMessage.js';
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

/** What is known of the channels that messages are written in. */
export interface Channels {
  /** Decides when so many ask in one channel that not all can be answered. */
  readonly crowd: ChannelCrowd;
  /** The channel that another is a thread of; null when it is none, or not known. */
  parentOf(channel: string): string | null;
}

/**
 * Answers a plain mention where it was written, as a reply that pings nobody. Never rejects.
 * @param channels the same for all messages
 */
export async function receiveMessage(
  message: HeardMessage,
  botId: string,
  rest: REST,
  dispatcher: Dispatcher,
  channels: Channels = { crowd: new ChannelCrowd(), parentOf: () => null },
): Promise<void> {
  const question = questionIn(message, botId);
  if (question === null) return;
  const { crowd } = channels;
  const exchange = replyTo(message, rest, channels);
  const answer = () => dispatcher.mention(question, exchange, () => questionBefore(message, botId, rest));
  if (await crowd.enter(message.channel_id, answer)) return;
  await exchange.decline(TOO_MANY_HERE, 'busy').catch(() => {});
}

/**
 * The question that was answered before a message: that of the answer which it replies to, or of the bot's last one if that is still on
 * the screen. Null when there is none, or when the bot may not read the channel.
 */
async function questionBefore(message: HeardMessage, botId: string, rest: REST): Promise<string | null> {
  if (message.referenced_message) return questionAnswered(message.referenced_message, botId);
  const query = new URLSearchParams({ before: message.id, limit: String(STILL_ON_SCREEN) });
  try {
    const messages = (await rest.get(Routes.channelMessages(message.channel_id), { query })) as APIMessage[];
    const answer = messages.find(({ author }) => author.id === botId);
    return answer ? questionAnswered(answer, botId) : null;
  } catch {
    return null;
  }
}

function replyTo(
  message: HeardMessage,
  rest: REST,
  { crowd, parentOf }: Channels,
): Exchange & Required<Pick<Exchange, 'decline'>> {
  // By address, not through the channel: a thread may be unknown to the client's memory.
  const post = (body: object, files: Drawn['files'] = [], pointsBack = true) =>
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
  return {
    asker: {
      user: message.author.id,
      server: message.guild_id ?? null,
      managerOf: null,
      channels: [message.channel_id, parentOf(message.channel_id)].flatMap((id) => id ?? []),
    },
    // Everybody reads it: so it is said once for all whom it concerns, and nothing where nothing is to be said at all.
    async decline(drawn, why) {
      if (why !== 'elsewhere' && crowd.mayTell(message.channel_id)) await post(messageBody(drawn));
    },
    async defer() {
      await rest.post(Routes.channelTyping(message.channel_id));
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
