import { analyze, isStopWord, type Token } from '../../english/analyzer.js';
import { PEOPLE_WORDS } from '../../english/lists/peopleWords.js';
import type { Match } from './match.js';
import type { Reading } from './reading.js';
import type { PassageRun } from './run.js';

/** A word matched at least so is the very thing asked for; a part of a name ("Korea") or a kindred word is not. */
export const SURE = 0.75;
/** Words after "which" or "who is the" that may name the kind of thing asked for. */
const MAX_FOCUS_WORDS = 4;
/** Openings after which the kind of thing asked for is named. */
const FOCUS =
  /\b(?:which|how many|how much|number of|name of|what(?:['’]s| (?:is|was|are|were))|what|who (?:is|was|are|were)|who's)\s+(?:the\s+|an?\s+)?([\p{L}\p{N}'’.-][\p{L}\p{N}'’.\s-]*)/iu;
/** "Empty folders how many?", as people type it: the word before is the kind of thing. */
const COUNT_LAST = /\bhow (?:many|much)[\s?!.]{0,9}$/i;
/** "Name of the spokesperson", "who is the mayor", "what is the mayor's name": who holds a role. */
const ROLE =
  /\bname of\b|\bwho(?:['’]s| (?:is|was|are|were)) (?:the\b|[\p{L}\p{N}. -]+['’]s?\s|(?!this\b|always\b|\p{L}*ous\b)\p{L}{2,30}s \p{L})|\b(?:names?|called)\s*\??$/iu;

/** Whether it is asked who holds a role, rather than which of many things. */
export function asksForRole(asking: string): boolean {
  return ROLE.test(asking);
}

/**
 * The concepts that name the kind of thing asked for, by their places; none when the question does not say. Of a role the
 * last word counts ("North Korean foreign minister"), of "which major company" any.
 */
export function focusOf({ question }: Reading): number[] {
  const words = focusWords(question.asking);
  const head = question.concepts.flatMap((c, i) => (c.term.split(' ').some((term) => words.includes(term)) ? [i] : []));
  return asksForRole(question.asking) ? head.slice(-1) : head;
}

/** The terms of the words that name the kind of thing asked for. */
function focusWords(asking: string): string[] {
  const counted = COUNT_LAST.exec(asking);
  if (counted)
    return analyze(asking.slice(0, counted.index))
      .slice(-1)
      .map(({ term }) => term);
  const words: string[] = [];
  for (const token of analyze(FOCUS.exec(asking)?.[1] ?? '', true)) {
    if (isStopWord(token) || words.length >= MAX_FOCUS_WORDS || token.term === 'name') break;
    words.push(token.term);
  }
  return words;
}

/** A word that is only alike, or of the same field, is not the thing that was asked for: a "crew" is no "submarine". */
const isSure = (match: Match | undefined): boolean => match !== undefined && match.by !== 'meaning';
const isTheThing = (match: Match | undefined, sure: number): boolean => isSure(match) && (match?.strength ?? 0) >= sure;

/** How strongly the excerpt holds the kind of thing asked for. */
export function focusStrength(run: PassageRun, reading: Reading): number {
  const head = focusOf(reading);
  if (head.length === 0) return 1;
  let most = 0;
  for (let passage = run.first; passage <= run.last; passage++) {
    const matches = reading.matches(passage);
    for (const i of head) if (isSure(matches[i])) most = Math.max(most, matches[i]?.strength ?? 0);
  }
  return most;
}

/**
 * The best that two words of one sentence come to: one that holds the head, one that `isAnswer`.
 * @param worth of both, and the word behind the second
 * @param sure how strongly the first must hold it
 */
export function nearestTo(
  run: PassageRun,
  reading: Reading,
  isAnswer: (token: Token) => boolean,
  worth: (head: Token, answer: Token, next: Token | undefined) => number,
  sure = SURE,
): number {
  const head = focusOf(reading);
  const isOfPeople = head.some((i) => reading.question.concepts[i]?.surface === 'people');
  let most = 0;
  for (let passage = run.first; passage <= run.last; passage++) {
    const { tokens } = reading.terms(passage);
    const matches = reading.matches(passage);
    const things = head.flatMap((i) => (isTheThing(matches[i], sure) ? (matches[i]?.tokens ?? []) : []));
    const heads = isOfPeople ? [...things, ...tokens.filter(({ surface }) => PEOPLE_WORDS.has(surface))] : things;
    for (const [at, answer] of tokens.entries()) {
      if (!isAnswer(answer)) continue;
      for (const thing of heads) most = Math.max(most, worth(thing, answer, tokens[at + 1]));
    }
  }
  return most;
}
