import { describe, expect, it } from 'vitest';
import { answerOrRefuse } from '../../src/answers/refusal.js';
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
