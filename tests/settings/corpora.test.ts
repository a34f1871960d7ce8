import { describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config.js';
import { problemsOf } from '../configProblems.js';

describe('CORPORA', () => {
  it('names none unless it is set', () => {
    expect(readConfig({}).corpora).toBeNull();
  });

  it('takes paths with commas between them, relative ones and such with blanks too', () => {
    expect(readConfig({ CORPORA: 'events/*, /srv/old news/harbour ,bridge.jsonl' }).corpora).toEqual([
      'events/*',
      '/srv/old news/harbour',
      'bridge.jsonl',
    ]);
  });

  it('is refused beside CORPUS, as nobody can know which is meant', () => {
    expect(problemsOf({ CORPUS: 'articles', CORPORA: 'events/*' })).toEqual([
      'CORPUS names one corpus and CORPORA several: choose one of the two, and leave the other out.',
    ]);
  });

  it('takes * in the last part alone, and no database', () => {
    for (const CORPORA of ['*/articles', 'postgres://localhost/news', ',', 'events/..']) {
      expect(problemsOf({ CORPORA })).toEqual([expect.stringMatching(/^CORPORA must be folders or \.jsonl files/)]);
    }
  });
});
