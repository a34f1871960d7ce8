import { describe, expect, it } from 'vitest';
import { createArticle } from '../../../src/corpus/articles.js';
import { rememberDatedClauses, rememberTellings } from '../../../src/events/timeline/rememberedTellings.js';
import { ClauseReader } from '../../../src/statements/clauses.js';

const article = createArticle({
  id: 'lock',
  title: 'Lock',
  published: '2024-05-07',
  text: 'Tarn lock was drained on 3 May 2024, while its keepers cleared the silt. The gates were repainted in green.',
});
const hit = (sentence: number) => ({ article, sentence, score: 1, words: () => [] });

describe('what is remembered while a timeline is made', () => {
  it('are all clauses of a sentence that names a day, read once', () => {
    const clauses = new ClauseReader();
    const clausesOf = rememberDatedClauses(clauses);
    expect(clausesOf(hit(0))).toEqual(clauses.clausesOf(article, 0));
    expect(clausesOf(hit(0)).length).toBeGreaterThan(0);
    expect(clausesOf(hit(0))).toBe(clausesOf(hit(0)));
  });

  it('is nothing of a sentence that names none, which is not read', () => {
    const unread = new ClauseReader();
    unread.clausesOf = () => {
      throw new Error('it was read');
    };
    expect(rememberDatedClauses(unread)(hit(1))).toEqual([]);
  });

  it('are the tellings of a clause, the same each time', () => {
    const told = rememberTellings();
    const [clause] = new ClauseReader().clausesOf(article, 0);
    if (!clause) throw new Error('no clause');
    expect(told(clause).map(({ when }) => when.date)).toEqual(['2024-05-03']);
    expect(told(clause)).toBe(told(clause));
  });
});
