import { describe, expect, it } from 'vitest';
import { IdentifyBudget } from '../../src/discord/identifyBudget.js';

const HOUR_MS = 3_600_000;

/** How many IDENTIFYs are sent in an hour that begins now, each as soon as it may be. */
function identifiesInAnHour(
  each: (budget: IdentifyBudget) => void,
  budgetOf = (now: () => number) => new IdentifyBudget(now),
) {
  let time = 0;
  const budget = budgetOf(() => time);
  let sent = 0;
  for (time += budget.wait(); time < HOUR_MS; time += budget.wait()) {
    budget.spend();
    each(budget);
    sent += 1;
  }
  return sent;
}

describe('the IDENTIFYs', () => {
  it('are about twenty in an hour in which none leads to a session', () => {
    expect(identifiesInAnHour(() => {})).toBeLessThanOrEqual(21);
  });

  it('are no more where each session is lost at once', () => {
    expect(identifiesInAnHour((budget) => budget.ready())).toBeLessThanOrEqual(21);
  });

  it('are sent after five seconds again when a session lasted', () => {
    let time = 0;
    const budget = new IdentifyBudget(() => time);
    for (let i = 0; i < 10; i++) budget.spend();
    expect(budget.wait()).toBe(240_000);
    budget.ready();
    time += 120_000;
    expect(budget.wait()).toBe(0);
    budget.spend();
    expect(budget.wait()).toBe(5_500);
  });

  it('wait until Discord has more of them', () => {
    const budget = new IdentifyBudget(() => 0);
    budget.limitedTo({ remaining: 0, reset_after: 7_200_000 });
    expect(budget.wait()).toBe(7_200_000);
  });
});
