import { type REST, Routes } from 'discord.js';
import type { Dispatcher, Exchange } from './dispatcher.js';
import type { Drawn } from './draw.js';
import { codeOf } from './errors.js';
import { type HeardMessage, questionIn } from './heardMessage.js';
import { messageBody } from './messageBody.js';

/** Discord's code for a message with an embed where the bot may not post those. */
const MISSING_PERMISSIONS = 50_013;
const NO_EMBEDS = 'I lack a permission to answer here: Embed Links, and Attach Files for pictures. /ask works without.';

/** Answers a plain mention where it was written, as a reply that pings nobody. Never rejects. */
export async function receiveMessage(
  message: HeardMessage,
  botId: string,
  rest: REST,
  dispatcher: Dispatcher,
): Promise<void> {
  const question = questionIn(message, botId);
  if (question !== null) await dispatcher.mention(question, replyTo(message, rest));
}

function replyTo(message: HeardMessage, rest: REST): Exchange {
  // By address, not through the channel: a thread may be unknown to the client's memory.
  const post = (body: object, files: Drawn['files'] = []) =>
    rest.post(Routes.channelMessages(message.channel_id), {
      body: {
        ...body,
        message_reference: { message_id: message.id, fail_if_not_exists: false },
        allowed_mentions: { parse: [], replied_user: false },
      },
      files: files.map(({ name, attachment }) => ({ name, data: attachment })),
    });
  return {
    async defer() {
      await rest.post(Routes.channelTyping(message.channel_id));
    },
    async deliver(drawn) {
      try {
        await post(messageBody(drawn), drawn.files);
      } catch (error) {
        if (codeOf(error) !== MISSING_PERMISSIONS) throw error;
        await post({ content: NO_EMBEDS });
      }
    },
  };
}
