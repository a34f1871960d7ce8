import type { DayClause } from './dayClause.js';
import { isOver } from './pastVerbs.js';

/** What is planned for a day: behind these stand the deed, and its day. "A planned vote" has its own verb. */
const PLAN_CUE =
  /\b(?:(?:hoped|wanted|intended|planned) to|(?:planned|scheduled|slated|due|expected|booked|intended|set|meant|supposed|billed)(?= (?:to|for|at|in|back|home|out)\b|(?<!\bset)(?: on\b| (?:late |early |last |next )?$)))(?=\s)/g;
/** Of these somebody is the doer: "they planned to meet". */
const OWN_PLAN = / to$/;
/** What a plan's verb takes: "to be held", "to have been opened" tell of nothing that is over. */
const TO_BE_DONE = /\b(?:be|have|have been) \p{L}+/gu;
const ENDS_PLAN = /[.;:?!()“”"]/;

/** "had been planned for", "had hoped to", "originally scheduled for": told because it came to nothing. */
const NO_LONGER = /\b(?:had(?: \p{L}+ly)? been(?: \p{L}+ly)?|had|originally|initially|previously)\s$/u;
/** A plan that was made, be it kept or not. */
const WAS_MADE = /\b(?:was|were|had been)(?:\s\p{L}+){0,2}\s$/u;

const CALLED_OFF =
  'cancell?ed|postponed|called off|scrapped|put (?:off|on hold)|abandoned|delayed(?! by)|shelved|pushed (?:back|to)|moved(?! (?:in)?to (?:an?|the) )|rescheduled|dropped|aborted|scrubbed|brought forward|adjourned|deferred|axed|ditched|rained off|suspended|withdrawn';
/** "has been cancelled", "was then called off". */
const IS_CALLED_OFF = new RegExp(
  String.raw`\b(?:was|were|is|are|has|have|had|been|being|(?:will )?be|got)\s(?:\p{L}+\s){0,2}?(?:${CALLED_OFF})\b`,
  'u',
);
/** "Monday's match has been postponed". */
const MATCH_OF_DAY_IS_OFF =
  /^[’']s(?:\s[\p{L}’'-]+){1,6}?\s(?:has been|have been|was|were|is|are)\s(?:cancell?ed|postponed|called off|scrapped)\b/u;
const IS_NOT_HELD =
  /\b(?:\p{L}+ (?:not|never|no longer)|\p{L}+n[’']t)\s(?:\p{L}+\s)?(?:go(?:ing|ne)? ahead|take(?:n)? place|happen(?:ed)?|be held|been held|held)\b/u;
/** "cancelled a vote planned for Monday", "the postponement of talks, which were set for Monday". */
const CALLS_OFF =
  /\b(?:(?:cancel|postpon)\p{L}*|cancellation of|scrap(?:s|ped|ping)?|call(?:s|ed|ing)? off|put(?:s|ting)? off|shelv(?:es|ed|ing)|abandon(?:s|ed|ing)?)\s(?!(?:for|to|until|till|from|by|on|in|at|due|because)\s)(?:(?!(?:and|but|or|is|was|were|are|will|be|now)\s)[\p{L}\p{N}’'.&-]+\s){0,8}?(?:(?:[\p{L}\p{N}’'.&-]+,\s)?(?:which|that)\s(?:was|were|had been|is|are)\s)?$/u;
/** Right before a word that calls something off: nobody says that it is. */
const UNSURE =
  /(?:\b(?:not|never|may|might|could|can|would|should)|n[’']t)\s(?:\p{L}+\s)?$|\bto\s$|\b(?:if|unless|whether)\b[^,]{0,40}$/u;

/** "was due on Sunday, but stayed at home". */
const BUT = /^(?:[^.;:?!“”"]{0,80}?[\s,])(?:but|only to)\s(?!not\b|also\b|only\b)/;
/** What tells that a thing is called off now, and not then: its day may lie ahead. */
const NOW = /\b(?:has|have|is|are|will|now|(?:has|have|is|are|wo)n[’']t)\b/;

/** The text up to a place where a plan for the day begins that nothing else stands in between, or null. */
function aheadOfPlan(ahead: string): { readonly lead: string; readonly cue: string } | null {
  const found = [...ahead.matchAll(PLAN_CUE)].at(-1);
  if (found === undefined) return null;
  const plan = ahead.slice(found.index + found[0].length);
  if (ENDS_PLAN.test(plan) || isOver(plan.replace(TO_BE_DONE, ' '))) return null;
  return { lead: ahead.slice(0, found.index), cue: found[0] };
}

/** The words by which a text says that what was planned is not done; null when it says none. */
function endOfPlan(behind: string): string | null {
  const off = IS_CALLED_OFF.exec(behind);
  if (off && !UNSURE.test(behind.slice(0, off.index)) && !/\b(?:not|never)\b/.test(off[0])) return off[0];
  return IS_NOT_HELD.exec(behind)?.[0] ?? null;
}

/** What takes a plan back that was made: "was due on Sunday, but stayed". "but it may" and "but it was unclear" take nothing back. */
function butOtherwise(behind: string): string | null {
  const but = BUT.exec(behind);
  if (!but) return null;
  const otherwise = behind.slice(but[0].length);
  return /^(?:\p{L}+\s){0,3}(?:may|might|could|(?:was|is|remain\p{L}*) (?:unclear|uncertain|not))\b/u.test(otherwise)
    ? null
    : otherwise;
}

/**
 * Whether what a sentence tells of a day is a plan that came to nothing ("had been planned for", "was due on Monday but was put off"), and
 * when that was said: `before` the sentence was written, so that the day is over, or `now`, so that it may lie ahead.
 * @param clause what stands around the day
 * @returns null when nothing of the kind is told
 */
export function calledOff({ ahead, behind }: DayClause): 'before' | 'now' | null {
  const plan = aheadOfPlan(ahead);
  if (plan === null) return toldOf(MATCH_OF_DAY_IS_OFF.exec(behind)?.[0] ?? null);
  const { lead, cue } = plan;
  const calls = CALLS_OFF.exec(lead);
  if (calls && !UNSURE.test(lead.slice(0, calls.index))) return 'now';
  const otherwise = (wasMade(lead, cue) ? butOtherwise(behind) : null) ?? endOfPlan(behind);
  if (otherwise === null && NO_LONGER.test(lead)) return OWN_PLAN.test(cue) ? 'now' : 'before';
  return toldOf(otherwise);
}

/** Whether a plan was made and may not be kept; what was only expected goes on being expected. */
function wasMade(lead: string, cue: string): boolean {
  return cue !== 'expected' && (WAS_MADE.test(lead) || (OWN_PLAN.test(cue) && !/\b(?:is|are|be)\s$/.test(lead)));
}

/** When a plan was taken back with some words. */
function toldOf(words: string | null): 'before' | 'now' | null {
  if (words === null) return null;
  return NOW.test(words) ? 'now' : 'before';
}
