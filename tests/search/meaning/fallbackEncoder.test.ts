import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Encoder } from '../../../src/search/meaning/encoder.js';
import { FallbackEncoder } from '../../../src/search/meaning/fallbackEncoder.js';
import { openEncoder } from '../../../src/search/meaning/openEncoder.js';
import { type EmbeddingsServer, startEmbeddingsServer, wellBehaved } from './embeddingsServer.js';

function recorder() {
  const lines: string[] = [];
  return { lines, warn: (line: string) => lines.push(line), info: (line: string) => lines.push(line) };
}

describe('an encoder with another behind it', () => {
  let asked = 0;
  let broken = false;
  let now = 0;
  const first: Encoder = {
    name: 'first',
    encode: async (texts) => {
      asked++;
      if (broken) throw new Error('down');
      return texts.map(() => Float32Array.of(1));
    },
  };
  const second: Encoder = { name: 'second', encode: async (texts) => texts.map(() => Float32Array.of(0, 1)) };
  beforeEach(() => {
    [asked, broken, now] = [0, false, 0];
  });

  it('answers by the first while it works', async () => {
    const { lines, ...log } = recorder();
    expect(await new FallbackEncoder(first, second, log).encode(['a'])).toEqual([Float32Array.of(1)]);
    expect(lines).toEqual([]);
  });

  it('answers whole calls by the second after that, and leaves the first alone for a while', async () => {
    broken = true;
    const encoder = new FallbackEncoder(first, second, recorder(), () => now);
    for (let i = 0; i < 3; i++) expect(await encoder.encode(['a'])).toEqual([Float32Array.of(0, 1)]);
    expect(asked).toBe(1);
  });

  it('says once that it fails and once that it works again', async () => {
    const { lines, ...log } = recorder();
    const encoder = new FallbackEncoder(first, second, log, () => now);
    broken = true;
    for (; now < 100_000; now += 10_000) await encoder.encode(['a']);
    expect(asked).toBeGreaterThan(2);
    expect(lines).toEqual(["Embeddings don't work, so second stands in: down"]);
    broken = false;
    now += 60_000;
    expect(await encoder.encode(['a'])).toEqual([Float32Array.of(1)]);
    expect(lines).toHaveLength(2);
    expect(lines[1]).toContain('work again');
  });
});

describe('the encoder an owner gets', () => {
  let server: EmbeddingsServer;
  beforeEach(async () => {
    server = await startEmbeddingsServer();
  });
  afterEach(() => server.close());

  it('is the endpoint, and no likeness at all when that fails, with no key in the log', async () => {
    const { lines, ...log } = recorder();
    const encoder = openEncoder({ url: server.url, model: 'letters', key: 'sk-very-secret' }, log);
    server.behave = wellBehaved;
    expect((await encoder.encode(['The bomber landed.']))[0]).toHaveLength(6);
    server.behave = (request, response) => response.writeHead(401).end(`bad key ${request.authorization}`);
    expect(await encoder.encode(['The jet landed.', 'It left.'])).toEqual([null, null]);
    expect(lines).toHaveLength(1);
    expect(lines.join()).toContain('answered 401');
    expect(lines.join()).not.toContain('sk-very-secret');
  });
});
