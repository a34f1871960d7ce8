import type { Excerpt } from '../corpus/excerpt.js';
import type { CopyDetector } from '../statements/copies.js';
import { otherReports } from '../statements/otherReports.js';
import { mayBeAboutTheSame, possibleKeys } from '../statements/similarity.js';
import type { SourcedStatement } from '../statements/statement.js';
import type { StatementReader } from '../statements/statementReader.js';
import { chooseRun, excerptOf } from './excerpt.js';
import type { Reading } from './fit/reading.js';
import type { PassageRun } from './fit/run.js';
import type { Ranked } from './ranking/rank.js';

/** Share of an excerpt's own coverage that a line needs to count as another report of it. */
const SAME_COVERAGE = 0.85;
/** Ranked passages that are looked at for other reports of the same. */
const ALSO_FROM = 25;

/** An answer's excerpts, best first, with the runs of passages that they show. */
export interface ChosenExcerpts {
  readonly runs: readonly PassageRun[];
  readonly excerpts: readonly Excerpt[];
}

/**
 * Cuts the excerpts that an answer shows, each with the other articles that report the same. No sentence is shown twice, nor
 * one that an excerpt before it names as reported elsewhere.
 */
export function chooseExcerpts(
  ranked: readonly Ranked[],
  reading: Reading,
  limit: number,
  { statements, copies }: { readonly statements: StatementReader; readonly copies: CopyDetector },
): ChosenExcerpts {
  const { index } = reading;
  const runs: PassageRun[] = [];
  const excerpts: Excerpt[] = [];
  const statementOf = (passage: number): SourcedStatement =>
    statements.statementOf(index.article(passage), index.sentence(passage));
  const told = new Set<string>();
  const keyOf = (passage: number): string => `${index.article(passage).id} ${index.sentence(passage).start}`;
  /** Shown by an excerpt already, or told of as reported elsewhere. */
  const isTaken = (passage: number): boolean =>
    runs.some((run) => passage >= run.first && passage <= run.last) || (told.size > 0 && told.has(keyOf(passage)));
  for (const { passage, signals } of ranked) {
    if (runs.length >= limit) break;
    if (isTaken(passage)) continue;
    const run = chooseRun(passage, reading, isTaken);
    // A line may say much the same and yet not what was asked: only one that holds as much of the question also reports it.
    const asMuch = ranked
      .slice(0, ALSO_FROM)
      .filter((other) => other.signals.coverage >= signals.coverage * SAME_COVERAGE)
      .filter((other) => index.articleNumber(other.passage) !== index.articleNumber(passage));
    const statement = statementOf(passage);
    const alsoIn = otherReports(
      statement,
      asMuch
        .filter((other) => mayBeAboutTheSame(statement, possibleKeys(reading.terms(other.passage).tokens)))
        .map((other) => statementOf(other.passage)),
      copies,
    );
    for (const { article, excerpt } of alsoIn) told.add(`${article.id} ${excerpt.start}`);
    runs.push(run);
    excerpts.push({ ...excerptOf(run, reading), alsoIn });
  }
  return { runs, excerpts };
}
