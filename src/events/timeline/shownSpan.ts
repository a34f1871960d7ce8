import { type Span, trimSpan } from '../../english/span.js';
import { emphasisOf } from '../../statements/clauses.js';
import { isDayOfSaying } from '../../statements/differences.js';
import { isSayingDated, type Telling } from './happening.js';

/**
 * A clause that stands without what is before it: a word that joins it, and then its own subject. "who last visited in 2018", "citing
 * …" and the rest behind a relative clause ("Oda Lund, who leads the port office, | on Monday opened") have theirs further up.
 */
const OWN_SUBJECT =
  /^\W*(?:(?:and|but|or)\s+)?(?:while|whereas|although|though|when|as|so|since|after|before|but|and)\s+(?:\p{Lu}|(?:the|an?|some|many|several|all|both|his|her|their|its|this|that|these|those|he|she|it|they|we|there)\s)/u;
/** "less than a week | after shooting …": a length of time belongs to what follows. */
const MEASURES_WHAT_FOLLOWS =
  /\b(?:minutes?|hours?|days?|weeks?|months?|years?|moments|shortly|soon|just|even|only)\W*$/i;
/** What stands before these is not told as so: whoever cuts it off makes a report or a condition of another's a fact. */
const LEANS_ON_BEFORE =
  /["“”]|\b(?:if|unless|whether|that|said|says|saying|told|claim\p{Ll}*|den(?:y|ied|ies)|reported\p{Ll}*|according|alleged\p{Ll}*|accus\p{Ll}*|believ\p{Ll}*|no|not|never|n[’']t)\b/iu;
/** "Oda Lund, cleared of fraud on …", "The captain, who was freed on …": who at the head of a sentence, and what was done to them. */
const ASIDE =
  /^[^\p{L}]*(?!(?:In|On|At|By|For|From|After|Before|Since|During|Last|When|While|As|But|And|Then|Now)\b)(?:(?:The|An?) [\p{L}’'-]{1,40}(?: [\p{L}’'-]{1,40}){0,4}|\p{Lu}[\p{L}.’'-]{1,40}(?: \p{Lu}[\p{L}.’'-]{0,40}){0,3}), (?:who (?:was|were) |\p{Ll}{2,}ly )?\p{Ll}{2,}(?:ed|en|wn)(?: [\p{L}\p{N}’'.-]+){0,8} $/u;
/** What follows with one of these takes back or narrows what is told. */
const TAKES_BACK =
  /^\W*(?:(?:and|or)\s+)?(?:but|although|though|whereas|unless|if|however|despite|while|according|said|says)\b/i;
/** Between dashes or brackets a sentence goes on behind them. */
const OPEN_MARK = /[—–(“"]/;

/**
 * The part of a sentence that tells what happened on the day: the clause that the day stands in, in one piece, where it can be cut out
 * and still says what it said; else the sentence.
 * @param sentence the whole of it
 * @returns into the article's text
 */
export function shownSpan(telling: Telling, sentence: Span): Span {
  const { clause, words } = telling;
  const whole = { start: sentence.start, end: sentence.end };
  if (isDayOfSaying(clause, words) || isSayingDated(telling)) return whole;
  const { text } = clause.article;
  if (isInParticipleAside(text.slice(sentence.start, words.start), text.slice(words.end, sentence.end))) {
    return { start: sentence.start, end: words.end };
  }
  const [, length] = emphasisOf(clause, sentence);
  const end = sentence.start + length;
  const start = cutsBefore(text.slice(sentence.start, clause.start), text.slice(clause.start, end))
    ? clause.start
    : sentence.start;
  const cut = trimSpan(text, {
    start,
    end: cutsBehind(text.slice(start, end), text.slice(end, sentence.end)) ? end : sentence.end,
  });
  return cut;
}

/** "Oda Lund, cleared of fraud on | Friday | , opened the bridge": the day is that of the aside, and not of what follows. */
function isInParticipleAside(before: string, behind: string): boolean {
  return ASIDE.test(before) && /^,\s\p{L}/u.test(behind) && !TAKES_BACK.test(behind);
}

function cutsBefore(before: string, clause: string): boolean {
  if (before.trim() === '') return true;
  return OWN_SUBJECT.test(clause) && !LEANS_ON_BEFORE.test(before) && !OPEN_MARK.test(before);
}

function cutsBehind(kept: string, behind: string): boolean {
  if (!/[\p{L}\p{N}]/u.test(behind)) return false;
  const rest = behind.replace(/^[\s,;]+/, '');
  if (/^(?:before|after)\b/.test(rest) && MEASURES_WHAT_FOLLOWS.test(kept)) return false;
  return !TAKES_BACK.test(rest) && !/^\s*[—–]/.test(behind) && !/[—–]/.test(kept) && !/["“”]/.test(behind);
}
