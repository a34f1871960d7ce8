import { UNCHANGED_PAST } from '../../english/lists/irregularPasts.js';
import { ATTRIBUTING_WORDS, DATED_BY_NEXT_DAY } from '../../english/lists/sayingVerbs.js';
import { tellsOfPast } from '../../english/pastVerbs.js';
import type { Span } from '../../english/span.js';
import { namesDeed, verbsOf } from '../../statements/deeds.js';
import type { Statement } from '../../statements/statement.js';
import type { Word } from '../../statements/word.js';

/** What a day in a statement belongs to. */
export interface DatedDeed {
  /** The verb, or the noun for a deed in its place ("the resignation on Thursday"). */
  readonly word: Word;
  /** `said`: that somebody said something. `announced`: what somebody said that he would do. */
  readonly manner: 'done' | 'named' | 'announced' | 'said';
}

const TO_BE_DONE = /^(?:will|would|to|shall)$/i;
/** Between "would" and its verb: "would now also be". */
const BEHIND_MODAL = 3;

/**
 * The deed that a day belongs to: the verb before it, or right behind it ("on Thursday slammed"); where that only says
 * something, what is said to be done; where there is no verb, a noun that names a deed; else what follows.
 * @returns null when nothing of the kind is there
 */
export function datedDeed(statement: Statement, day: Span): DatedDeed | null {
  const { words } = statement;
  const verbs = new Set(verbsOf(statement));
  // "an official visit" and "they visit" look alike: without an ending that tells, it is taken for the noun.
  const isVerb = (word: Word) => verbs.has(word) && !(namesDeed(word) && !hasTense(word));
  const before = words.filter(({ end }) => end <= day.start);
  const behind = words.filter(({ start }) => start >= day.end);
  const next = behind[0];
  const verb =
    next !== undefined && isVerb(next) && next.content && !startsDay(before) ? next : lastDeed(before, isVerb);
  if (verb !== undefined && !isReport(verb)) return { word: verb, manner: 'done' };
  const noun = before.findLast((word) => namesDeed(word) && !isVerb(word) && word.start > (verb?.start ?? -1));
  if (noun !== undefined) return { word: noun, manner: 'named' };
  if (verb !== undefined) {
    const told = announcedDeed(behind, isVerb);
    return told === undefined ? { word: verb, manner: 'said' } : { word: told, manner: 'announced' };
  }
  const later = behind.find((word) => (isVerb(word) && word.content) || isReport(word) || namesDeed(word));
  if (later === undefined) return null;
  return { word: later, manner: isReport(later) ? 'said' : isVerb(later) ? 'done' : 'named' };
}

function hasTense({ text }: Word): boolean {
  return tellsOfPast(text.toLowerCase()) || UNCHANGED_PAST.has(text.toLowerCase());
}

/** "said Thursday met" is no English: with a verb right before the day, the day is that verb's. */
function startsDay(before: readonly Word[]): boolean {
  const last = before.at(-1);
  return last !== undefined && (isReport(last) || hasTense(last));
}

function lastDeed(before: readonly Word[], isVerb: (word: Word) => boolean): Word | undefined {
  return before.findLast((word) => (isVerb(word) && word.content) || isReport(word));
}

/** What somebody is said to be going to do. */
function announcedDeed(behind: readonly Word[], isVerb: (word: Word) => boolean): Word | undefined {
  const at = behind.findIndex(({ text }) => TO_BE_DONE.test(text));
  if (at < 0) return undefined;
  return behind.slice(at + 1, at + 1 + BEHIND_MODAL).find((word) => (isVerb(word) || namesDeed(word)) && word.content);
}

function isReport({ text }: Word): boolean {
  const word = text.toLowerCase();
  return ATTRIBUTING_WORDS.has(word) || DATED_BY_NEXT_DAY.has(word);
}
