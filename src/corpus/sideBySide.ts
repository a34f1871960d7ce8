import { finish, type Steps } from '../steps.js';
import type { Article, Corpus, Problem } from './article.js';
import type { OnFault } from './fault.js';
import { inferDatesInSteps } from './inferDates.js';
import { withoutRepeatedInSteps } from './repeated.js';

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
  const problems = new Map<string, Problem>();
  const onFault: OnFault = ({ id, file }, error) => {
    const reason = error instanceof Error ? error.message : String(error);
    const message = `It could not be held against the other articles and stays as it is: ${reason}.`;
    problems.set(id, problems.get(id) ?? { file: file ?? id, line: null, message });
  };
  const read = yield* inferDatesInSteps(yield* withoutRepeatedInSteps(articles, onFault), onFault);
  return { articles: read, problems: [...problems.values()] };
}
