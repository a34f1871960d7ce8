import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readQuestionSet } from '../../src/evaluation/questionSet.js';

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');

it('the questions kept aside can be asked: every gold text stands word for word in its article', () => {
  const questions = readQuestionSet(read('aside.jsonl'), 'aside.jsonl');
  expect(questions.length).toBeGreaterThan(100);
  for (const { id, answerable, gold } of questions) {
    expect(gold.length > 0, id).toBe(answerable);
    for (const { doc, text } of gold) expect(read(`../../seeds/${doc}.txt`), id).toContain(text);
  }
});
