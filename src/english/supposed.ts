import { type DayClause, upToBoundary } from './dayClause.js';
import { IRREGULAR } from './irregular.js';
import { isOver } from './pastVerbs.js';

/** What is told further on in its own right, in a condition: "if he keeps what he promised on Monday", "if it fell since it opened on Monday". */
const WITHIN = String.raw`(?:(?!\b(?:that|which|who|whom|what|when|where|before|after|since|because|while|than)\b)[^,;:.()“”"—–]){0,80}$`;
/**
 * Up to the next mark what stands behind one of these is supposed. "Even if he won" mostly says that he did, "what to do if hurt" has
 * no verb of its own, and "whether to leave on Monday" may be decided on Monday.
 */
const CONDITION = new RegExp(
  String.raw`(?:(?<!\b[Ee]ven )\b[Ii]f\b(?! (?:\p{L}+ed|so|not|possible|necessary|true|only)\b)|\b(?:[Uu]nless|[Ww]hether(?! to\b)|lest)\b|[,;—–] had (?:not|he|she|it|they|we|you)\b)${WITHIN}`,
  'u',
);
/** At the head of a sentence these do the same: "Had Lund played on Tuesday, …", "Should the dam break …", "Suppose they meet …". */
const CONDITION_AT_HEAD = new RegExp(
  String.raw`^[^\p{L}]*(?:(?:But|And|So|For|Just|Now) )?(?:(?:Had|Should|Were) (?!to\b)\p{L}|[Ss]uppos(?:e|ing)\b|[Ii]magine\b|[Aa]ssum(?:e|ing)\b|[Ll]et(?: us|[’']s) (?:say|suppose|assume|imagine)\b)${WITHIN}`,
  'u',
);
/** "would have been lost", "he'd have stayed": it was not so. */
const WOULD_HAVE =
  /(?:\b(?:would|should)(?:n[’']t)?|[’']d)(?: (?:not|never|also|\p{L}+ly)){0,2} have (?:been )?(?:\p{L}+ly )?(\p{L}+)/gu;
/** Words that may stand before a day that opens its clause. */
const OPENING = /^[^\p{L}]*(?:(?:but|and|then|so|also|only|late|early|later|on|in|by) )*$/iu;

/**
 * Whether a sentence only supposes what it tells at a place, by a condition: "if he resigns on Monday", "had she played on Tuesday".
 * @param clause what stands around the place, a day or a verb
 */
export function isConditional({ ahead, behind }: DayClause): boolean {
  // "if Monday's vote counts": the vote took place, whatever comes of it.
  if (/^[’']s?\s/.test(behind)) return false;
  return CONDITION.test(ahead) || CONDITION_AT_HEAD.test(ahead);
}

/**
 * Whether a sentence only supposes what it tells of a day: a condition, or what would have been.
 * @param clause what stands around the day
 */
export function isSupposed(clause: DayClause): boolean {
  if (isConditional(clause)) return true;
  const { before, behind } = clause;
  if (!OPENING.test(before)) return saysWouldHave(before);
  // "On Monday, he said it would have been lost": the first verb is the day's.
  const rest = upToBoundary(behind.replace(/^,/, ''));
  return saysWouldHave(rest) && !isOver(rest.slice(0, rest.search(WOULD_HAVE)));
}

/** Whether the last that a clause tells is what would have been: "the bill that would have closed it failed" tells more. */
function saysWouldHave(clause: string): boolean {
  const last = [...clause.matchAll(WOULD_HAVE)].findLast(([, verb = '']) => isParticiple(verb));
  return last !== undefined && !isOver(clause.slice(last.index + last[0].length));
}

/** "would have gone", and not "would have to go", "would have access". */
function isParticiple(word: string): boolean {
  return /(?:ed|en|wn)$/.test(word) || isOver(word) || IRREGULAR.has(word);
}
