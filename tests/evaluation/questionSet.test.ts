import { describe, expect, it } from 'vitest';
import { QuestionSetError, readQuestionSet } from '../../src/evaluation/questionSet.js';

const row = {
  id: 'q1',
  kind: 'direct',
  q: 'who met Kim',
  answerable: true,
  gold: [{ doc: 'a', text: 'Lavrov met Kim' }],
};
const lines = (...rows: unknown[]): string => rows.map((each) => JSON.stringify(each)).join('\n');

/** What `readQuestionSet` complains of. */
function problemsOf(text: string): readonly string[] {
  try {
    readQuestionSet(text, 'set.jsonl');
    return [];
  } catch (error) {
    if (error instanceof QuestionSetError) return error.problems;
    throw error;
  }
}

describe('reading a question set', () => {
  it('takes one question a line and skips blank lines', () => {
    expect(readQuestionSet(`\n${lines(row, { ...row, id: 'q2' })}\n\n`, 'set.jsonl').map(({ id }) => id)).toEqual([
      'q1',
      'q2',
    ]);
  });

  it('takes a file that begins with a byte order mark', () => {
    expect(readQuestionSet(`\uFEFF${lines(row)}`, 'set.jsonl')).toHaveLength(1);
  });

  it("takes articles of the question's own", () => {
    const articles = [{ id: 'a', text: 'Lavrov met Kim.', published: '2023-10-19' }];
    expect(readQuestionSet(lines({ ...row, articles }), 'set.jsonl')[0]?.articles).toEqual(articles);
  });

  it('takes a gold text that names no article', () => {
    expect(readQuestionSet(lines({ ...row, gold: [{ text: 'Lavrov met Kim' }] }), 'set.jsonl')).toHaveLength(1);
  });

  it('reports every broken line by its number, and what is wrong with it', () => {
    const problems = problemsOf(
      `${lines(row)}\n{"id": \n${lines({ ...row, id: 'q2', kind: 5 }, { ...row, id: 'q3', answer: 'x' })}`,
    );
    expect(problems).toHaveLength(3);
    expect(problems[0]).toMatch(/^set\.jsonl:2: is no JSON/);
    expect(problems[1]).toMatch(/^set\.jsonl:3: kind: /);
    expect(problems[2]).toMatch(/^set\.jsonl:4: .*answer/);
  });

  it('reports an id that an earlier line has', () => {
    expect(problemsOf(lines(row, row))).toEqual(['set.jsonl:2: id "q1" is taken by line 1']);
  });

  it('reports a question that is answerable without a gold text, or unanswerable with one', () => {
    expect(problemsOf(lines({ ...row, gold: [] }))[0]).toMatch(/^set\.jsonl:1: gold: must hold a text/);
    expect(problemsOf(lines({ ...row, answerable: false }))[0]).toMatch(/^set\.jsonl:1: gold: /);
  });

  it('reports a date that is no calendar day', () => {
    const articles = [{ id: 'a', text: 'Lavrov met Kim.', published: '2023-02-30' }];
    expect(problemsOf(lines({ ...row, articles }))[0]).toMatch(
      /^set\.jsonl:1: articles\.0\.published: is no calendar day/,
    );
  });

  it('reports a set without questions', () => {
    expect(problemsOf('\n')).toEqual(['set.jsonl: holds no question']);
  });
});
