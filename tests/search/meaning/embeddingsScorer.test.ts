import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EmbeddingsScorer } from '../../../src/search/meaning/embeddingsScorer.js';
import { type EmbeddingsServer, startEmbeddingsServer, wellBehaved } from './embeddingsServer.js';

let server: EmbeddingsServer;
beforeEach(async () => {
  server = await startEmbeddingsServer();
  server.behave = wellBehaved;
});
afterEach(() => server.close());

describe('scoring by an embeddings endpoint', () => {
  it('gives each candidate its likeness to the question, in order', async () => {
    const scorer = new EmbeddingsScorer({ url: server.url, model: 'letters', key: null });
    const [xyz = 0, tea = 0] = await scorer.score('eat', ['xyz', 'tea']);
    expect(tea).toBeCloseTo(1);
    expect(xyz).toBe(0);
  });

  it('is called by its model and host, for a log', () => {
    expect(new EmbeddingsScorer({ url: server.url, model: 'letters', key: null }).name).toMatch(
      /^letters at 127\.0\.0\.1/,
    );
  });
});
