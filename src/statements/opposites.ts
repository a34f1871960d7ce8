import type { Statement } from './statement.js';
import { areOpposite, hasOpposite } from './verbClasses.js';
import type { Word } from './word.js';

/** Words of one statement and of another that exclude each other: "rose" and "fell". A word that both have is in no such pair. */
export function oppositesIn(a: Statement, b: Statement): [Word, Word][] {
  return a.words.flatMap((word): [Word, Word][] => {
    if (!hasOpposite(word.key) || b.content.has(word.key)) return [];
    const other = b.words.find((candidate) => areOpposite(word.key, candidate.key) && !a.content.has(candidate.key));
    return other === undefined ? [] : [[word, other]];
  });
}
