import { conflictingFigures } from './figures.js';
import type { Statement } from './statement.js';

/** How much two statements have in common. */
export interface Likeness {
  /** Share of the content words of the statement with fewer that the other has too, 0..1. */
  readonly ofShorter: number;
  /** The same of the statement with more, 0..1. */
  readonly ofLonger: number;
  /** How many content words they share. */
  readonly count: number;
}

/** How many items two sets share. */
export function sharedCount<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): number {
  const [few, many] = a.size < b.size ? [a, b] : [b, a];
  let count = 0;
  for (const item of few) if (many.has(item)) count++;
  return count;
}

/** Compares two statements by the words that carry meaning. */
export function likeness({ content: a }: Statement, { content: b }: Statement): Likeness {
  const count = sharedCount(a, b);
  const shareOf = (size: number): number => (size === 0 ? 0 : count / size);
  return { ofShorter: shareOf(Math.min(a.size, b.size)), ofLonger: shareOf(Math.max(a.size, b.size)), count };
}

/** Two statements are about the same when the shorter is in the longer by this much ... */
const SAME_OF_SHORTER = 0.5;
/** ... and the longer is not about much else ... */
const SAME_OF_LONGER = 0.3;
/** ... and they share enough words to tell, ... */
const SAME_WORDS = 3;
/** ... not only the names, which any two lines about one event share. */
const SAME_PLAIN_WORDS = 2;

function plainWords(statement: Statement): Set<string> {
  return new Set(statement.words.filter((word) => word.content && !word.name).map((word) => word.key));
}

/** Whether two statements tell of the same thing, in whatever words, be it with other figures or days. */
export function isAboutTheSame(a: Statement, b: Statement): boolean {
  const { ofShorter, ofLonger, count } = likeness(a, b);
  if (ofShorter < SAME_OF_SHORTER || ofLonger < SAME_OF_LONGER || count < SAME_WORDS) return false;
  return sharedCount(plainWords(a), plainWords(b)) >= SAME_PLAIN_WORDS;
}

/** Whether two statements say the same: about the same thing, and no figure in one contradicts the other. */
export function saysTheSame(a: Statement, b: Statement): boolean {
  return isAboutTheSame(a, b) && conflictingFigures(a, b).length === 0;
}
