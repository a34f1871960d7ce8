import type { Article } from '../corpus/article.js';
import { finish, type Steps } from '../steps.js';

/** "Near-Earth objects, or NEOs", "the Double Asteroid Redirection Test (DART)": the short form where an article explains it. */
const EXPLAINED = /(?:\(|, or )(\p{Lu}[\p{Lu}\p{N}]{1,7})s?(?=[),.; ])/gu;
/** What is looked at before a short form, in characters. */
const REACH = 90;
const WORD = /[\p{L}\p{N}][\p{L}\p{N}'’]*/gu;
/** Words that a short form passes over: "Ministry of Defence (MOD)". */
const PASSED_OVER = /^(?:of|the|and|for|to|in|on|a|an)$/i;

/** A short form and what it stands for. */
export interface Acronym {
  readonly short: string;
  readonly long: string;
}

/** The short forms that articles explain, each once for each meaning. */
export function acronymsOf(articles: readonly Article[]): Acronym[] {
  return finish(acronymsInSteps(articles));
}

/**
 * As {@link acronymsOf}, an article a step.
 * @param before what the articles before these explain
 */
export function* acronymsInSteps(articles: readonly Article[], before: readonly Acronym[] = []): Steps<Acronym[]> {
  const found = new Map(before.map((acronym) => [keyOf(acronym), acronym]));
  for (const { text } of articles) {
    for (const match of text.matchAll(EXPLAINED)) {
      const [, short = ''] = match;
      const long = longFormBefore(text.slice(Math.max(0, match.index - REACH), match.index), short);
      if (long !== null) found.set(keyOf({ short, long }), { short, long });
    }
    yield;
  }
  return [...found.values()];
}

function keyOf({ short, long }: Acronym): string {
  return `${short} ${long.toLowerCase()}`;
}

/** The last words before a short form whose first letters spell it; null when they don't. */
function longFormBefore(text: string, short: string): string | null {
  const words = [...text.matchAll(WORD)];
  const letters = short.toLowerCase();
  let at = letters.length - 1;
  let first = -1;
  for (let i = words.length - 1; i >= 0 && at >= 0; i--) {
    const word = words[i]?.[0] ?? '';
    if (word.charAt(0).toLowerCase() === letters.charAt(at)) {
      at--;
      first = i;
    } else if (!PASSED_OVER.test(word)) return null;
  }
  const start = words[first]?.index;
  return at >= 0 || start === undefined || words.length - first < 2 ? null : text.slice(start).trim();
}
