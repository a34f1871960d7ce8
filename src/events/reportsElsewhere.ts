import type { Clause } from '../statements/clauses.js';
import type { Steps } from '../steps.js';
import type { EventContext } from './eventContext.js';
import type { SentenceHit } from './relevantSentences.js';

/** How many sentences are looked at for each clause, to see who else tells it. */
const LOOKED_AT = 12;

/** Says which clause or line of which article, in one string. */
export function placeKey({ article, start }: { article: { id: string }; start: number }): string {
  return `${article.id}\n${start}`;
}

/** Which sentences are taken in. */
export interface Belonging {
  /** Whether the second clause tells what the first does. */
  readonly belongs: (clause: Clause, other: Clause) => boolean;
  /** False where no clause of a sentence can belong, which is told without reading it; taken for true when left out. */
  readonly mayBelong?: (clause: Clause, hit: SentenceHit) => boolean;
  /** The clauses of a sentence that may belong; all of them when left out. */
  readonly clausesOf?: (hit: SentenceHit) => readonly Clause[];
}

/**
 * Adds the clauses with which other sentences tell the same, so that "only one has it" is not said for want of a word
 * that the topic shares with them. A look-up a step.
 */
export function* addReportsElsewhere(
  clauses: readonly Clause[],
  { closest, clauses: reader }: EventContext,
  { belongs, mayBelong, clausesOf = ({ article, sentence }) => reader.clausesOf(article, sentence) }: Belonging,
): Steps<Clause[]> {
  const pool = new Map(clauses.map((clause) => [placeKey(clause), clause]));
  for (const clause of clauses) {
    const words = clause.article.text.slice(clause.start, clause.end);
    for (const hit of closest(words, LOOKED_AT)) {
      if (mayBelong?.(clause, hit) === false) continue;
      for (const other of clausesOf(hit)) {
        if (!pool.has(placeKey(other)) && belongs(clause, other)) pool.set(placeKey(other), other);
      }
    }
    yield;
  }
  return [...pool.values()];
}
