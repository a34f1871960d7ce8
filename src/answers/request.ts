import type { AskOptions } from './answer.js';
import type { Filter } from './filter.js';
import { isCourtesy } from './question/courtesy.js';
import { RequestError } from './requestError.js';

const DEFAULT_LIMIT = 5;
const MAX_LIMIT = 25;

/** What a caller asks, checked. */
export interface CheckedRequest {
  /** Without white space around it; holds a letter or digit. */
  readonly question: string;
  /** Excerpts at most, 1..25. */
  readonly limit: number;
  readonly filter: Filter;
}

/** @throws RequestError for an empty question, and for mere thanks */
export function readRequest(text: string, { limit = DEFAULT_LIMIT, ...filter }: AskOptions): CheckedRequest {
  const question = text.trim();
  if (!/[\p{L}\p{N}]/u.test(question) || isCourtesy(question))
    throw new RequestError('Ask a question, such as “what did the minister say”.');
  const whole = Number.isNaN(limit) ? DEFAULT_LIMIT : Math.trunc(limit);
  return { question, limit: Math.min(Math.max(1, whole), MAX_LIMIT), filter };
}
