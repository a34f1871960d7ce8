import { isOver } from './pastVerbs.js';
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
/** "reports that the minister met …", "rumours of a meeting …" */
const SUBJECT = new RegExp(String.raw`\b(?:${ACCOUNT})\s+(?:that|of|about)\b[^,;:.()“”"]{0,100}$`, 'iu');
/** "… are untrue", behind at most a few words that still are of the report. */
const IS_FALSE =
  /^((?:\s+[\p{L}\p{N}’'-]+){0,8}?)\s+(?:(?:is|are|was|were|has been|have been)\s+(?:(?!not\b)\p{L}+\s+){0,2}?(?:false|untrue|wrong|incorrect|inaccurate|unfounded|baseless|groundless|lies|a lie|a myth|made up|fabricated|fake|nonsense|not true|denied|dismissed|rejected)|(?:is|are|was|were)n[’']t true)\b/u;

/**
 * Whether a sentence denies what it tells at a place: "denied that shots were fired on Tuesday", "reports that they met on Monday are untrue".
 * @param at a day or a verb within `sentence`, both into `text`
 */
export function isDenied(text: string, sentence: Span, at: Span): boolean {
  const before = text.slice(Math.max(sentence.start, at.start - REACH), at.start);
  if (DENIED_UNTIL_MARK.test(before)) return true;
  if (!SUBJECT.test(before)) return false;
  const found = IS_FALSE.exec(text.slice(at.end, Math.min(sentence.end, at.end + REACH)));
  return found !== null && !isOver(found[1] ?? '');
}
