import { describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config.js';
import { problemsOf } from '../configProblems.js';

const ADDRESS = 'postgres://reader:hush%40hush@db.example.org:5433/news';

describe('the address of a corpus', () => {
  it('may be that of a database, and of a copy that is read instead', () => {
    const { corpus, replica } = readConfig({ CORPUS: ADDRESS, CORPUS_REPLICA: ADDRESS.replace('db', 'copy') });
    expect(corpus).toBe(ADDRESS);
    expect(replica).toBe(ADDRESS.replace('db', 'copy'));
    expect(readConfig({ CORPUS: ADDRESS.replace('postgres', 'postgresql') }).replica).toBeNull();
  });

  it.each([
    'postgres://reader:hush@db',
    'postgres:reader:hush@db/news',
    'postgres://reader:hush@[::/news',
    'POSTGRES://hush',
  ])('is no folder when it is broken: %s, and what is said of it repeats no password', (address) => {
    const problems = problemsOf({ CORPUS: address });
    expect(problems).toHaveLength(1);
    expect(problems.join()).not.toContain('hush');
  });

  it('of a copy says nothing of a folder', () => {
    expect(problemsOf({ CORPUS: 'articles', CORPUS_REPLICA: ADDRESS })).toEqual([
      'CORPUS_REPLICA does nothing unless CORPUS is the address of a database: set that too, or leave it out.',
    ]);
  });
});
