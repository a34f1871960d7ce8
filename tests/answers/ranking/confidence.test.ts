import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { confidenceOf, readConfidenceSignals } from '../../../src/answers/ranking/confidence.js';
import type { ConfidenceSignals } from '../../../src/answers/ranking/signals.js';
import { READ_CONFIDENCE, UNREAD_CONFIDENCE } from '../../../src/answers/ranking/weights.js';
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

/** What most of these articles are about is the ferry Aurora; of a cat there is one line. */
const FERRY = [
  'The ferry Aurora left Bergen with a striped cat on the upper deck.',
  'The ferry Aurora sank near the lighthouse.',
  'The ferry Aurora was raised by a crane.',
  'A pilot of the ferry Aurora spoke to the council.',
];

describe('how sure an answer is', () => {
  it('is as much for “when” as for “did” on a line that has the day', () => {
    const line = 'Early on Monday the ferry Aurora left Bergen.';
    const open = judge('Did the ferry Aurora leave Bergen?', line);
    expect(judge('When did the ferry Aurora leave Bergen?', line)).toEqual(open);
  });

  it('is less for a count on a line that has none, and that is said', () => {
    const line = 'Early on Monday the ferry Aurora left Bergen.';
    const open = judge('Did the ferry Aurora leave Bergen?', line);
    const count = judge('How many ferries left Bergen?', line);
    expect(open.signals).toMatchObject({ failed: 0, quantity: 0 });
    expect(count.signals).toMatchObject({ failed: 1, quantity: 1 });
    expect(count.confidence).toBeLessThan(open.confidence / 2);
  });

  it('is told a question for a reason', () => {
    const reasons = ['Why', 'When'].map(
      (asks) => judge(`${asks} did the ferry Aurora sink?`, ...FERRY).signals?.reason,
    );
    expect(reasons).toEqual([1, 0]);
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

  it('is less the more of the question no article has a word for', () => {
    const asked = ['Did the ferry Aurora sink?', 'Did the ferry Aurora yodel?', 'Did zebras yodel in Xanadu?'];
    const judged = asked.map((question) => judge(question, ...FERRY));
    const unknown = judged.map(({ signals }) => signals?.unknown ?? 1);
    expect(unknown[0]).toBe(0);
    expect(unknown).toEqual(unknown.toSorted((a, b) => a - b));
    expect(new Set(unknown).size).toBe(asked.length);
    const confidences = judged.map(({ confidence }) => confidence);
    expect(confidences).toEqual(confidences.toSorted((a, b) => b - a));
  });

  it('is too little to answer “why is the sky blue” from a reason that somebody gave Sky News', () => {
    const text = 'Speaking to Sky News, he said that they left because of the rain. The talks went on.';
    const { confidence, signals } = judge('why is the sky blue', text);
    expect(signals).toMatchObject({ evidence: 1, expectation: 1 });
    expect(confidence).toBeLessThan(DEFAULT_MIN_CONFIDENCE);
  });
});

describe('a question about something else', () => {
  const signals = (question: string, articles: readonly string[] = FERRY) =>
    judge(question, ...articles).signals ?? expect.fail('no line was found');

  it('is off the topic: none of its words is in many of the articles', () => {
    expect(signals('did the ferry Aurora sink').offTopic).toBe(0);
    expect(signals('what do striped zebras eat for breakfast').offTopic).toBeGreaterThan(0.3);
  });

  it('lacks its words in the best line', () => {
    expect(signals('did the ferry Aurora sink').unworded).toBe(0);
    expect(signals('what do striped zebras eat for breakfast').unworded).toBeGreaterThan(0.3);
  });

  it('is elsewhere only when it is off the topic and lacks its words both', () => {
    const { offTopic, unworded, elsewhere } = signals('what do striped zebras eat for breakfast');
    expect(elsewhere).toBeCloseTo(offTopic * unworded);
    expect(signals('did the ferry Aurora sink').elsewhere).toBe(0);
  });

  it('is personal when it is about who asks, and a question on the topic is not, though it says “you”', () => {
    const off = signals('what do my striped zebras eat for breakfast');
    expect(off.personal).toBeCloseTo(off.offTopic);
    expect(signals('what do the striped zebras eat for breakfast').personal).toBe(0);
    expect(signals('can you say whether the ferry Aurora sank').personal).toBe(0);
  });
});

describe.each([
  ['read', READ_CONFIDENCE],
  ['unread', UNREAD_CONFIDENCE],
])('the probability of a line that is %s', (_, confidence) => {
  const { weights } = confidence;
  const names = Object.keys(weights) as (keyof ConfidenceSignals)[];
  const signalsOf = (values: readonly number[]) =>
    Object.fromEntries(names.map((name, i) => [name, values[i] ?? 0])) as unknown as ConfidenceSignals;
  const values = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), {
    minLength: names.length,
    maxLength: names.length,
  });

  it('has a weight for every signal, and none for another', () => {
    expect(names.toSorted()).toEqual(Object.keys(judge('did the ferry sink', ...FERRY).signals ?? {}).toSorted());
  });

  it('lies between 0 and 1 whatever the signals, and moves with each the way its weight says', () => {
    fc.assert(
      fc.property(values, fc.nat({ max: names.length - 1 }), (all, which) => {
        const [without, held] = [0, 1].map((value) =>
          confidenceOf(signalsOf(all.with?.(which, value) ?? all), confidence),
        );
        expect(without).toBeGreaterThan(0);
        expect(held).toBeLessThan(1);
        const weight = weights[names[which] as keyof ConfidenceSignals];
        expect(Math.sign((held ?? 0) - (without ?? 0))).toBe(Math.sign(weight));
      }),
    );
  });

  it('grows with what is held, and falls with what is unknown, missing, failed or elsewhere', () => {
    for (const name of ['unknown', 'missingName', 'failed', 'personal'] as const)
      expect(weights[name], name).toBeLessThan(0);
    expect(weights.coverage + weights.mass).toBeGreaterThan(0);
  });
});
