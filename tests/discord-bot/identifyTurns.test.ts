import { describe, expect, it } from 'vitest';
import { IdentifyTurns } from '../../src/discord/identifyTurns.js';

describe('turns to identify', () => {
  it('come one after another, with Discord’s five seconds between', () => {
    const turns = new IdentifyTurns(1, () => 0);
    expect([0, 1, 2].map((shard) => turns.take(shard))).toEqual([0, 5_500, 11_000]);
  });

  it('come for as many at once as Discord allows', () => {
    const turns = new IdentifyTurns(2, () => 0);
    expect([0, 1, 2, 3].map((shard) => turns.take(shard))).toEqual([0, 0, 5_500, 5_500]);
  });

  it('come at once where nobody had one for a while', () => {
    let now = 0;
    const turns = new IdentifyTurns(1, () => now);
    turns.take(0);
    now = 6_000;
    expect(turns.take(0)).toBe(0);
  });
});
