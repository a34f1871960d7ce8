import { GatewayCloseCodes } from 'discord.js';
import { pino } from 'pino';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Command } from '../../commands/parts/command.js';
import { loadCommands } from '../../commands/parts/load.js';
import { type Archive, openArchive } from '../../src/archive.js';
import { connectDiscord, type DiscordConnection, type DiscordSettings } from '../../src/discord/connect.js';
import { type Declaration, declareCommands } from '../../src/discord/declaration.js';
import { Dispatcher } from '../../src/discord/dispatcher.js';
import { DiscordError } from '../../src/discord/errors.js';
import { type LocalDiscord, startDiscord } from '../discord/server.js';

const SILENT = pino({ level: 'silent' });

let archive: Archive;
let commands: readonly Command[];
let declared: readonly Declaration[];
let discord: LocalDiscord;
let connections: DiscordConnection[] = [];
let stop = new AbortController();

async function connect(more: Partial<DiscordSettings> = {}, onLost: (error: DiscordError) => void = () => undefined) {
  const config = {
    token: discord.token,
    guildId: null,
    apiUrl: discord.apiUrl,
    publicKey: null,
    shards: 1,
    ...more,
  } as const;
  const dispatcher = new Dispatcher({ archive, commands, logger: SILENT });
  const { signal } = stop;
  const connection = await connectDiscord({ config, dispatcher, commands, logger: SILENT, signal, onLost });
  connections.push(connection);
  return connection;
}

beforeAll(async () => {
  commands = await loadCommands();
  declared = declareCommands(commands, false);
  archive = await openArchive('seeds');
});
beforeEach(async () => {
  stop = new AbortController();
  discord = await startDiscord();
});
afterEach(async () => {
  for (const connection of connections) await connection.close();
  connections = [];
  await discord.stop();
});

describe('connecting to Discord', () => {
  it('registers every command once, and not again when nothing changed', async () => {
    await connect();
    expect(
      discord
        .commands()
        .map(({ name }) => name)
        .sort(),
    ).toEqual(declared.map(({ name }) => name).sort());
    await connect();
    expect(discord.requestsTo('PUT', '/applications/:id/commands')).toHaveLength(1);
    expect(discord.rejected()).toEqual([]);
  });

  it('registers in one server only when told so, and not again when nothing changed', async () => {
    await connect({ guildId: discord.world.guildId });
    await connect({ guildId: discord.world.guildId });
    expect(discord.commands()).toEqual([]);
    expect(discord.commands(discord.world.guildId)).toHaveLength(declared.length);
    expect(discord.requestsTo('PUT', '/applications/:id/guilds/:guild/commands')).toHaveLength(1);
  });

  it('waits to be invited when it is not yet in its one server', async () => {
    discord.failNext({ status: 403, code: 50_001, message: 'Missing Access', path: /guilds/ });
    const { inviteLink } = await connect({ guildId: discord.world.guildId });
    expect(inviteLink).toContain('scope=bot+applications.commands');
  });

  it('gives an invite link for this application', async () => {
    const { inviteLink } = await connect();
    expect(inviteLink).toContain(`client_id=${discord.world.applicationId}`);
  });

  it('asks for no privileged intent', async () => {
    await connect();
    expect(discord.identifies[0]?.intents).toBe((1 << 0) | (1 << 9) | (1 << 12));
  });

  it('says in one sentence that the token is wrong, without the token', async () => {
    const failure = connect({ token: 'MTIz.wrong.token' });
    await expect(failure).rejects.toThrow(DiscordError);
    await expect(failure).rejects.toThrow(/^Discord does not accept DISCORD_TOKEN/);
    await expect(failure).rejects.not.toThrow('MTIz');
  });

  it('says in one sentence that an intent is not allowed', async () => {
    discord.refuseNextIdentify(GatewayCloseCodes.DisallowedIntents);
    await expect(connect()).rejects.toThrow(/intents Guilds, Guild Messages and Direct Messages/);
  });

  it('goes on trying where Discord cannot be reached, until it is stopped', async () => {
    const connecting = connect({ apiUrl: 'http://127.0.0.1:1/api' });
    setTimeout(() => stop.abort(), 300);
    await expect(connecting).rejects.toThrow(/abort/i);
  });

  it('says that a public key is of another application, for the owner to mend', async () => {
    const failure = connect({ publicKey: 'ab'.repeat(32) });
    await expect(failure).rejects.toThrow(/^DISCORD_PUBLIC_KEY is not the key/);
    await expect(failure).rejects.toMatchObject({ isForOwner: true });
  });

  it('tells when Discord ends a running connection for good', async () => {
    const onLost = vi.fn();
    await connect({}, onLost);
    discord.refuseNextIdentify(GatewayCloseCodes.AuthenticationFailed);
    discord.dropSocket();
    discord.forgetSessions();
    await vi.waitFor(() => expect(onLost).toHaveBeenCalledOnce(), { timeout: 15_000 });
    expect(onLost.mock.calls[0]?.[0]).toBeInstanceOf(DiscordError);
  });
});

describe('a connected Dateline', () => {
  beforeEach(async () => {
    await connect();
  });
  afterEach(() => {
    expect(discord.rejected()).toEqual([]);
    expect(discord.pings()).toEqual([]);
  });

  it('answers /ask, turns the page, shows the context to the one who pressed', async () => {
    const answer = await discord.runCommand('ask', { question: 'who met Kim' });
    expect(answer.embeds[0]?.author?.name).toBe('who met Kim');
    expect(answer.embeds[0]?.description).toContain('\n> ');
    const next = await discord.press(answer, '▶');
    expect(next.id).toBe(answer.id);
    expect(next.embeds[0]?.footer?.text).toMatch(/^2 of/);
    const back = await discord.press(next, '◀');
    expect(back.embeds[0]?.description).toBe(answer.embeds[0]?.description);
    const context = await discord.press(back, 'Context');
    expect(context.id).not.toBe(answer.id);
    expect(context.flags).toBe(64);
  });

  it('shares a private reply with everyone, page and buttons as they are', async () => {
    const answer = await discord.runCommand('ask', { question: 'who met Kim', private: true });
    expect(answer.flags).toBe(64);
    const second = await discord.press(answer, '▶');
    const shared = await discord.press(second, 'Share');
    expect(shared.flags ?? 0).toBe(0);
    expect(shared.embeds[0]?.description).toBe(second.embeds[0]?.description);
    expect(JSON.stringify(shared.components)).not.toContain('share');
    const third = await discord.press(shared, '▶');
    expect(third.embeds[0]?.footer?.text).toMatch(/^3 of/);
    expect(JSON.stringify(third.components)).not.toContain('share');
  });

  it('suggests sources, misspelt too', async () => {
    const choices = await discord.autocomplete('ask', 'source', 'reutrs');
    expect(choices.map(({ value }) => value)).toContain('Reuters');
  });

  it('says which permission it lacks when it may not post its answer to a mention', async () => {
    discord.failNext({ status: 403, code: 50_013, message: 'Missing Permissions', method: 'POST', path: /messages$/ });
    const answer = await discord.mention(`<@${discord.world.applicationId}> who met Kim`);
    expect(answer.content).toContain('Embed Links');
  });

  it('answers a mention with a reply, in the thread where it was asked', async () => {
    const answer = await discord.mention(`<@${discord.world.applicationId}> who met Kim`, { where: 'thread' });
    expect(answer.embeds[0]?.author?.name).toBe('who met Kim');
    expect(answer.message_reference?.message_id).toBeDefined();
  });
});
