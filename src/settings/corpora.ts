import { basename, dirname } from 'node:path';
import { z } from 'zod';

/** What stands for any letters of a name. */
const ANY = '*';
const ACCEPTED =
  'must be folders or .jsonl files with commas between them, such as events/*; only the last part of each may hold *';

function isPattern(written: string): boolean {
  const isAddress = /^[a-z]+:\/\//i.test(written);
  return !isAddress && !dirname(written).includes(ANY) && !/^(?:\.{0,2}|\/)$/.test(basename(written));
}

/** Several corpora in place of one; the message continues the sentence "NAME …". */
export const CORPORA_VARIABLES = {
  CORPORA: z
    .string()
    .transform((list) =>
      list
        .split(',')
        .map((written) => written.trim())
        .filter(Boolean),
    )
    .refine((patterns) => patterns.length > 0 && patterns.every(isPattern), ACCEPTED)
    .optional(),
};

/** Which one is meant of two that contradict each other is not guessed. */
export function corporaProblems(set: Readonly<Record<string, string | undefined>>): string[] {
  return set.CORPORA && set.CORPUS
    ? ['CORPUS names one corpus and CORPORA several: choose one of the two, and leave the other out.']
    : [];
}
