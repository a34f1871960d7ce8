import { describe, expect, it } from 'vitest';
import { DiscordError } from '../../src/discord/errors.js';
import { insist } from '../../src/discord/insist.js';

const address = 'https://discord.example/api';

describe('insisting', () => {
  it('tries again what failed, and tells of it', async () => {
    const told: string[] = [];
    let tries = 0;
    const work = async () => {
      if (tries++ === 0) throw Object.assign(new Error('no'), { code: 'ECONNREFUSED' });
      return 'there';
    };
    const { signal } = new AbortController();
    expect(await insist(work, { address, signal, onTrouble: ({ message }) => told.push(message) })).toBe('there');
    expect(told).toEqual([expect.stringContaining('ECONNREFUSED')]);
  });

  it('gives up at once where only the owner can help', async () => {
    const error = new DiscordError('mend it', { isForOwner: true });
    const { signal } = new AbortController();
    const trying = insist(() => Promise.reject(error), { address, signal, onTrouble: () => {} });
    await expect(trying).rejects.toBe(error);
  });

  it('ends at once with its signal, however long the wait would be', async () => {
    const stop = new AbortController();
    const limited = Object.assign(new Error(''), { retryAfter: 3_600_000 });
    const onTrouble = () => setTimeout(() => stop.abort(), 10);
    const started = performance.now();
    const trying = insist(() => Promise.reject(limited), { address, signal: stop.signal, onTrouble });
    await expect(trying).rejects.toThrow(/abort/i);
    expect(performance.now() - started).toBeLessThan(900);
  });
});
