import { describe, expect, it } from 'vitest';
import { isDatabaseAddress, placeOf, shownCorpus } from '../../../src/search/postgres/address.js';

describe('the address of a database', () => {
  it('is told from a folder', () => {
    expect(['postgres://h/news', 'postgresql://u:p@h/news', 'POSTGRES://h/news'].every(isDatabaseAddress)).toBe(true);
    expect(['articles', './postgres', 'postgres.jsonl', 'http://h/news'].some(isDatabaseAddress)).toBe(false);
  });

  it('is shown without user and password', () => {
    expect(placeOf('postgres://reader:hush@db.example.org:5433/news?sslmode=require')).toBe('db.example.org:5433/news');
    expect(shownCorpus('postgres://reader:hush@db/news')).toBe('PostgreSQL at db/news');
    expect(shownCorpus('articles')).toBe('articles');
  });

  it('that reaches a server by a socket is shown by its folder', () => {
    expect(placeOf('postgres:///news?host=/run/postgresql&password=hush')).toBe('/run/postgresql/news');
  });

  it('that cannot be read is not repeated', () => {
    expect(placeOf('postgres://reader:hush@[::/news')).not.toContain('hush');
  });
});
