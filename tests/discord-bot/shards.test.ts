import { pino } from 'pino';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { loadCommands } from '../../commands/parts/load.js';
import { openArchive } from '../../src/archive.js';
import { connectDiscord, type DiscordConnection } from '../../src/discord/connect.js';
import { Dispatcher } from '../../src/discord/dispatcher.js';
import type { Shards } from '../../src/settings/shards.js';
import { type LocalDiscord, startDiscord } from '../discord/server.js';

/** A shard identifies 5.5 s after the one before. */
const BOTH_THERE = { timeout: 15_000, interval: 100 };

let discord: LocalDiscord;
let connection: DiscordConnection | undefined;

async function connect(shards: Shards): Promise<void> {
  const [archive, commands] = [await openArchive('seeds'), await loadCommands()];
  const logger = pino({ level: 'silent' });
  const config = { token: discord.token, shards, guildId: null, apiUrl: discord.apiUrl, publicKey: null };
  const dispatcher = new Dispatcher({ archive, commands, logger });
  const { signal } = new AbortController();
  connection = await connectDiscord({ config, dispatcher, commands, logger, signal, onLost: () => {} });
}

beforeEach(async () => {
  discord = await startDiscord();
});
afterEach(async () => {
  await connection?.close();
  connection = undefined;
  await discord.stop();
});

it('spreads the servers over as many connections as it is told, and answers each person once', async () => {
  await connect(2);
  expect(connection?.isConnected()).toBe(false);
  await vi.waitFor(() => expect(connection?.isConnected()).toBe(true), BOTH_THERE);
  expect(discord.identifies.map((identify) => 'shard' in identify && identify.shard)).toEqual([
    [0, 2],
    [1, 2],
  ]);
  const inServer = await discord.runCommand('ask', { question: 'who met Kim' });
  const directly = await discord.runCommand('ask', { question: 'who met Kim' }, { where: 'dm' });
  for (const reply of [inServer, directly]) expect(reply.embeds[0]?.description).toContain('Lavrov');
  expect(discord.rejected()).toEqual([]);
  expect(discord.requestsTo('POST', '/interactions/:id/:token/callback')).toHaveLength(2);
}, 30_000);

it('makes as many as Discord recommends', async () => {
  discord.world.recommendedShards = 3;
  await connect('auto');
  expect(discord.identifies.map((identify) => 'shard' in identify && identify.shard)).toEqual([[0, 3]]);
});

it('loses nothing in one part of the servers while another is connected again', async () => {
  await connect(2);
  await vi.waitFor(() => expect(connection?.isConnected()).toBe(true), BOTH_THERE);
  discord.dropSocket();
  const reply = await discord.runCommand('ask', { question: 'who met Kim' });
  expect(reply.embeds[0]?.description).toContain('Lavrov');
  await vi.waitFor(() => expect(connection?.isConnected()).toBe(true), BOTH_THERE);
  expect(discord.resumes).toHaveLength(2);
}, 30_000);
