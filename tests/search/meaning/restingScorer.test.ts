import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CandidateScorer } from '../../../src/search/meaning/candidateScorer.js';
import { EmbeddingsScorer } from '../../../src/search/meaning/embeddingsScorer.js';
import { RestingScorer } from '../../../src/search/meaning/restingScorer.js';
import { type EmbeddingsServer, startEmbeddingsServer, wellBehaved } from './embeddingsServer.js';

function recorder() {
  const lines: string[] = [];
  return { lines, warn: (line: string) => lines.push(line), info: (line: string) => lines.push(line) };
}

describe('a scorer that may fail', () => {
  let asked = 0;
  let broken = false;
  let now = 0;
  const inner: CandidateScorer = {
    name: 'inner',
    score: async (_question, candidates) => {
      asked++;
      if (broken) throw new Error('down');
      return candidates.map(() => 1);
    },
  };
  beforeEach(() => {
    [asked, broken, now] = [0, false, 0];
  });

  it('has its say while it works', async () => {
    const { lines, ...log } = recorder();
    expect(await new RestingScorer(inner, log).score('q', ['a'])).toEqual([1]);
    expect(lines).toEqual([]);
  });

  it('has none after a failure, and is left alone for a while', async () => {
    broken = true;
    const scorer = new RestingScorer(inner, recorder(), () => now);
    for (let i = 0; i < 3; i++) expect(await scorer.score('q', ['a'])).toBeNull();
    expect(asked).toBe(1);
  });

  it('says once that it fails and once that it works again', async () => {
    const { lines, ...log } = recorder();
    const scorer = new RestingScorer(inner, log, () => now);
    broken = true;
    for (; now < 100_000; now += 10_000) await scorer.score('q', ['a']);
    expect(asked).toBeGreaterThan(2);
    expect(lines).toEqual(['The built-in ranking stands in until this is over: inner: down']);
    broken = false;
    now += 60_000;
    expect(await scorer.score('q', ['a'])).toEqual([1]);
    expect(lines).toHaveLength(2);
    expect(lines[1]).toBe('inner works again.');
  });
});

describe('the scorer an owner gets', () => {
  let server: EmbeddingsServer;
  beforeEach(async () => {
    server = await startEmbeddingsServer();
  });
  afterEach(() => server.close());

  it('is the endpoint, and no say at all when that fails, with no key in the log', async () => {
    const { lines, ...log } = recorder();
    const endpoint = new EmbeddingsScorer({ url: server.url, model: 'letters', key: 'sk-very-secret' });
    const scorer = new RestingScorer(endpoint, log);
    server.behave = wellBehaved;
    expect(await scorer.score('Who landed?', ['The bomber landed.'])).toHaveLength(1);
    server.behave = (request, response) => response.writeHead(401).end(`bad key ${request.authorization}`);
    expect(await scorer.score('Who left?', ['The jet landed.', 'It left.'])).toBeNull();
    expect(lines).toHaveLength(1);
    expect(lines.join()).toContain('answered 401');
    expect(lines.join()).not.toContain('sk-very-secret');
  });
});
