import { analyze } from '../../english/analyzer.js';
import { COUNTING_WORDS } from '../../english/numbers.js';
import { deedOf } from '../../statements/verbClasses.js';
import type { Question } from '../question/question.js';
import { asksForRole, focusStrength, nearestTo } from './focus.js';
import type { Reading } from './reading.js';
import { namesRoleHolder } from './roleHolder.js';
import { evidenceAtMatch, evidenceIn, type PassageRun } from './run.js';
import { hasWordsOf } from './spokenBy.js';

/** A number that counts a thing stands at most so many words from it: "more than 1,000 shipping containers", "the death toll rose to 14". */
const COUNT_REACH = 4;
const NUMBER = new RegExp(`^(?:\\d[\\d.,]*|${COUNTING_WORDS}|several|half)$`);
/** What a number counts is named after these; "how much did it rise" names nothing. */
const COUNTED =
  /\b(?:how many|number of|how much (?!(?:do|does|did|is|are|was|were|has|have|had|will|would|can|could|of|more|less)\b))/i;
const WHAT_IS_THE = /\bwhat(?:['’]s| (?:is|was|are|were)) the\b/i;

/**
 * How well an excerpt meets what its question expects, stricter than ranking asks: a count before the thing counted, a
 * name beside the role it fills, words by the one who is asked about.
 * @returns 0..1; 1 where nothing special is expected
 */
export function expectationMet(run: PassageRun, reading: Reading): number {
  const { asking, kind, form } = reading.question;
  if (form) return evidenceAtMatch(run, reading);
  switch (kind) {
    case 'statement':
      return hasWordsOf(run, reading);
    case 'number':
      return asksForCount(reading.question)
        ? hasCount(run, reading) * holdsDeed(run, reading)
        : evidenceAtMatch(run, reading);
    case 'thing':
    case 'definition':
      return WHAT_IS_THE.test(asking) ? focusStrength(run, reading) : 1;
    case 'person':
    case 'name':
      return Math.min(
        asksForRole(asking) ? namesRoleHolder(run, reading) : focusStrength(run, reading),
        evidenceAtMatch(run, reading),
      );
    case 'place':
    case 'reason':
      // Where something was and why it came to that is often told in the next sentence.
      return evidenceIn(run, reading);
    default:
      return evidenceAtMatch(run, reading);
  }
}

/** What is counted may be said in other words than in the question, as long as the number is there: "people died", "killing 27". */
const COUNTED_SURE = 0.55;

/** Whether a number stands near the thing that is counted. */
function hasCount(run: PassageRun, reading: Reading): number {
  return nearestTo(
    run,
    reading,
    (token) => NUMBER.test(token.surface),
    (counted, number, next) => {
      const distance = counted.position - number.position;
      if (distance > 0 && distance <= COUNT_REACH) return 1;
      // "killing 27 people", "the toll rose to 14"; "kites over 12 boats" counts the boats.
      const isItsOwn = deedOf(counted.term) !== counted.term || next?.position !== number.position + 1;
      return distance < 0 && -distance <= COUNT_REACH && isItsOwn ? 1 : 0;
    },
    COUNTED_SURE,
  );
}

/** A deed is the one that is asked about when its own word, or one for the same deed, stands there: not one of like meaning. */
const SURELY_DONE = 0.5;

/** Where a second question begins, which may be of another deed: "how many astronauts are on it and how long is the trip". */
const AND_ASKS = /\s(?:and|n|&) (?=(?:how|what|when|where|who|which|why)\b)/i;

/** "How many died" is not answered by how many were injured: 1 when the run holds the deed that is counted, or none is named. */
function holdsDeed(run: PassageRun, reading: Reading): number {
  const { asking, concepts } = reading.question;
  const counted = new Set(analyze(asking.split(AND_ASKS)[0] ?? '').map(({ term }) => term));
  for (const [place, { term }] of concepts.entries()) {
    const deed = term.split(' ').some((word) => counted.has(word)) ? deedIn(term) : null;
    if (deed === null) continue;
    const isHeld = passagesOf(run).some((passage) => {
      const match = reading.matches(passage)[place];
      const hasSame = reading.terms(passage).tokens.some((token) => deedOf(token.term) === deed);
      return hasSame || (match !== undefined && match.by !== 'meaning' && match.strength >= SURELY_DONE);
    });
    if (!isHeld) return 0;
  }
  return 1;
}

/** The class of deed that a concept names; "people died" is a phrase, whose deed is in one of its words. */
function deedIn(term: string): string | null {
  for (const word of term.split(' ')) if (deedOf(word) !== word) return deedOf(word);
  return null;
}

/** Whether a count of a thing is asked for. */
const asksForCount = ({ asking, kind }: Question): boolean => kind === 'number' && COUNTED.test(asking);

/** Whether a count is asked for and the run counts another deed: it tells how many were injured, and not how many died. */
export function countsAnotherDeed(run: PassageRun, reading: Reading): boolean {
  return asksForCount(reading.question) && holdsDeed(run, reading) === 0;
}

function passagesOf({ first, last }: PassageRun): number[] {
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}
