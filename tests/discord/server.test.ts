import {
  ButtonStyle,
  type ChatInputCommandInteraction,
  type Client,
  ComponentType,
  Events,
  type Interaction,
  type Message,
  MessageFlags,
  Routes,
} from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { expectGoodManners } from './reading.js';
import { type LocalDiscord, startDiscord } from './server.js';
import { connect } from './testClient.js';

const ASK = {
  name: 'ask',
  description: 'Ask the articles',
  options: [
    { type: 3, name: 'question', description: 'What you want to know', required: true },
    { type: 3, name: 'source', description: 'Only this source', autocomplete: true },
    { type: 5, name: 'private', description: 'Only you see it' },
  ],
};
const MENU = { name: 'Find in sources', type: 3 };
const BUTTONS = {
  type: ComponentType.ActionRow as const,
  components: [
    { type: ComponentType.Button as const, style: ButtonStyle.Primary as const, label: '▶', custom_id: 'next' },
  ],
};

let discord: LocalDiscord;
let client: Client<true>;

/** Answers each interaction with `answer`, once the commands are registered. */
async function whenAsked(answer: (interaction: Interaction) => Promise<unknown>): Promise<void> {
  await client.rest.put(Routes.applicationCommands(client.application.id), { body: [ASK, MENU] });
  client.on(Events.InteractionCreate, (interaction) => void answer(interaction));
}

const asCommand = (interaction: Interaction) => interaction as ChatInputCommandInteraction;

beforeEach(async () => {
  discord = await startDiscord();
  client = await connect(discord);
});
afterEach(async () => {
  await client.destroy();
  await discord.stop();
});

describe('the local Discord, with the real discord.js client', () => {
  it('logs the client in and shows it its server, channel and thread', () => {
    expect(client.user.username).toBe('dateline');
    expect(client.guilds.cache.get(discord.world.guildId)?.name).toBe('Newsroom');
    expect(client.channels.cache.get(discord.world.places.channel.id)?.isTextBased()).toBe(true);
    expect(client.channels.cache.get(discord.world.places.thread.id)?.isThread()).toBe(true);
  });

  it('gives registered commands back with their defaults, keeping the id of those that stay', async () => {
    const first = await client.application.commands.set([ASK, MENU]);
    const id = first.find(({ name }) => name === 'ask')?.id;
    const second = await client.application.commands.set([{ ...ASK, description: 'Changed' }]);
    expect(second.find(({ name }) => name === 'ask')?.id).toBe(id);
    const listed = await client.application.commands.fetch();
    expect(listed.map(({ name, description }) => `${name}: ${description}`)).toEqual(['ask: Changed']);
    expect(discord.commands().map(({ name }) => name)).toEqual(['ask']);
  });

  it('brings a command to the bot and its answer to the user', async () => {
    await whenAsked((interaction) => {
      const command = asCommand(interaction);
      expect(command.inCachedGuild()).toBe(true);
      expect(command.member).not.toBeNull();
      return command.reply({ content: `You asked ${command.options.getString('question')}`, components: [BUTTONS] });
    });
    const answer = await discord.runCommand('ask', { question: 'who met Kim' }, { user: 'Maya' });
    expect(answer.content).toBe('You asked who met Kim');
    expect(answer.interaction_metadata?.user.username).toBe('maya');
    expect(discord.interactions[0]?.answeredAfter).toBeLessThan(3_000);
    expect(discord.rejected()).toEqual([]);
  });

  it('returns the message when the callback asks for it', async () => {
    let id: string | undefined;
    await whenAsked(async (interaction) => {
      const response = await asCommand(interaction).reply({ content: 'here', withResponse: true });
      id = response.resource?.message?.id;
    });
    const answer = await discord.runCommand('ask', { question: 'x' });
    await discord.until(() => id !== undefined, 'no response came back');
    expect(id).toBe(answer.id);
  });

  it('waits for a deferred answer, and lets the first follow-up take its place', async () => {
    await whenAsked(async (interaction) => {
      const command = asCommand(interaction);
      await command.deferReply({ flags: MessageFlags.Ephemeral });
      if (command.options.getString('question') === 'edit') await command.editReply({ content: 'edited' });
      else await command.followUp({ content: 'followed' });
    });
    const edited = await discord.runCommand('ask', { question: 'edit' });
    expect(edited).toMatchObject({ content: 'edited', flags: MessageFlags.Ephemeral });
    const followed = await discord.runCommand('ask', { question: 'follow' });
    expect(followed).toMatchObject({ content: 'followed', flags: MessageFlags.Ephemeral });
    expect(discord.world.messages.size).toBe(2);
  });

  it('lets a button change its message, and hands the whole message to the bot', async () => {
    const seen: { title: string | null | undefined; message: Message }[] = [];
    await whenAsked((interaction) => {
      if (!interaction.isButton())
        return asCommand(interaction).reply({ embeds: [{ title: 'one' }], components: [BUTTONS] });
      const { message } = interaction;
      seen.push({ title: message.embeds[0]?.title, message });
      return interaction.update({ embeds: [{ title: 'two' }] });
    });
    const answer = await discord.runCommand('ask', { question: 'x' });
    const turned = await discord.press(answer, '▶');
    expect(turned.id).toBe(answer.id);
    expect(turned.embeds[0]?.title).toBe('two');
    expect(turned.components).toHaveLength(1);
    expect(seen[0]?.title).toBe('one');
    expect(seen[0]?.message.interactionMetadata?.user.username).toBe('ada');
    await expect(discord.press(answer, 'Gone')).rejects.toThrow('no button "Gone"');
  });

  it('keeps an update and a follow-up apart after a deferred update', async () => {
    await whenAsked(async (interaction) => {
      if (!interaction.isButton()) {
        return asCommand(interaction).reply({ content: 'mine', components: [BUTTONS], flags: MessageFlags.Ephemeral });
      }
      await interaction.deferUpdate();
      return interaction.followUp({ content: 'shared' });
    });
    const answer = await discord.runCommand('ask', { question: 'x' });
    await expect(discord.press(answer, '▶', { user: 'Maya' })).rejects.toThrow('not theirs');
    const shared = await discord.press(answer, '▶');
    expect(shared).toMatchObject({ content: 'shared', flags: 0 });
    expect(shared.id).not.toBe(answer.id);
  });

  it('asks the bot for choices while the user types', async () => {
    await whenAsked(async (interaction) => {
      if (!interaction.isAutocomplete()) return;
      const { name, value } = interaction.options.getFocused(true);
      await interaction.respond([{ name: `${name} ${value}`, value }]);
    });
    expect(await discord.autocomplete('ask', 'source', 'Reu')).toEqual([{ name: 'source Reu', value: 'Reu' }]);
    await expect(discord.autocomplete('ask', 'question', 'x')).rejects.toThrow('has no autocomplete');
  });

  it('hands a message to a context-menu command', async () => {
    await whenAsked((interaction) => {
      if (!interaction.isMessageContextMenuCommand()) return Promise.resolve();
      return interaction.reply({
        content: `About: ${interaction.targetMessage.content}`,
        flags: MessageFlags.Ephemeral,
      });
    });
    const said = discord.say('Lavrov met Kim', { user: 'Maya' });
    const answer = await discord.contextMenu('Find in sources', said);
    expect(answer.content).toBe('About: Lavrov met Kim');
  });

  it('shows a message to the bot only with its text when it is mentioned, and knows a reply', async () => {
    const seen: string[] = [];
    client.on(Events.MessageCreate, (message) => {
      seen.push(message.content);
      if (message.mentions.has(client.user) && !message.author.bot) void message.reply('at your service');
    });
    discord.say('not for you');
    const reply = await discord.mention('who met Kim', { where: 'thread' });
    expect(reply.channel_id).toBe(discord.world.places.thread.id);
    expect(reply.mentions).toEqual([]);
    await discord.until(() => seen.length === 3, 'the bot did not see its own message');
    expect(seen).toEqual(['', expect.stringContaining('who met Kim'), 'at your service']);
  });

  it('keeps files that come along, with their description and the size of a picture', async () => {
    const pixel = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
      'base64',
    );
    await whenAsked((interaction) =>
      asCommand(interaction).reply({
        embeds: [{ description: 'a picture', image: { url: 'attachment://timeline.png' } }],
        files: [{ attachment: pixel, name: 'timeline.png', description: 'What happened when' }],
      }),
    );
    const answer = await discord.runCommand('ask', { question: 'x' });
    const [file] = answer.attachments;
    expect(file).toMatchObject({ filename: 'timeline.png', description: 'What happened when', width: 1, height: 1 });
    expect(answer.embeds[0]?.image?.url).toBe(file?.url);
    const fetched = await fetch(String(file?.url));
    expect(Buffer.from(await fetched.arrayBuffer())).toEqual(pixel);
  });

  it('pings only whom allowed_mentions permits', async () => {
    const mayaId = discord.say('hello', { user: 'Maya' }).author.id;
    await whenAsked((interaction) => {
      const mayPing = asCommand(interaction).options.getString('question') === 'ping';
      const content = `<@${mayaId}> @everyone`;
      return asCommand(interaction).reply({
        content,
        allowedMentions: { parse: mayPing ? ['users', 'everyone'] : [] },
      });
    });
    const quiet = await discord.runCommand('ask', { question: 'quiet' });
    expect(quiet).toMatchObject({ mentions: [], mention_everyone: false });
    expect(discord.pings()).toEqual([]);
    expectGoodManners(discord);
    const loud = await discord.runCommand('ask', { question: 'ping' });
    expect(loud.mentions.map(({ username }) => username)).toEqual(['maya']);
    expect(loud.mention_everyone).toBe(true);
    expect(discord.pings().map(({ id }) => id)).toEqual([loud.id]);
    expect(() => expectGoodManners(discord)).toThrow();
  });

  it('works in direct messages and where only the user installed the bot', async () => {
    const contexts: unknown[] = [];
    await whenAsked((interaction) => {
      const { guildId, userId } = interaction.authorizingIntegrationOwners;
      contexts.push([interaction.context, interaction.inGuild(), guildId, userId]);
      return asCommand(interaction).reply('ok');
    });
    await discord.runCommand('ask', { question: 'x' }, { where: 'dm' });
    const inGroup = await discord.runCommand('ask', { question: 'x' }, { where: 'group' });
    expect(contexts).toEqual([
      [1, false, '0', null],
      [2, false, null, inGroup.interaction_metadata?.user.id],
    ]);
  });

  it('refuses what a Discord client would not send', async () => {
    await whenAsked(() => Promise.resolve());
    await expect(discord.runCommand('nope')).rejects.toThrow('has not registered "nope"');
    await expect(discord.runCommand('ask')).rejects.toThrow('requires "question"');
    await expect(discord.runCommand('ask', { question: 'x', colour: 'red' })).rejects.toThrow('no option "colour"');
  });
});
