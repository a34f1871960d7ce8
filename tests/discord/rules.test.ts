import { type Client, DiscordAPIError, REST, Routes } from 'discord.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LocalDiscord, startDiscord } from './server.js';
import { connect } from './testClient.js';

let discord: LocalDiscord;
let rest: REST;
let client: Client<true>;

beforeAll(async () => {
  discord = await startDiscord();
  rest = new REST({ api: discord.apiUrl, retries: 1 }).setToken(discord.token);
  client = await connect(discord);
});
afterAll(async () => {
  await client.destroy();
  await discord.stop();
});

const post = (body: Record<string, unknown>) =>
  rest.post(Routes.channelMessages(discord.world.places.channel.id), { body });
const register = (body: unknown[]) => rest.put(Routes.applicationCommands(discord.world.applicationId), { body });

/** What Discord says is wrong, as discord.js words it, or that nothing is. */
async function complaint(request: Promise<unknown>): Promise<string> {
  try {
    await request;
    return 'accepted';
  } catch (error) {
    if (!(error instanceof DiscordAPIError)) throw error;
    expect(error.status).toBe(400);
    return `${error.code} ${error.message.replaceAll('\n', ' ')}`;
  }
}

const embed = (part: Record<string, unknown>) => ({ embeds: [{ title: 't', ...part }] });
const button = (part: Record<string, unknown>) => ({ type: 2, style: 1, label: 'b', custom_id: 'id', ...part });
const row = (...components: unknown[]) => ({ type: 1, components });
const buttons = (count: number, prefix = 'b') =>
  Array.from({ length: count }, (_, index) => button({ custom_id: `${prefix}${index}` }));

describe('a message is refused when', () => {
  const field = { name: 'n', value: 'v' };
  it.each([
    ['its content has more than 2,000 characters', { content: 'x'.repeat(2_001) }, 'content'],
    ['it is empty', {}, '50006'],
    ['an embed has an empty field', embed({ fields: [{ name: 'n', value: ' ' }] }), 'fields[0].value'],
    ['an embed title has more than 256', embed({ title: 'x'.repeat(257) }), 'embeds[0].title'],
    ['an embed description has more than 4,096', embed({ description: 'x'.repeat(4_097) }), 'embeds[0].description'],
    ['an embed has more than 25 fields', embed({ fields: Array(26).fill(field) }), 'embeds[0].fields'],
    ['a field name has more than 256', embed({ fields: [{ ...field, name: 'x'.repeat(257) }] }), 'fields[0].name'],
    [
      'a field value has more than 1,024',
      embed({ fields: [{ ...field, value: 'x'.repeat(1_025) }] }),
      'fields[0].value',
    ],
    ['a footer has more than 2,048', embed({ footer: { text: 'x'.repeat(2_049) } }), 'footer.text'],
    ['an author has more than 256', embed({ author: { name: 'x'.repeat(257) } }), 'author.name'],
    [
      'its embeds have more than 6,000 together',
      { embeds: [{ description: 'x'.repeat(4_000) }, { description: 'x'.repeat(2_001) }] },
      'MAX_EMBED_SIZE_EXCEEDED',
    ],
    ['it has more than 10 embeds', { embeds: Array(11).fill({ title: 't' }) }, 'embeds'],
    ['an embed is empty', { embeds: [{}] }, 'embeds[0].description'],
    ['an embed links to a script', embed({ url: 'javascript:alert(1)' }), 'embeds[0].url'],
    [
      'it has more than 5 rows',
      { components: [1, 2, 3, 4, 5, 6].map((n) => row(...buttons(1, `r${n}`))) },
      'components',
    ],
    ['a row has more than 5 buttons', { components: [row(...buttons(6))] }, 'components[0].components'],
    ['a row is empty', { components: [row()] }, 'components[0].components'],
    ['a custom_id has more than 100', { components: [row(button({ custom_id: 'x'.repeat(101) }))] }, 'custom_id'],
    ['a custom_id stands twice', { components: [row(button({}), button({}))] }, 'COMPONENT_CUSTOM_ID_DUPLICATED'],
    ['a label has more than 80', { components: [row(button({ label: 'x'.repeat(81) }))] }, 'label'],
    ['a button has neither label nor emoji', { components: [row(button({ label: undefined }))] }, 'INVALID_LABEL'],
    ['a button has no custom_id', { components: [row(button({ custom_id: undefined }))] }, 'CUSTOM_ID_REQUIRED'],
    ['a link button has no url', { components: [row({ type: 2, style: 5, label: 'l' })] }, 'URL_REQUIRED'],
    ['a button stands outside a row', { components: [button({})] }, 'components[0].type'],
    [
      'mentions are both parsed and listed',
      { content: 'x', allowed_mentions: { parse: ['users'], users: ['1'] } },
      'parse',
    ],
    [
      'it answers a message that is not there',
      { content: 'x', message_reference: { message_id: '1' } },
      'message_reference',
    ],
    ['a field has the wrong type', { content: 5 }, 'content'],
  ])('%s', async (_, body, expected) => {
    const said = await complaint(post(body));
    expect(said).toMatch(/^500(35|06) /);
    expect(said).toContain(expected);
  });

  it('but not when everything is just inside the limits', async () => {
    const full = {
      content: 'x'.repeat(2_000),
      embeds: [{ title: 'x'.repeat(256), description: 'x'.repeat(4_096), footer: { text: 'x'.repeat(1_648) } }],
      components: [1, 2, 3, 4, 5].map((n) => row(...buttons(5, `row${n}-`))),
      allowed_mentions: { parse: [] },
    };
    expect(await complaint(post(full))).toBe('accepted');
  });
});

describe('a list of commands is refused when', () => {
  const command = (part: Record<string, unknown>) => ({ name: 'ask', description: 'd', ...part });
  const option = (part: Record<string, unknown>) => ({ type: 3, name: 'o', description: 'd', ...part });
  const choice = { name: 'n', value: 'v' };
  it.each([
    ['a name has capitals', [command({ name: 'Ask' })], 'APPLICATION_COMMAND_INVALID_NAME'],
    ['a name has a space', [command({ name: 'ask me' })], 'APPLICATION_COMMAND_INVALID_NAME'],
    ['a name has more than 32 characters', [command({ name: 'x'.repeat(33) })], '0.name'],
    ['a description is missing', [{ name: 'ask' }], '0.description'],
    ['a description has more than 100', [command({ description: 'x'.repeat(101) })], '0.description'],
    ['a menu has a description', [{ name: 'Find', type: 3, description: 'd' }], 'APPLICATION_COMMAND_DESCRIPTION'],
    ['two have one name', [command({}), command({})], 'DUPLICATE_NAME'],
    ['two options have one name', [command({ options: [option({}), option({})] })], 'NAME_DUPLICATED'],
    [
      'a required option follows an optional one',
      [command({ options: [option({}), option({ name: 'p', required: true })] })],
      'REQUIRED_INVALID',
    ],
    [
      'an option has more than 25 choices',
      [command({ options: [option({ choices: Array(26).fill(choice) })] })],
      'choices',
    ],
    [
      'a choice has more than 100',
      [command({ options: [option({ choices: [{ ...choice, name: 'x'.repeat(101) }] })] })],
      'choices[0].name',
    ],
    [
      'an option has choices and autocomplete',
      [command({ options: [option({ autocomplete: true, choices: [choice] })] })],
      'AUTOCOMPLETE_WITH_CHOICES',
    ],
    ['a context is unknown', [command({ contexts: [9] })], 'contexts'],
  ])('%s', async (_, body, expected) => {
    const said = await complaint(register(body));
    expect(said).toMatch(/^50035 /);
    expect(said).toContain(expected);
  });

  it('but a slash command and a menu may share a name', async () => {
    expect(await complaint(register([command({}), { name: 'ask', type: 3 }]))).toBe('accepted');
  });
});

describe('autocomplete choices are refused when', () => {
  const answerWith = async (choices: unknown[]) => {
    await register([
      { name: 'ask', description: 'd', options: [{ type: 3, name: 'q', description: 'd', autocomplete: true }] },
    ]);
    const answered = new Promise<string>((resolve) => {
      client.once('interactionCreate', ({ id, token }) => {
        const body = { type: 8, data: { choices } };
        void complaint(rest.post(Routes.interactionCallback(id, token), { body, auth: false })).then(resolve);
      });
    });
    discord.autocomplete('ask', 'q', 'x').catch(() => {});
    return answered;
  };
  const choice = { name: 'n', value: 'v' };
  it.each([
    ['there are more than 25', Array(26).fill(choice), 'choices'],
    ['a name has more than 100', [{ ...choice, name: 'x'.repeat(101) }], 'choices[0].name'],
    ['a name is empty', [{ ...choice, name: '' }], 'choices[0].name'],
    ['a value has more than 100', [{ ...choice, value: 'x'.repeat(101) }], 'choices[0].value'],
  ])('%s', async (_, choices, expected) => {
    const said = await answerWith(choices);
    expect(said).toMatch(/^50035 /);
    expect(said).toContain(expected);
  });

  it('but not 25 of 100 characters', async () => {
    expect(await answerWith(Array(25).fill({ name: 'x'.repeat(100), value: 'y'.repeat(100) }))).toBe('accepted');
  });
});

describe('the REST API', () => {
  it('answers 401 without a token and with a wrong one', async () => {
    const url = `${discord.apiUrl}/v10/users/@me`;
    const bare = await fetch(url);
    expect([bare.status, await bare.json()]).toEqual([401, { message: '401: Unauthorized', code: 0 }]);
    const wrong = await fetch(url, { headers: { authorization: 'Bot wrong' } });
    expect(wrong.status).toBe(401);
  });

  it('answers 404 for a route it does not have, and 405 for another method', async () => {
    const headers = { authorization: `Bot ${discord.token}` };
    expect((await fetch(`${discord.apiUrl}/v10/nowhere`, { headers })).status).toBe(404);
    expect((await fetch(`${discord.apiUrl}/v10/users/@me`, { method: 'PUT', headers })).status).toBe(405);
    expect((await fetch(`${discord.apiUrl}/v9/users/@me`, { headers })).status).toBe(400);
  });

  it('answers 429 on demand, and discord.js tries again after the time it names', async () => {
    discord.failNext({ status: 429, retryAfter: 0.2, path: /\/messages$/ });
    const before = performance.now();
    expect(await complaint(post({ content: 'patient' }))).toBe('accepted');
    expect(performance.now() - before).toBeGreaterThan(190);
    const tries = discord.requestsTo('POST', '/channels/:channel/messages').slice(-2);
    expect(tries.map(({ status }) => status)).toEqual([429, 200]);
  });

  it('fails on demand, only where it was asked to', async () => {
    discord.failNext({ status: 403, code: 50013, message: 'Missing Permissions', method: 'POST' });
    await expect(rest.get(Routes.user())).resolves.toMatchObject({ username: 'dateline' });
    await expect(post({ content: 'x' })).rejects.toMatchObject({ status: 403, code: 50013 });
    expect(await complaint(post({ content: 'x' }))).toBe('accepted');
  });
});
