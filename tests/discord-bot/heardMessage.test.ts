import { MessageType } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { type HeardMessage, questionIn } from '../../src/discord/heardMessage.js';

const BOT = '100000000000000001';
const MESSAGE: HeardMessage = {
  id: '1',
  channel_id: '2',
  author: { id: '3', username: 'ada', discriminator: '0', global_name: null, avatar: null },
  content: `<@${BOT}> who met Kim`,
  mention_everyone: false,
  type: MessageType.Default,
};

describe('what a message asks', () => {
  it('is its text without mentions', () => {
    expect(questionIn(MESSAGE, BOT)?.trim()).toBe('who met Kim');
    expect(questionIn({ ...MESSAGE, content: `who met <@!${BOT}> Kim`, type: MessageType.Reply }, BOT)).toBe(
      'who met   Kim',
    );
  });

  it.each<[string, Partial<HeardMessage>]>([
    ['of a bot', { author: { ...MESSAGE.author, bot: true } }],
    ['of a webhook', { webhook_id: '4' }],
    ['to everyone', { mention_everyone: true, content: `@everyone <@${BOT}> who met Kim` }],
    ['that only answers the bot', { content: 'thanks', type: MessageType.Reply }],
    ['that Discord itself wrote', { type: MessageType.ChannelPinnedMessage }],
    ['that mentions somebody else', { content: '<@200000000000000002> who met Kim' }],
  ])('is nothing for a message %s', (_, more) => {
    expect(questionIn({ ...MESSAGE, ...more }, BOT)).toBeNull();
  });
});
