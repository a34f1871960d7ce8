import type { REST } from '@discordjs/rest';
import { type APIMessage, Routes } from 'discord-api-types/v10';
import { LruCache } from '../search/lruCache.js';
import type { Dispatcher, Exchange } from './dispatcher.js';
import type { Drawn } from './draw.js';
import { codeOf } from './errors.js';
import { type HeardMessage, isDirect, questionAnswered, questionIn } from './heardMessage.js';
import { messageBody } from './messageBody.js';

/** An answer is what a follow-up follows when at most so many messages stand between. */
const STILL_ON_SCREEN = 5;
/** Discord's code for a message with an embed where the bot may not post those. */
const MISSING_PERMISSIONS = 50_013;
/** … and for a reply where the bot may not read what it replies to. */
const NO_HISTORY = 160_002;
const NO_EMBEDS = 'I lack a permission to answer here: Embed Links, and Attach Files for pictures. /ask works without.';

/** Said in answer to a direct message, whose text is no command. */
const COMMANDS_ONLY = 'In direct messages I answer commands only, such as /ask; /help lists them.';
/** To one person it is said once in so long. */
const COMMANDS_ONLY_EVERY_MS = 10 * 60_000;

const REMEMBERED_PEOPLE = 1_000;

/** Answers a message that asks something; resolves when that is done. */
export type MessageReceiver = (message: HeardMessage) => Promise<void>;

/**
 * Answers plain mentions where they were written, as a reply that pings nobody, and direct messages with how to ask.
 * @param now milliseconds of a clock that is never set
 */
export function messageReceiver(
  botId: string,
  rest: REST,
  dispatcher: Dispatcher,
  now: () => number = () => performance.now(),
): MessageReceiver {
  const told = new LruCache<number>(REMEMBERED_PEOPLE);
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
    await dispatcher.mention(question, replyTo(message, rest), () => questionBefore(message, botId, rest));
  };
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

function replyTo(message: HeardMessage, rest: REST): Exchange {
  const post = poster(message, rest);
  const { id, guild_id: server } = message;
  return {
    about: { message: id, ...(server !== undefined && { server }) },
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
