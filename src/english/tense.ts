import { TITLES } from './lists/abbreviations.js';
import { IRREGULAR_PAST } from './lists/irregularPasts.js';
import { DATED_BY_NEXT_DAY } from './lists/sayingVerbs.js';
import { alternatives } from './lists/wordList.js';
import type { Span } from './span.js';

/** Which way a day named in a clause lies from the article's own day; `unsure` when the clause does not tell. */
export type Direction = 'past' | 'future' | 'unsure';

/** What ends a clause on the way back from the day, or on the way on. */
const BOUNDARY =
  /[,;:—–()"“”.?!]|\s-\s|\b(?:that|which|who|where|while|after|and|but|because|as(?=\s(?:he|she|it|they|we|there|the|its|his|her|their)\b)|when|if|though|although)\b/gi;
/** In lower case: "May" and "Will" with their capital are a month and people. */
const FUTURE =
  /(?<!\b(?:than|as|originally|initially|previously) )\b(?:will|would|shall|won[’']t|may|might|going to|set to|due (?:to|in|on|at)|expected|scheduled|slated|planned|planning (?:for|to)|plans?(?= (?:to|for|on|an?|the|his|her|its|their)\b)|poised|about to|to be (?:held|released|published|announced)|upcoming|hopes? to|intends? to|wants? to|ahead of|in time for|vows? to|is to|are to|was to|were to)\b|[’']ll\b/g;
/** "would have met", "may have met": no future after all; "will" as in "the will". */
const NOT_FUTURE = /^\s+(?:not\s+)?have\b/i;
const UNSURE =
  /\b(?:could|should|can|must|until|till|culminat(?:e[sd]?|ing) (?:in|with)|(?:leading|lead-up|run-up|build-up|countdown) (?:up )?to)\b|\bby\s+(?:(?:late|early|next|mid-?|the (?:end|middle|start) of)\s*)?$|\b(?:beginning|starting|happening)\s(?:on\s|at\s)?[^,]{0,20}$/i;
/** A cue verb right before the day dates the saying, whatever is said: "said on Thursday that he would". */
const SAYING = new RegExp(
  String.raw`\b(?:${alternatives(DATED_BY_NEXT_DAY)})(?:\s+(?:\p{L}+|a \p{L}+|in a \p{L}+)){0,3}?\s*(?:\bon\s*)?$`,
  'u',
);
/** Words that may stand before a day that opens its clause: "But on Sunday he will …". */
const OPENING = /^\s*(?:(?:but|and|then|so|also|only|late|early|later|on|in|by|since|from|until)\s+)*$/i;
/** How far a clause is looked through, in characters. */
const REACH = 160;

/** "a.m.", "U.S.", "Gen.": the points of an abbreviation end no clause. */
const ABBREVIATED = new RegExp(String.raw`\b(?:(?:\p{L}\.){1,4}|(?:${alternatives(TITLES)})\.)(?=\s)`, 'giu');

/** The same text, as long as before, with a space for each point that only abbreviates. */
function withoutPoints(text: string): string {
  return text.replace(ABBREVIATED, (found) => found.replaceAll('.', ' '));
}

/** A verb that tells what is over. */
const OVER = /\b(?:was|were|has|have|had|did|\p{Ll}{2,}ed)\b/u;
/** A verb that tells of now: that has a time already, and is not to come. */
const NOW = /\b(?:is|are|does|do)\b|n[’']t\b/;

function isOver(clause: string): boolean {
  return OVER.test(clause) || clause.split(/[^\p{L}]+/u).some((word) => IRREGULAR_PAST.has(word));
}

/** Whether a clause has a verb that tells of the past, or of now. */
export function tellsOfPast(clause: string): boolean {
  return NOW.test(clause) || isOver(clause);
}

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

const REPORT = new RegExp(String.raw`\s(?:${alternatives(DATED_BY_NEXT_DAY)})\s`, 'u');

/** Where a clause goes on to what somebody says; its length when nobody says anything. */
function startOfReport(clause: string): number {
  const at = clause.search(REPORT);
  return at < 0 ? clause.length : at;
}

/**
 * Reads the direction off the clause around a day: "would take part on Sunday" is to come, "said on Thursday that he
 * would" is over. News tells of the past unless it says otherwise.
 * @param mention the day, within `sentence`
 */
export function directionOf(text: string, sentence: Span, mention: Span): Direction {
  const before = withoutPoints(text.slice(Math.max(sentence.start, mention.start - REACH), mention.start));
  let boundary = 0;
  for (const found of before.matchAll(BOUNDARY)) boundary = found.index + found[0].length;
  const clause = before.slice(boundary);
  if (SAYING.test(clause)) return 'past';
  if (hasFuture(clause)) return 'future';
  if (UNSURE.test(clause)) return 'unsure';
  const isPresent = !isOver(clause) && PRESENT.test(clause);
  if (!OPENING.test(clause) && !isPresent && tellsOfPast(clause)) return 'past';
  const after = withoutPoints(text.slice(mention.end, Math.min(sentence.end, mention.end + REACH))).replace(
    /^\s*,/,
    '',
  );
  const end = after.search(BOUNDARY);
  const rest = end < 0 ? after : after.slice(0, end);
  // "On Sunday he announced it would close": the first verb is the day's.
  if (!hasFuture(rest.slice(0, startOfReport(rest)))) {
    const mayBeToCome = isPresent || (OPENING.test(clause) && PRESENT.test(rest));
    return mayBeToCome && !isOver(rest) ? 'unsure' : 'past';
  }
  // "Thursday's attack will be remembered": the day may lie on either side.
  return /^[’']s\b/.test(after) ? 'unsure' : 'future';
}

/** Whether the clause of a day tells, by its verb, of what is over: "fell on Jan. 29", and not "elections on Nov. 7". */
export function isTold(text: string, sentence: Span, mention: Span): boolean {
  const before = withoutPoints(text.slice(Math.max(sentence.start, mention.start - REACH), mention.start));
  let boundary = 0;
  for (const found of before.matchAll(BOUNDARY)) boundary = found.index + found[0].length;
  const after = withoutPoints(text.slice(mention.end, Math.min(sentence.end, mention.end + REACH)));
  const end = after.search(BOUNDARY);
  return tellsOfPast(before.slice(boundary)) || tellsOfPast(end < 0 ? after : after.slice(0, end));
}
