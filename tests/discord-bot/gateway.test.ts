import { type AddressInfo, createServer } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type GatewayConnection, type GatewayOptions, openGateway } from '../../src/discord/gateway.js';
import { readGatewayAddress } from '../../src/discord/gatewayAddress.js';
import { LastingRest } from '../../src/discord/restClient.js';
import { type LocalDiscord, startDiscord } from '../discord/server.js';

let discord: LocalDiscord;
let gateway: GatewayConnection;
let told: string[] = [];

const HOOKS = {
  onEvent: ({ t }: { t: string }) => {
    if (t === 'TYPING_START') told.push(t);
  },
  onReady: () => void told.push('ready'),
  onResumed: () => void told.push('resumed'),
  onLost: (reason: string) => void told.push(`lost: ${reason}`),
  onTrouble: (reason: string) => void told.push(`trouble: ${reason}`),
  onRefused: ({ message }: { message: string }) => void told.push(message),
};

async function open(options: Partial<GatewayOptions> = {}): Promise<void> {
  const { token } = discord;
  gateway = openGateway({
    token,
    intents: 1,
    address: await readGatewayAddress(new LastingRest({ apiUrl: discord.apiUrl, token })),
    hooks: HOOKS,
    ...options,
  });
  await vi.waitFor(() => expect(told).toContain('ready'));
}

beforeEach(async () => {
  told = [];
  discord = await startDiscord();
});
afterEach(async () => {
  await Promise.race([gateway.close(), new Promise((resolve) => setTimeout(resolve, 500))]);
  await discord.stop();
});

describe('a connection to the gateway', () => {
  it('that is cut while it was given up before it was there ends nothing but itself', async () => {
    const stalling = createServer((socket) => setTimeout(() => socket.resetAndDestroy(), 300));
    await new Promise<void>((resolve) => stalling.listen(0, '127.0.0.1', resolve));
    const { token, apiUrl } = discord;
    const address = await readGatewayAddress(new LastingRest({ apiUrl, token }));
    const url = `ws://127.0.0.1:${(stalling.address() as AddressInfo).port}`;
    const hooks = { ...HOOKS, onTrouble: (reason: string) => told.push(reason) };
    const information = { ...address.information, url };
    gateway = openGateway({
      token,
      intents: 1,
      address: { ...address, url, information } as never,
      hooks,
      helloMs: 100,
    });
    // What nobody listens to on a socket ends the process, and here the test.
    await new Promise((resolve) => setTimeout(resolve, 800));
    expect(gateway.isConnected()).toBe(false);
    stalling.close();
  });

  it('that is dead without a goodbye is noticed soon, and resumed when Discord is there again', async () => {
    await open({ silenceMs: 300 });
    discord.keepSilentOn('everything');
    await vi.waitFor(() => expect(told[1]).toMatch(/^lost: nothing was heard for \d+ s$/), { timeout: 2_000 });
    expect(gateway.isConnected()).toBe(false);
    discord.keepSilentOn(null);
    await vi.waitFor(() => expect(told.at(-1)).toBe('resumed'), { timeout: 25_000, interval: 100 });
    expect(discord.identifies).toHaveLength(1);
  }, 30_000);

  it('comes back to its session though nobody said hello for a while', async () => {
    await open({ silenceMs: 300, helloMs: 300 });
    discord.keepSilentOn('everything');
    await vi.waitFor(() => expect(told).toContain('trouble: Discord did not let the bot in'), { timeout: 10_000 });
    discord.keepSilentOn(null);
    await vi.waitFor(() => expect(told.at(-1)).toBe('resumed'), { timeout: 15_000, interval: 100 });
    expect(discord.identifies).toHaveLength(1);
  }, 30_000);

  it('that merely has nothing to say stays', async () => {
    await open({ silenceMs: 60 });
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(told).toEqual(['ready']);
    expect(discord.heartbeats()).toBeGreaterThan(3);
  });

  it('tells when Discord moves it', async () => {
    await open();
    discord.requestReconnect();
    await vi.waitFor(() => expect(told).toEqual(['ready', 'lost: Discord asked to connect anew', 'resumed']), {
      timeout: 3_000,
    });
  });

  it('tries nothing any more once it is closed, though it was just lost', async () => {
    await open();
    discord.dropSocket();
    await vi.waitFor(() => expect(told[1]).toBe('lost: the network dropped it'));
    await gateway.close();
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    expect(discord.connected()).toBe(0);
    expect(discord.resumes).toEqual([]);
  });

  it('whose beginning cannot be read is begun anew', async () => {
    const onReady = () => {
      if (told.push('ready') === 1) throw new TypeError('no user');
    };
    const hooks = { onEvent() {}, onReady, onResumed() {}, onLost() {}, onRefused() {} };
    await open({ hooks: { ...hooks, onTrouble: (reason) => told.push(reason) } });
    await vi.waitFor(() => expect(told).toEqual(['ready', 'what it says at the beginning cannot be read', 'ready']), {
      timeout: 12_000,
    });
    expect(gateway.isConnected()).toBe(true);
  }, 15_000);
});
