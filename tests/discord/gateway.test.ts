import { type Client, Events, GatewayCloseCodes, GatewayIntentBits, REST, Routes } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type LocalDiscord, startDiscord } from './server.js';
import { connect, createTestClient } from './testClient.js';

/** Milliseconds: discord.js identifies at most once in 5 s, so a second time takes that long. */
const IDENTIFY_AGAIN = 10_000;

let discord: LocalDiscord;
let client: Client | undefined;

/** A client that says how many times it was asked, answering each time. */
async function connectAndAnswer(): Promise<void> {
  let times = 0;
  const connected = await connect(discord);
  client = connected;
  const body = [{ name: 'count', description: 'Counts' }];
  await connected.rest.put(Routes.applicationCommands(connected.application.id), { body });
  connected.on(Events.InteractionCreate, (interaction) => {
    times += 1;
    if (interaction.isChatInputCommand()) void interaction.reply(String(times));
  });
}

beforeEach(async () => {
  discord = await startDiscord();
});
afterEach(async () => {
  await client?.destroy();
  client = undefined;
  await discord.stop();
});

describe('the gateway', () => {
  it('replays what happened while the socket was down', async () => {
    await connectAndAnswer();
    expect((await discord.runCommand('count')).content).toBe('1');
    discord.dropSocket();
    await discord.until(() => discord.connected() === 0, 'the socket stayed open');
    const answer = await discord.runCommand('count');
    expect(answer.content).toBe('2');
    expect(discord.resumes).toHaveLength(1);
    expect(discord.identifies).toHaveLength(1);
  });

  it('has the client resume when it asks to reconnect (opcode 7)', async () => {
    await connectAndAnswer();
    discord.requestReconnect();
    await discord.until(() => discord.resumes.length === 1 && discord.connected() === 1, 'the client did not resume');
    expect((await discord.runCommand('count')).content).toBe('1');
  });

  it('has the client resume a session that is invalid but resumable (opcode 9, true)', async () => {
    await connectAndAnswer();
    discord.invalidateSession(true);
    await discord.until(() => discord.resumes.length === 1 && discord.connected() === 1, 'the client did not resume');
    expect(discord.identifies).toHaveLength(1);
    expect((await discord.runCommand('count')).content).toBe('1');
  });

  it('has the client identify anew when its session is gone (opcode 9, false)', async () => {
    await connectAndAnswer();
    discord.invalidateSession();
    const again = () => discord.identifies.length === 2 && discord.connected() === 1;
    await discord.until(again, 'the client did not identify again', IDENTIFY_AGAIN);
    expect((await discord.runCommand('count')).content).toBe('1');
  });

  it('answers a resume of a session it does not know with opcode 9', async () => {
    await connectAndAnswer();
    discord.dropSocket();
    discord.forgetSessions();
    const again = () => discord.identifies.length === 2 && discord.connected() === 1;
    await discord.until(again, 'the client did not identify again', IDENTIFY_AGAIN);
    expect(discord.resumes).toHaveLength(1);
    // Also because discord.js hangs when it is destroyed between identifying and READY.
    expect((await discord.runCommand('count')).content).toBe('1');
  });

  it('acknowledges heartbeats', async () => {
    await discord.stop();
    discord = await startDiscord({ heartbeatInterval: 100 });
    const beats: number[] = [];
    client = createTestClient(discord);
    client.on('debug', (line) => {
      if (line.includes('Heartbeat acknowledged')) beats.push(1);
    });
    await client.login(discord.token);
    await discord.until(() => discord.heartbeats() >= 3 && beats.length >= 3, 'no heartbeats');
  });

  it('closes with 4014 when an intent is asked for that the application does not have', async () => {
    client = createTestClient(discord, { intents: [GatewayIntentBits.Guilds, GatewayIntentBits.MessageContent] });
    await expect(client.login(discord.token)).rejects.toThrow(/disallowed intents/i);
    expect(discord.connected()).toBe(0);
  });

  it('lets a privileged intent pass that the application has', async () => {
    await discord.stop();
    discord = await startDiscord({ privilegedIntents: GatewayIntentBits.MessageContent });
    client = await connect(discord, { intents: [GatewayIntentBits.Guilds, GatewayIntentBits.MessageContent] });
    expect(client.isReady()).toBe(true);
  });

  it('answers a wrong token with 401, before any connection', async () => {
    client = createTestClient(discord);
    await expect(client.login('wrong')).rejects.toThrow(/invalid token/i);
    expect(discord.identifies).toHaveLength(0);
  });

  it('closes with 4004 when the token is no longer good at identify', async () => {
    client = createTestClient(discord);
    discord.refuseNextIdentify(GatewayCloseCodes.AuthenticationFailed);
    await expect(client.login(discord.token)).rejects.toThrow(/authentication failed|invalid token|4004/i);
  });

  it('sends no message events without the intent', async () => {
    const seen: string[] = [];
    client = await connect(discord, { intents: [GatewayIntentBits.Guilds] });
    client.on(Events.MessageCreate, () => void seen.push('message'));
    client.on(Events.InteractionCreate, () => void seen.push('interaction'));
    const rest = new REST({ api: discord.apiUrl }).setToken(discord.token);
    await rest.put(Routes.applicationCommands(discord.world.applicationId), {
      body: [{ name: 'x', description: 'y' }],
    });
    discord.say('hello');
    discord.runCommand('x').catch(() => {});
    await discord.until(() => seen.length > 0, 'nothing came');
    expect(seen).toEqual(['interaction']);
  });
});
