import { calledOff } from './calledOff.js';
import { dayClause, upToBoundary } from './dayClause.js';
import { DATED_BY_NEXT_DAY } from './lists/sayingVerbs.js';
import { alternatives } from './lists/wordList.js';
import { isOver, tellsOfPast } from './pastVerbs.js';
import type { Span } from './span.js';
import { isConditional } from './supposed.js';

/** Which way a day named in a clause lies from the article's own day; `unsure` when the clause does not tell. */
export type Direction = 'past' | 'future' | 'unsure';

/** In lower case: "May" and "Will" with their capital are a month and people. */
const FUTURE =
  /(?<!\b(?:than|as|originally|initially|previously|had been) )\b(?:will|would|shall|won[’']t|may|might|going to|set (?:to|for)|(?<!ed )due (?:to|in|on|at)|expected|scheduled|slated|planned|planning (?:for|to)|plans?(?= (?:to|for|on|an?|the|his|her|its|their)\b)|poised|about to|to be (?:held|released|published|announced)|upcoming|hope[sd]? to|intends? to|wants? to|ahead of|in time for|vows? to|is to|are to|was to|were to|expects?|(?<!\bdid not |\bdidn[’']t )takes? effect|(?:comes?|goes|go) into (?:force|effect)|expires?)\b|[’']ll\b/g;
/** "would have met", "may have met": no future after all; "will" as in "the will". */
const NOT_FUTURE = /^\s+(?:not\s+)?have\b/i;
const UNSURE =
  /\b(?:could|should|can|must|until|till|culminat(?:e[sd]?|ing) (?:in|with)|(?:leading|lead-up|run-up|build-up|countdown) (?:up )?to)\b|\bby\s+(?:(?:late|early|next|mid-?|the (?:end|middle|start) of)\s*)?$|\b(?:beginning|starting|happening)\s(?:on\s|at\s)?[^,]{0,20}$/i;
/** "by Friday", "by 6 am on Friday", "by the end of Friday"; "passed by on Friday" has no time. */
const DEADLINE =
  /\bby\s+(?:(?:late|early|next|mid-?|(?:the (?:end|close|middle|start) of|noon|midnight|dawn|dusk)(?: on)?|\d{1,2}(?:[:.]\d\d)?\s?(?:[ap] ?m|o[’']clock)(?:\s+on)?)\s*)?$/i;
/** What is ordered, asked for or promised by a day is to come; what was so by a day may be over. */
const ASKED =
  /\b(?:order(?:s|ed)?|told|tells?|ask(?:s|ed)?|urg(?:es|ed)|instruct(?:s|ed)?|direct(?:s|ed)?|demand(?:s|ed)?|requires?|vow(?:s|ed)?|promis(?:es|ed)|pledg(?:es|ed)|agree[sd]? to|due)\b/;
/** A cue verb right before the day dates the saying, whatever is said: "said on Thursday that he would". */
const SAYING = new RegExp(
  String.raw`\b(?:${alternatives(DATED_BY_NEXT_DAY)})(?:\s+(?:\p{L}+|a \p{L}+|in a \p{L}+)){0,3}?\s*(?:\bon\s*)?$`,
  'u',
);
/** Words that may stand before a day that opens its clause: "But on Sunday he will …". */
const OPENING = /^\s*(?:(?:but|and|then|so|also|only|late|early|later|on|in|by|since|from|until)\s+)*$/i;
/** "cancelled a planned vote", "read the will": what is to come is named, and something else is told. */
const NAMED = /(?:\b(?:a|an|the|its|his|her|their|this|any)|[’']s)\s$/i;
/** "dropped its plans to buy": the plans are over. */
const GIVEN_UP =
  /\b(?:reject|drop|scrap|abandon|cancel|shelv|halt|block|ditch|withdr[ae]w)\p{L}*\s(?:(?:its|his|her|their|the|any|all)\s)?$/iu;

/** With a day these may tell of what is to come: "The final is on Saturday". */
const PRESENT =
  /\b(?:is|are|starts?|begins?|opens?|ends?|closes?|meets?|plays?|faces?|hosts?|takes? (?:place|effect)|runs?|goes|go|returns?|votes?|holds?|kicks? off|arrives?|leaves?|travels?|resumes?|reopens?|expires?|sits?)\b/;

function hasFuture(clause: string): boolean {
  for (const cue of clause.matchAll(FUTURE)) {
    const before = clause.slice(0, cue.index);
    if (NOT_FUTURE.test(clause.slice(cue.index + cue[0].length)) || GIVEN_UP.test(before)) continue;
    if (!NAMED.test(before) || (cue[0] !== 'will' && !tellsOfPast(before))) return true;
  }
  return false;
}

/** What one "had hoped to" do on a day is told before it: when it is behind, one tells what was done. */
const HOPED = /\bhad (?:\p{L}+ )?hoped to\b/u;

/** Of these alone it is not told whether something is over: "was to meet". */
const BE_OR_HAVE = /^(?:was|were|has|have|had|did)$/;

const REPORT = new RegExp(String.raw`\s(?:${alternatives(DATED_BY_NEXT_DAY)})\s`, 'u');

/** Where a clause goes on to what somebody says; its length when nobody says anything. */
function startOfReport(clause: string): number {
  const at = clause.search(REPORT);
  return at < 0 ? clause.length : at;
}

/** "if he resigns on Monday" looks ahead, "had she played on Monday" and "if on Monday he went" look back. */
function directionOfCondition(clause: string, behind: string): Direction {
  return isOver(OPENING.test(clause) ? upToBoundary(behind) : clause.toLowerCase()) ? 'past' : 'future';
}

/** "The council on Sunday | cancelled a vote planned for …": a verb right behind the day is the day's. */
function beginsWithPast(rest: string): boolean {
  const [first = ''] = rest.trimStart().split(/[^\p{L}]/u, 1);
  return !BE_OR_HAVE.test(first) && isOver(first) && !hasFuture(first);
}

/**
 * Reads the direction off the clause around a day: "would take part on Sunday" is to come, "said on Thursday that he
 * would" is over. News tells of the past unless it says otherwise.
 * @param mention the day, within `sentence`
 */
export function directionOf(text: string, sentence: Span, mention: Span): Direction {
  const around = dayClause(text, sentence, mention);
  const { before: clause, isRelative, behind } = around;
  if (DEADLINE.test(clause) && ASKED.test(clause)) return 'future';
  if (SAYING.test(clause)) return 'past';
  const off = calledOff(around);
  // A plan given up may be one for a day to come; one that "was" given up mostly is not.
  if (off !== null && !HOPED.test(clause)) return off === 'before' ? 'past' : 'unsure';
  if (hasFuture(clause)) return 'future';
  if (UNSURE.test(clause)) return 'unsure';
  if (isConditional(around)) return directionOfCondition(clause, behind);
  const isPresent = !isOver(clause) && PRESENT.test(clause);
  if (!OPENING.test(clause) && !isPresent && tellsOfPast(clause)) return 'past';
  const after = behind.replace(/^\s*,/, '');
  const rest = upToBoundary(after);
  if (!OPENING.test(clause) && beginsWithPast(rest)) return 'past';
  // "On Sunday he announced it would close": the first verb is the day's.
  if (!hasFuture(rest.slice(0, startOfReport(rest)))) {
    const mayBeToCome = isPresent || (OPENING.test(clause) && PRESENT.test(rest));
    // "The talks, which begin on Monday, were agreed on in May": behind its comma, what is over is not of the relative clause.
    const isOtherClause = isRelative && isPresent && after !== behind;
    return mayBeToCome && (isOtherClause || !isOver(rest)) ? 'unsure' : 'past';
  }
  // "Thursday's attack will be remembered": the day may lie on either side.
  return /^[’']s\b/.test(after) ? 'unsure' : 'future';
}

/** Whether the clause of a day tells, by its verb, of what is over: "fell on Jan. 29", and not "elections on Nov. 7". */
export function isTold(text: string, sentence: Span, mention: Span): boolean {
  const { before, behind } = dayClause(text, sentence, mention);
  return tellsOfPast(before) || tellsOfPast(upToBoundary(behind));
}

/** Whether a word for a day heads its clause and the verb right behind it is over: "Tomorrow never came". */
export function isSubjectOfPast(text: string, sentence: Span, mention: Span): boolean {
  const { before, behind } = dayClause(text, sentence, mention);
  const [verb = ''] = behind
    .replace(/^ (?:never|always|only) /, ' ')
    .trimStart()
    .split(/[^\p{L}]/u, 1);
  return OPENING.test(before) && behind.startsWith(' ') && isOver(verb);
}
