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
