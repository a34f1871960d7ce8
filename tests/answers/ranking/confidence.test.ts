import { describe, expect, it } from 'vitest';
import { readConfidenceSignals } from '../../../src/answers/ranking/confidence.js';
import type { ConfidenceSignals } from '../../../src/answers/ranking/signals.js';
import { DEFAULT_MIN_CONFIDENCE } from '../../../src/answers/refusal.js';
import { Responder } from '../../../src/answers/responder.js';
import { articleOf } from '../articles.js';

/** How sure the answer from these articles is, and by which signals. */
function judge(
  question: string,
  ...texts: readonly string[]
): { confidence: number; signals: ConfidenceSignals | undefined } {
  const articles = texts.map((text, i) => articleOf({ id: `article${i}`, text }));
  const { ranked, runs, reading, confidence } = new Responder(articles, 0).find(question, 1);
  const [[best], [run]] = [ranked, runs];
  return { confidence, signals: best && run && readConfidenceSignals(best, run, reading) };
}

describe('how sure an answer is', () => {
  it('is less for a question of fact than for an open one on the same evidence', () => {
    const line = 'Early on Monday the ferry Aurora left Bergen.';
    const open = judge('Did the ferry Aurora leave Bergen?', line);
    const fact = judge('When did the ferry Aurora leave Bergen?', line);
    expect(fact.signals).toEqual({ ...open.signals, factoid: 1 });
    expect(fact.confidence).toBeLessThan(open.confidence);
  });

  it('is less when neither the excerpt nor its article has a name that is asked about', () => {
    const question = 'Did Olsen see the ferry Aurora leave Bergen?';
    const ferryWith = (name: string): string =>
      `Early on Monday the ferry Aurora left Bergen. It rained. It was late. The mayor, ${name}, slept.`;
    const fairWith = (name: string): string => `The fair drew a crowd. The baker, ${name}, sold bread.`;
    const named = judge(question, ferryWith('Olsen'), fairWith('Marsh'));
    const missing = judge(question, ferryWith('Marsh'), fairWith('Olsen'));
    expect([named.signals?.missingName, missing.signals?.missingName]).toEqual([0, 1]);
    expect(missing.confidence).toBeLessThan(named.confidence);
  });

  it('is too little to answer “why is the sky blue” from a reason that somebody gave Sky News', () => {
    const text = 'Speaking to Sky News, he said that they left because of the rain. The talks went on.';
    const { confidence, signals } = judge('why is the sky blue', text);
    expect(signals).toMatchObject({ evidence: 1, expectation: 1 });
    expect(confidence).toBeLessThan(DEFAULT_MIN_CONFIDENCE);
  });
});
