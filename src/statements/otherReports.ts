import type { Article } from '../corpus/article.js';
import { byDate } from '../corpus/byDate.js';
import { type AlsoIn, type Excerpt, excerptAt } from '../corpus/excerpt.js';
import type { DayMention } from '../english/days.js';
import type { CopyDetector } from './copies.js';
import { canBeOne, daysOfDeeds, partBothWays } from './differences.js';
import { haveOtherFigures } from './figures.js';
import { SentenceDays } from './sentenceDays.js';
import { likeness, saysTheSame } from './similarity.js';
import type { SourcedStatement } from './statement.js';
import { isTakenBack } from './takenBack.js';

/**
 * The other articles that say the same as a statement, one sentence each, told apart into copies of one wire and
 * independent wording.
 * @param candidates sentences that may say the same, as a search finds them; read once with `readSourced` for many calls
 * @returns oldest first, undated last
 */
export function otherReports(
  statement: SourcedStatement,
  candidates: readonly SourcedStatement[],
  copies: CopyDetector,
): AlsoIn[] {
  const own = new Told(statement);
  const best = new Map<Article, { candidate: SourcedStatement; score: number }>();
  for (const candidate of candidates) {
    if (candidate.article.id === statement.article.id) continue;
    if (!saysTheSame(statement, candidate) || haveOtherFigures(statement, candidate)) continue;
    if (!own.agreesWith(candidate)) continue;
    const { ofShorter, ofLonger } = likeness(statement, candidate);
    const score = ofShorter + ofLonger;
    const known = best.get(candidate.article);
    if (known === undefined || score > known.score) best.set(candidate.article, { candidate, score });
  }
  return [...best.values()]
    .map(({ candidate }) => candidate)
    .sort((a, b) => byDate(a.article, b.article))
    .map((candidate) => alsoIn(statement, candidate, copies));
}

/** What a statement's article says of it, looked for when first asked for. */
class Told {
  readonly #statement: SourcedStatement;
  #isTakenBack: boolean | null = null;
  #days: readonly DayMention[] | null = null;

  constructor(statement: SourcedStatement) {
    this.#statement = statement;
  }

  get isTakenBack(): boolean {
    this.#isTakenBack ??= isTakenBack(this.#statement);
    return this.#isTakenBack;
  }

  get days(): readonly DayMention[] {
    this.#days ??= daysOfDeeds({
      ...this.#statement,
      days: new SentenceDays(this.#statement.article, this.#statement),
    });
    return this.#days;
  }

  /** "Approved on Monday" and "approved on Tuesday" are no two reports of one thing, nor is one that takes the other back. */
  agreesWith(other: SourcedStatement): boolean {
    const told = new Told(other);
    if (told.isTakenBack !== this.isTakenBack) return false;
    return this.days.length === 0 || !partBothWays(this.days, told.days, (a, b) => canBeOne(a.date, b.date));
  }
}

/** The other source of a statement, as an excerpt shows it. @param excerpt how it is shown; the statement alone unless told */
export function alsoIn(
  statement: SourcedStatement,
  other: SourcedStatement,
  copies: CopyDetector,
  excerpt?: Excerpt,
): AlsoIn {
  const shown = excerpt ?? excerptAt(other.article, { start: other.start, end: other.end });
  return { article: shown.article, excerpt: shown, wireCopy: copies.isWireCopy(statement, other) };
}
