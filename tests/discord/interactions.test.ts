import { type APIMessage, type Client, Events, type Interaction, REST, Routes } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type LocalDiscord, startDiscord } from './server.js';
import { connect } from './testClient.js';

const ASK = {
  name: 'ask',
  description: 'Ask the articles',
  options: [{ type: 3, name: 'question', description: 'What you want to know', required: true }],
};

let discord: LocalDiscord;
let client: Client<true>;

/** Answers each interaction with `answer`, once the commands are registered. */
async function whenAsked(answer: (interaction: Interaction) => Promise<unknown>): Promise<void> {
  await client.rest.put(Routes.applicationCommands(client.application.id), { body: [ASK] });
  client.on(Events.InteractionCreate, (interaction) => void answer(interaction));
}

beforeEach(async () => {
  discord = await startDiscord();
  client = await connect(discord);
});
afterEach(async () => {
  await client.destroy();
  await discord.stop();
});

describe('an interaction', () => {
  const rest = () => new REST({ api: discord.apiUrl, retries: 0 }).setToken(discord.token);
  const reply = (interaction: Interaction, content: string) =>
    rest().post(Routes.interactionCallback(interaction.id, interaction.token), {
      body: { type: 4, data: { content } },
      auth: false,
    });

  it('cannot be answered twice (40060)', async () => {
    let second: unknown;
    await whenAsked(async (interaction) => {
      await reply(interaction, 'one');
      second = await reply(interaction, 'two').catch((error: unknown) => error);
    });
    const answer = await discord.runCommand('ask', { question: 'x' });
    await discord.until(() => second !== undefined, 'no second answer');
    expect(second).toMatchObject({ code: 40060, status: 400 });
    expect(discord.message(answer.id)?.content).toBe('one');
  });

  it('cannot be answered after three seconds (10062), and the user is told', async () => {
    let late: unknown;
    await whenAsked(async (interaction) => {
      await new Promise((resolve) => setTimeout(resolve, 3_050));
      late = await reply(interaction, 'late').catch((error: unknown) => error);
    });
    await expect(discord.runCommand('ask', { question: 'x' })).rejects.toThrow('The application did not respond');
    await discord.until(() => late !== undefined, 'no late answer');
    expect(late).toMatchObject({ code: 10062, status: 404 });
  });

  it('that nobody asked is unknown (10062), and so is its webhook (10015)', async () => {
    const callback = rest().post(Routes.interactionCallback('123', 'nonsense'), {
      body: { type: 4, data: { content: 'x' } },
    });
    await expect(callback).rejects.toMatchObject({ code: 10062 });
    const webhook = rest().post(Routes.webhook(client.application.id, 'nonsense'), { body: { content: 'x' } });
    await expect(webhook).rejects.toMatchObject({ code: 10015 });
  });

  it('has no webhook before its first answer (10015)', async () => {
    let early: unknown;
    await whenAsked(async (interaction) => {
      const route = Routes.webhookMessage(client.application.id, interaction.token, '@original');
      early = await rest()
        .patch(route, { body: { content: 'x' } })
        .catch((error: unknown) => error);
      await reply(interaction, 'now');
    });
    await discord.runCommand('ask', { question: 'x' });
    expect(early).toMatchObject({ code: 10015 });
  });

  it('takes only an answer of its kind, and still waits after a bad one', async () => {
    let wrong: unknown;
    await whenAsked(async (interaction) => {
      const route = Routes.interactionCallback(interaction.id, interaction.token);
      wrong = await rest()
        .post(route, { body: { type: 7, data: { content: 'x' } } })
        .catch((error: unknown) => error);
      await reply(interaction, 'right');
    });
    const answer: APIMessage = await discord.runCommand('ask', { question: 'x' });
    expect(wrong).toMatchObject({ code: 50035 });
    expect(answer.content).toBe('right');
  });
});
