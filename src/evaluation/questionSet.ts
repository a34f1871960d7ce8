import { z } from 'zod';
import { isCalendarDay } from '../english/calendar.js';

const articleInput = z.strictObject({
  id: z.string().min(1),
  text: z.string().min(1),
  title: z.string().optional(),
  outlet: z.string().optional(),
  url: z.string().optional(),
  published: z.string().refine(isCalendarDay, 'is no calendar day, YYYY-MM-DD').optional(),
});

const gold = z.strictObject({
  /** Article id; left out, the text may be in any article. */
  doc: z.string().min(1).optional(),
  /** Word for word from the article. */
  text: z.string().trim().min(1),
});

const questionRow = z
  .strictObject({
    id: z.string().min(1),
    kind: z.string().min(1),
    q: z.string().trim().min(1),
    answerable: z.boolean(),
    gold: z.array(gold),
    /** When given, the row is asked of an archive of just these. */
    articles: z.array(articleInput).min(1).optional(),
  })
  .refine((row) => row.answerable === row.gold.length > 0, {
    path: ['gold'],
    message: 'must hold a text when the question is answerable, and be empty when it is not',
  });

/** What some editors on Windows put in front. */
const BYTE_ORDER_MARK = /^\uFEFF/;

/** One line of a question set, as docs/EVALUATION.md describes it. */
export type QuestionRow = z.infer<typeof questionRow>;
export type Gold = z.infer<typeof gold>;

/** A question set that breaks the format: every broken line, not only the first. */
export class QuestionSetError extends Error {
  override readonly name = 'QuestionSetError';
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.problems = problems;
  }
}

/**
 * Reads a question set, one JSON object a line; blank lines are skipped.
 * @param file its name, for the problems
 * @throws QuestionSetError that lists each problem as `file:line: what is wrong`
 */
export function readQuestionSet(text: string, file: string): QuestionRow[] {
  const questions: QuestionRow[] = [];
  const problems: string[] = [];
  const lineOfId = new Map<string, number>();
  for (const [index, line] of text.replace(BYTE_ORDER_MARK, '').split('\n').entries()) {
    if (line.trim() === '') continue;
    const number = index + 1;
    const read = readRow(line);
    if ('problems' in read) {
      problems.push(...read.problems.map((problem) => `${file}:${number}: ${problem}`));
      continue;
    }
    const first = lineOfId.get(read.question.id);
    if (first !== undefined) problems.push(`${file}:${number}: id "${read.question.id}" is taken by line ${first}`);
    lineOfId.set(read.question.id, first ?? number);
    questions.push(read.question);
  }
  if (questions.length === 0 && problems.length === 0) problems.push(`${file}: holds no question`);
  if (problems.length > 0) throw new QuestionSetError(problems);
  return questions;
}

function readRow(line: string): { question: QuestionRow } | { problems: string[] } {
  let row: unknown;
  try {
    row = JSON.parse(line);
  } catch (error) {
    return { problems: [`is no JSON (${error instanceof Error ? error.message : error})`] };
  }
  const checked = questionRow.safeParse(row);
  if (checked.success) return { question: checked.data };
  return {
    problems: checked.error.issues.map((issue) => [issue.path.join('.'), issue.message].filter(Boolean).join(': ')),
  };
}
