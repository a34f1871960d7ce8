import { describe, expect, it } from 'vitest';
import { answerOrRefuse, DEFAULT_MIN_CONFIDENCE } from '../../src/answers/refusal.js';
import { Responder } from '../../src/answers/responder.js';
import { articleOf } from './articles.js';

const QUESTION = 'Who mended the clock on 3 May?';
const articles = [
  'The clock stopped.',
  'A clock was sold to Marsh.',
  'Clocks ticked.',
  'Some clock fell.',
  'No clock rang.',
].map((text, i) => articleOf({ id: `${i}`, text }));

/** Five excerpts, found with so much confidence. */
const found = (confidence: number) => ({ ...new Responder(articles, 0).find(QUESTION, 5), confidence });

describe('what was found', () => {
  it('is an answer from the least confidence on', () => {
    const findings = found(0.4);
    for (const least of [0, 0.3, 0.4]) {
      expect(answerOrRefuse(QUESTION, findings, least)).toMatchObject({
        status: 'answered',
        excerpts: findings.excerpts,
        closest: [],
      });
    }
  });

  it('is unsure below 0.35, however little is asked for, and has its lines all the same', () => {
    for (const least of [0, 0.2, 0.34]) {
      const findings = found(0.34);
      expect(answerOrRefuse(QUESTION, findings, least)).toMatchObject({
        status: 'unsure',
        excerpts: findings.excerpts,
        closest: [],
      });
    }
    expect(answerOrRefuse(QUESTION, found(0.35), DEFAULT_MIN_CONFIDENCE).status).toBe('answered');
  });

  it('is refused below 0.2 unless told', () => {
    const statusAt = (confidence: number) => answerOrRefuse(QUESTION, found(confidence), DEFAULT_MIN_CONFIDENCE).status;
    expect([statusAt(0.19), statusAt(0.2)]).toEqual(['not-found', 'unsure']);
  });

  it('is refused below it, with the first few lines as what comes closest', () => {
    const findings = found(0.4);
    expect(findings.excerpts).toHaveLength(5);
    expect(answerOrRefuse(QUESTION, findings, 0.41)).toMatchObject({
      status: 'not-found',
      excerpts: [],
      closest: findings.excerpts.slice(0, 3),
    });
  });

  it('is no answer when it is nothing, however sure', () => {
    const nothing = { ...found(1), excerpts: [] };
    expect(answerOrRefuse(QUESTION, nothing, 0)).toMatchObject({ status: 'not-found', excerpts: [], closest: [] });
  });

  it('comes with the question, how sure it is and the filters that were said in words, either way', () => {
    const said = { after: '2023-10-18', before: '2023-10-18' };
    const findings = { ...found(0.4), question: { ...found(0.4).question, filter: said } };
    for (const least of [0, 1]) {
      expect(answerOrRefuse(QUESTION, findings, least)).toMatchObject({
        question: QUESTION,
        confidence: 0.4,
        filters: said,
      });
    }
  });
});

describe('what is missing', () => {
  const TEXT = 'The clock of the town hall stopped on Monday. A baker sold bread.';
  /** Filler, so that words are rare enough to be told. */
  const others = Array.from({ length: 12 }, (_, i) => articleOf({ id: `filler${i}`, text: `It rained on day ${i}.` }));
  const missing = (question: string): readonly string[] =>
    new Responder([articleOf({ id: 'clock', text: TEXT }), ...others], 0).answer(question, { limit: 1 }).missing;

  it('is what the best line has in no form, in the question’s own words', () => {
    expect(missing('did the clock of the town hall stop at the jeweller’s')).toEqual([
      expect.stringMatching(/^jeweller/),
    ]);
  });

  it('is nothing when the line has it all', () => {
    expect(missing('did the clocks of the town hall stop')).toEqual([]);
  });

  it('is three words at most, and never a day', () => {
    const words = missing('did the clock of the town hall amuse, annoy, delight or frighten jewellers on 3 May 2020');
    expect(words).toHaveLength(3);
    expect(words.join()).not.toMatch(/\d/);
  });

  it('is told of nothing at all when no line was found', () => {
    expect(new Responder([], 0).answer('who mended the clock').missing).toEqual([]);
  });
});
