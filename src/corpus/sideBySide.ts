import { finish, type Steps } from '../steps.js';
import type { Article, Corpus, Problem } from './article.js';
import type { OnFault } from './fault.js';
import { inferDatesInSteps } from './inferDates.js';
import type { PresentArticles } from './presentArticles.js';
import { withoutRepeatedInSteps, withoutRepeatedOfAdded } from './repeated.js';

/**
 * What can be read only from articles side by side: lines that belong to a page, as many articles have them, and the dates of
 * undated ones. An article in which that fails stays as it is, and is a problem of its file.
 * @returns the articles in the same order
 */
export function readSideBySide(articles: readonly Article[]): Corpus {
  return finish(readSideBySideInSteps(articles));
}

/** As {@link readSideBySide}, an article a step. */
export function* readSideBySideInSteps(articles: readonly Article[]): Steps<Corpus> {
  const { problems, onFault } = gatherFaults();
  const read = yield* inferDatesInSteps(yield* withoutRepeatedInSteps(articles, onFault), onFault);
  return { articles: read, problems: [...problems.values()] };
}

/** Articles that were added, held against those that were there. */
export interface AddedSideBySide extends Corpus {
  /** Whether reading all of them anew may find more: a date of an undated one, or something to take out of those that were there. */
  readonly isUnfinished: boolean;
}

/** What {@link readSideBySide} does, of articles that are added to others, which stay as they are. */
export function* readAddedInSteps(
  added: readonly Article[],
  others: readonly PresentArticles[],
): Steps<AddedSideBySide> {
  const { problems, onFault } = gatherFaults();
  const { articles, isInOthers } = yield* withoutRepeatedOfAdded(
    added,
    others.map(({ lines }) => lines),
    onFault,
  );
  const isUndated = articles.some(({ published }) => published.date === null);
  // A dated article may be what tells the day of one that has none, or speak against the one that it was given.
  const isUnfinished = isInOthers || isUndated || others.some(({ areDated }) => !areDated);
  return { articles, problems: [...problems.values()], isUnfinished };
}

/** A problem for each article that something fails in. */
function gatherFaults(): { readonly problems: ReadonlyMap<string, Problem>; readonly onFault: OnFault } {
  const problems = new Map<string, Problem>();
  const onFault: OnFault = ({ id, file }, error) => {
    const reason = error instanceof Error ? error.message : String(error);
    const message = `It could not be held against the other articles and stays as it is: ${reason}.`;
    problems.set(id, problems.get(id) ?? { file: file ?? id, line: null, message });
  };
  return { problems, onFault };
}
