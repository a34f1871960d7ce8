import { describe, expect, it } from 'vitest';
import { accessGuard } from '../../src/discord/accessGuard.js';
import type { Asker } from '../../src/discord/asker.js';
import type { AccessSettings } from '../../src/settings/access.js';

const OPEN: AccessSettings = { perUser: 0, perServer: 0, channels: [], privateAnswers: false };
const ADA: Asker = { user: '1', server: '10', channels: ['100'], managerOf: null, pressKey: null };
const MAYA: Asker = { ...ADA, user: '2' };

/** A guard whose clock stands until it is turned. */
function guardWith(settings: Partial<AccessSettings>) {
  let now = 0;
  const refusalOf = accessGuard({ ...OPEN, ...settings }, () => now);
  return {
    pass: (seconds: number) => {
      now += seconds * 1_000;
    },
    refusalOf,
    sentenceFor: (asker: Asker) => refusalOf(asker)?.drawn.embeds[0]?.description ?? null,
  };
}

describe('the limit of one person', () => {
  it('lets so many through at once and says to the next when to go on', () => {
    const guard = guardWith({ perUser: 3 });
    expect([1, 2, 3].map(() => guard.sentenceFor(ADA))).toEqual([null, null, null]);
    expect(guard.sentenceFor(ADA)).toBe('You have asked a lot just now. Please go on in 20 seconds.');
    guard.pass(20);
    expect(guard.sentenceFor(ADA)).toBeNull();
    expect(guard.refusalOf(ADA)?.why).toBe('often');
  });

  it('is nobody else’s', () => {
    const guard = guardWith({ perUser: 1 });
    guard.sentenceFor(ADA);
    expect(guard.sentenceFor(ADA)).not.toBeNull();
    expect(guard.sentenceFor(MAYA)).toBeNull();
  });
});

describe('the limit of a server', () => {
  it('counts all its people together, and nothing in direct messages', () => {
    const guard = guardWith({ perServer: 2 });
    expect([guard.sentenceFor(ADA), guard.sentenceFor(MAYA)]).toEqual([null, null]);
    expect(guard.sentenceFor({ ...ADA, user: '3' })).toContain('on this server');
    expect(guard.sentenceFor({ ...ADA, server: null })).toBeNull();
    expect(guard.sentenceFor({ ...ADA, server: '11' })).toBeNull();
  });

  it('does not count what a person asked beyond their own', () => {
    const guard = guardWith({ perUser: 1, perServer: 2 });
    for (let i = 0; i < 10; i++) guard.sentenceFor(ADA);
    expect(guard.sentenceFor(MAYA)).toBeNull();
  });
});

it('has no limit where none is set', () => {
  const guard = guardWith({});
  for (let i = 0; i < 1_000; i++) expect(guard.refusalOf(ADA)).toBeNull();
});

describe('allowed channels', () => {
  it('name where it answers, and refuse elsewhere without counting that', () => {
    const guard = guardWith({ perUser: 1, channels: ['100', '200'] });
    expect(guard.sentenceFor({ ...ADA, channels: ['300'] })).toBe(
      'I do not answer here. Please ask in <#100> or <#200>.',
    );
    expect(guard.refusalOf({ ...ADA, server: null, channels: ['400'] })?.why).toBe('elsewhere');
    expect(guard.sentenceFor(ADA)).toBeNull();
  });

  it('have their threads with them', () => {
    expect(guardWith({ channels: ['200'] }).refusalOf({ ...ADA, channels: ['999', '200'] })).toBeNull();
  });
});
