import { beforeAll, describe, expect, it } from 'vitest';
import { drawFailures } from '../../bench/evalReport.js';
import { type Outcome, type Shares, sharesOf, tallyOutcomes } from '../../src/evaluation/evaluate.js';
import floor from './floor.json' with { type: 'json' };
import { askSeeds, readSeed, readSeedQuestions, TIME_LIMIT_MS } from './seedQuestions.js';

const questions = readSeedQuestions('casual.jsonl');

describe('answers to questions as people type them, about the four articles', () => {
  let outcomes: Outcome[];
  let shares: Shares;
  beforeAll(async () => {
    outcomes = await askSeeds(questions);
    shares = sharesOf(tallyOutcomes(outcomes));
  }, TIME_LIMIT_MS);

  it('can be checked: every gold text stands word for word in its article', () => {
    for (const { id, answerable, gold } of questions) {
      expect(gold.length > 0, id).toBe(answerable);
      for (const { doc, text } of gold) expect(readSeed(doc ?? ''), id).toContain(text);
    }
  });

  it('have the right line first, and among the first three, as often as before', () => {
    expect(shares.top1, drawFailures(outcomes)).toBeGreaterThanOrEqual(floor.casual.top1);
    expect(shares.top3, drawFailures(outcomes)).toBeGreaterThanOrEqual(floor.casual.top3);
  });

  it('are refused wrongly no more often, and rightly as often, as before', () => {
    expect(shares.wronglyRefused, drawFailures(outcomes)).toBeLessThanOrEqual(floor.casual.wronglyRefused);
    expect(shares.abstained, drawFailures(outcomes)).toBeGreaterThanOrEqual(floor.casual.abstained);
  });
});
