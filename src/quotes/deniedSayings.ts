import { NEGATIONS } from '../english/lists/auxiliaries.js';
import { TIMES } from '../english/lists/times.js';
import { isMark, type ProseToken, wordAt } from '../english/proseTokens.js';
import type { NounPhrase } from './nounPhrases.js';

const DENIED = /^den(?:y|ies|ied|ying)$/u;
/** Before "that" these say that it is not so. */
const NOT_SO = /^(?:denial|false|falsely|incorrect|untrue|wrong)$/u;
/** After "not" or "no" these deny what "that" brings in: "not the case that", "no evidence that". */
const UNTRUE_AFTER_NO = /^(?:case|correct|evidence|indication|proof|record|sign|suggestion|true)$/u;
/** How far before such a word the "not" may stand, in tokens. */
const NO_REACH = 4;

/** Whether a sentence says that somebody did not speak so: "It is not true that | Kim | said", "Hall denied | Kim | had said". */
export function isSayingDenied(tokens: readonly ProseToken[], { from, head: [name] }: NounPhrase): boolean {
  // "Hall denied Jo Reed said": without "that", the phrase that ends with her name begins with his.
  if (tokens.slice(from, name).some(({ lower }) => DENIED.test(lower))) return true;
  let at = from - 1;
  const isThat = wordAt(tokens, at) === 'that';
  if (isThat) at--;
  if (TIMES.has(wordAt(tokens, at))) at -= wordAt(tokens, at - 1) === 'on' ? 2 : 1;
  const word = wordAt(tokens, at);
  if (DENIED.test(word) || (isThat && NOT_SO.test(word))) return true;
  return isThat && UNTRUE_AFTER_NO.test(word) && hasNegation(tokens, at);
}

/** Whether the words in marks right behind a verb were not said: `He never said: "…"`. "He did not just say" is no denial. */
export function isNeverSaid(tokens: readonly ProseToken[], verb: number): boolean {
  const next = isMark(tokens[verb + 1], ':') || isMark(tokens[verb + 1], ',') ? verb + 2 : verb + 1;
  const isSaid = /^(?:just|merely|only|simply)$/u.test(wordAt(tokens, verb - 1));
  return Boolean(tokens[next]?.quotation) && !isSaid && hasNegation(tokens, verb);
}

/** Whether "not", "isn't", "never" or "no" stands shortly before a token. */
function hasNegation(tokens: readonly ProseToken[], at: number): boolean {
  const before = tokens.slice(Math.max(0, at - NO_REACH), at);
  return before.some(({ lower }) => lower === 'no' || NEGATIONS.has(lower) || lower.endsWith("n't"));
}
