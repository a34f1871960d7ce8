import type { AskOptions } from './answer.js';
import type { Filter } from './filter.js';
import { isCourtesy } from './question/courtesy.js';
import { RequestError } from './requestError.js';

const DEFAULT_LIMIT = 5;
const MAX_LIMIT = 25;
/** The longest question, in characters: Discord's longest message. What is longer is a text, and none of it is asked. */
export const LONGEST_QUESTION = 2_000;

/** The longest name of a source or a speaker, in characters. */
export const LONGEST_NAME = 200;

/** What a caller asks, checked. */
export interface CheckedRequest {
  /** Without white space around it; holds a letter or digit. */
  readonly question: string;
  /** Excerpts at most, 1..25. */
  readonly limit: number;
  /** Undefined: that of who answers. */
  readonly minConfidence: number | undefined;
  readonly filter: Filter;
}

/**
 * Refuses what is longer than anybody asks, before any of it is read.
 * @param what it is, as the sentence begins: "A question"
 * @throws RequestError
 */
export function checkLength(what: string, text: string | undefined, longest: number): void {
  if (text === undefined || text.length <= longest) return;
  const limit = longest.toLocaleString('en-US');
  throw new RequestError(`${what} may have up to ${limit} characters, and this one has more. Try it in fewer words.`);
}

/** @throws RequestError for an empty question, one that is too long, and for mere thanks */
export function readRequest(
  text: string,
  { limit = DEFAULT_LIMIT, minConfidence, ...filter }: AskOptions,
): CheckedRequest {
  checkLength('A question', text, LONGEST_QUESTION);
  checkLength('A source', filter.source, LONGEST_NAME);
  const question = text.trim();
  if (!/[\p{L}\p{N}]/u.test(question) || isCourtesy(question))
    throw new RequestError('Ask a question, such as “what did the minister say”.');
  const whole = Number.isNaN(limit) ? DEFAULT_LIMIT : Math.trunc(limit);
  return { question, limit: Math.min(Math.max(1, whole), MAX_LIMIT), minConfidence, filter };
}
