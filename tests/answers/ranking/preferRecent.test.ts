import { describe, expect, it } from 'vitest';
import { Responder } from '../../../src/answers/responder.js';
import type { CandidateScorer } from '../../../src/search/meaning/candidateScorer.js';
import { articleOf } from '../articles.js';

const OLD = 'Governor Anna Sand resigned over the bridge.';
const NEW = 'Governor Ole Berg resigned over the tunnel.';
const corpus = new Responder([
  articleOf({ id: 'old', text: OLD, published: '2019-03-02' }),
  articleOf({ id: 'new', text: NEW, published: '2024-03-02' }),
]);

/** A reader that finds the older line somewhat better. */
const reader: CandidateScorer = {
  name: 'a test',
  calibrated: true,
  score: async (_, candidates) => candidates.map((candidate) => (candidate === OLD ? 3 : 2)),
};

const found = async (question: string) => {
  const { ranked } = await corpus.findWith({ embeddings: null, reader }, question, 2);
  return ranked.map(({ passage, score }) => ({ text: corpus.index.text(passage), score }));
};

describe('lines that were read', () => {
  it('come in the order of their days where a question asks for what is new', async () => {
    expect((await found('which governor resigned'))[0]?.text).toBe(OLD);
    expect((await found('which governor resigned this week'))[0]?.text).toBe(NEW);
  });

  it('are as sure as they were', async () => {
    const [first, second] = await found('which governor resigned this week');
    expect(second?.score).toBeGreaterThan((first?.score ?? 0) - 3);
    expect([first?.score, second?.score].every((score) => (score ?? 0) > 0)).toBe(true);
  });

  it('stay behind one that answers much better', async () => {
    const sure = {
      ...reader,
      score: async (_: string, all: readonly string[]) => all.map((c) => (c === OLD ? 9 : -3)),
    };
    const { ranked } = await corpus.findWith(
      { embeddings: null, reader: sure },
      'which governor resigned this week',
      2,
    );
    expect(corpus.index.text(ranked[0]?.passage ?? -1)).toBe(OLD);
  });
});
