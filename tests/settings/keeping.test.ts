import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from '../../src/config.js';

const keepingOf = (set: Record<string, string>) => readConfig(set).keeping;

describe('who may change the articles', () => {
  it('are the managers of the servers that are named, else of the one that has the commands, else of any', () => {
    expect(keepingOf({ CORPUS_SERVERS: ' 12  345 ', DISCORD_GUILD_ID: '6' }).servers).toEqual(['12', '345']);
    expect(keepingOf({ DISCORD_GUILD_ID: '6' }).servers).toEqual(['6']);
    expect(keepingOf({}).servers).toBeNull();
  });

  it('are told by ids alone', () => {
    expect(() => keepingOf({ CORPUS_SERVERS: 'my server' })).toThrow(ConfigError);
    expect(() => keepingOf({ CORPUS_SERVERS: '12, 345' })).toThrow(/CORPUS_SERVERS must be server ids/);
  });
});

describe('feeds', () => {
  it('need the owner’s leave to fetch', () => {
    expect(() => keepingOf({ FEEDS: 'https://a.example/rss' })).toThrow(/only with ALLOW_FETCH=true/);
    expect(keepingOf({ FEEDS: 'https://a.example/rss', ALLOW_FETCH: 'true' })).toMatchObject({ feedsEveryMinutes: 15 });
  });

  it('are web addresses, asked every five minutes at most', () => {
    expect(() => keepingOf({ FEEDS: 'a.example', ALLOW_FETCH: 'true' })).toThrow(/^FEEDS must be web addresses/);
    const feeds = { FEEDS: 'https://a.example/rss', ALLOW_FETCH: 'true' };
    expect(() => keepingOf({ ...feeds, FEEDS_EVERY: '1' })).toThrow(/FEEDS_EVERY must be a whole number/);
    expect(() => keepingOf({ FEEDS_EVERY: '60' })).toThrow(/does nothing without FEEDS/);
  });
});
