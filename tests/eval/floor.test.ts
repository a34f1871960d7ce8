import { beforeAll, describe, expect, it } from 'vitest';
import { drawFailures } from '../../bench/evalReport.js';
import { type Outcome, type Shares, scoresByKind, sharesOf, tallyOutcomes } from '../../src/evaluation/evaluate.js';
import floor from './floor.json' with { type: 'json' };
import { askSeeds, readSeedQuestions, TIME_LIMIT_MS } from './seedQuestions.js';

const questions = readSeedQuestions('event.jsonl');

describe('answers about the four articles', () => {
  let outcomes: Outcome[];
  let shares: Shares;
  beforeAll(async () => {
    outcomes = await askSeeds(questions);
    shares = sharesOf(tallyOutcomes(outcomes));
  }, TIME_LIMIT_MS);

  it('have the right line first as often as before', () => {
    expect(shares.top1, drawFailures(outcomes)).toBeGreaterThanOrEqual(floor.top1);
  });

  it('have the right line among the first three as often as before', () => {
    expect(shares.top3).toBeGreaterThanOrEqual(floor.top3);
  });

  it('are refused wrongly no more often than before', () => {
    expect(shares.wronglyRefused).toBeLessThanOrEqual(floor.wronglyRefused);
  });

  it('are refused rightly as often as before', () => {
    expect(shares.abstained).toBeGreaterThanOrEqual(floor.abstained);
  });

  it('to paraphrased questions have the right line first as often as before', () => {
    const paraphrased = scoresByKind(outcomes).get('paraphrase');
    expect(paraphrased && sharesOf(paraphrased).top1).toBeGreaterThanOrEqual(floor.paraphraseTop1);
  });
});
