import { describe, expect, it } from 'vitest';
import { LruCache } from '../../src/search/lruCache.js';

function cacheOf(limit: number, ...keys: string[]): LruCache<string> {
  const cache = new LruCache<string>(limit);
  for (const key of keys) cache.set(key, key.toUpperCase());
  return cache;
}

describe('what is remembered', () => {
  it('is what was last set for a key', () => {
    const cache = cacheOf(2, 'a');
    cache.set('a', 'again');
    expect([cache.get('a'), cache.get('b')]).toEqual(['again', undefined]);
  });

  it('is no more than the limit: the oldest goes first', () => {
    const cache = cacheOf(2, 'a', 'b', 'c');
    expect(['a', 'b', 'c'].map((key) => cache.get(key))).toEqual([undefined, 'B', 'C']);
  });

  it('stays for being asked for', () => {
    const cache = cacheOf(2, 'a', 'b');
    cache.get('a');
    cache.set('c', 'C');
    expect(['a', 'b', 'c'].map((key) => cache.get(key))).toEqual(['A', undefined, 'C']);
  });

  it('is not put out by asking for what is not there', () => {
    const cache = cacheOf(2, 'a', 'b');
    cache.get('x');
    cache.set('b', 'B');
    expect(['a', 'b'].map((key) => cache.get(key))).toEqual(['A', 'B']);
  });

  it('stays for being set anew, which takes no second place', () => {
    const cache = cacheOf(2, 'a', 'b', 'a', 'c');
    expect(['a', 'b', 'c'].map((key) => cache.get(key))).toEqual(['A', undefined, 'C']);
  });

  it('is nothing once it is cleared', () => {
    const cache = cacheOf(2, 'a');
    cache.clear();
    expect(cache.get('a')).toBeUndefined();
  });
});
