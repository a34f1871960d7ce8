import { retractionsIn } from './retractions.js';
import type { Span } from './span.js';

/** How far around a place what denies it is looked for, in characters. */
const REACH = 160;
/** What somebody says that may not be so. */
const ACCOUNT =
  'claims?|reports?|rumou?rs?|allegations?|suggestions?|accusations?|assertions?|accounts?|stor(?:y|ies)|ideas?|notions?';
/** Up to the next mark what stands behind one of these is denied: "denied that", "dismissed claims that", "it is a lie that". */
const DENIED_UNTIL_MARK = new RegExp(
  String.raw`\b(?:den(?:y|ies|ied|ying)\s+that|(?:dismiss|reject|den[iy]|refut|disput|brush)\p{L}*(?:\s+\p{L}+){0,3}\s+(?:${ACCOUNT})|(?:not true|untrue|false|wrong|incorrect|no evidence|a lie|a myth)\s+that|no truth\s+(?:to|in)|falsely\s+(?:\p{L}+\s+){1,4}that)\b(?:(?!\b(?:after|before|since|when|which|who)\b)[^,;:.()“”"]){0,80}$`,
  'iu',
);
/**
 * Whether a sentence denies what it tells at a place: "denied that shots were fired on Tuesday", "reports that they met on Monday are untrue".
 * @param at a day or a verb within `sentence`, both into `text`
 */
export function isDenied(text: string, sentence: Span, at: Span): boolean {
  const before = text.slice(Math.max(sentence.start, at.start - REACH), at.start);
  return (
    DENIED_UNTIL_MARK.test(before) ||
    retractionsIn(text, sentence).some(({ told }) => told.start <= at.start && at.end <= told.end)
  );
}
