import { byDay } from '../corpus/byDate.js';
import { type Excerpt, excerptAt } from '../corpus/excerpt.js';
import type { Clause, ClauseReader } from '../statements/clauses.js';
import { mismatches } from '../statements/differences.js';
import type { DifferenceKind } from '../statements/mismatch.js';
import type { Reading } from './fit/reading.js';
import type { AnswerKind } from './question/answerKind.js';
import type { Ranked } from './ranking/rank.js';

/** A line of another article that gives what was asked for differently. Shown, never judged. */
export interface ToldOtherwise {
  readonly excerpt: Excerpt;
  /** The words in which the best line gives it, and those of this line. */
  readonly ours: string;
  readonly theirs: string;
  /** Which of the two lines is of the later day; null when of one day, or when a day is unknown. */
  readonly newer: 'ours' | 'theirs' | null;
}

/** What sources may differ in, by what is asked for. What is asked in other ways has no one place where lines part. */
const ASKED: Partial<Record<AnswerKind, DifferenceKind>> = {
  day: 'day',
  number: 'number',
  money: 'number',
  duration: 'number',
};
/** Lines that are looked at: below them stands hardly another answer. */
const LOOKED_AT = 16;
/** Share of the best line's coverage of the question that the other line needs, to be an answer to it. */
const AS_MUCH = 0.7;

/**
 * The first line that tells the same as the best one and gives the very thing asked for differently: another day for "when",
 * another number for "how many".
 * @param ranked best first
 * @returns null when no line does, and for questions that ask for nothing of the kind
 */
export function toldOtherwise(
  ranked: readonly Ranked[],
  reading: Reading,
  clauses: ClauseReader,
): ToldOtherwise | null {
  const [best, ...others] = ranked.slice(0, LOOKED_AT);
  const asked = ASKED[reading.question.kind];
  if (!best || asked === undefined) return null;
  const { index } = reading;
  const clausesOf = ({ passage }: Ranked) => clauses.clausesOf(index.article(passage), index.sentenceNumber(passage));
  const answers = others.filter(
    ({ passage, signals }) =>
      index.articleNumber(passage) !== index.articleNumber(best.passage) &&
      signals.coverage >= best.signals.coverage * AS_MUCH,
  );
  for (const other of answers) {
    const parting = firstParting(clausesOf(best), clausesOf(other), asked);
    if (parting === null) continue;
    const { own, theirs, ofA, ofB } = parting;
    const { start, end } = index.sentence(other.passage);
    return {
      excerpt: excerptAt(theirs.article, { start, end }, [[ofB.start - start, ofB.end - start]]),
      ours: own.article.text.slice(ofA.start, ofA.end),
      theirs: theirs.article.text.slice(ofB.start, ofB.end),
      newer: newerOf(own, theirs),
    };
  }
  return null;
}

function firstParting(ours: readonly Clause[], others: readonly Clause[], asked: DifferenceKind) {
  for (const own of ours) {
    for (const theirs of others) {
      const mismatch = mismatches(own, theirs).find(({ what }) => what === asked);
      if (mismatch) return { own, theirs, ...mismatch };
    }
  }
  return null;
}

function newerOf({ article: ours }: Clause, { article: theirs }: Clause): ToldOtherwise['newer'] {
  if (ours.published.date === null || theirs.published.date === null) return null;
  const order = byDay(ours, theirs);
  return order === 0 ? null : order > 0 ? 'ours' : 'theirs';
}
