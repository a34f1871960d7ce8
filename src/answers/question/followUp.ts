import { trimTail } from '../../english/tail.js';
import { isCourtesy } from './courtesy.js';
import { BEGINNING, withPersonBefore } from './personBefore.js';

/**
 * A follow-up is no question by itself: "and when?", "who else?", "what about Putin", "what did he say". It is read with the question before it,
 * of which only the words are known.
 */

/** "ok and …", "but …": leads from the answer before to the follow-up, and says nothing. */
const LEADING = /^(?:(?:ok|okay|and|nd|n|but|so|also|then|yeah|yes|hm+|wait)\b[\s,]*)+/i;
/** "why tho", "when exactly lol": follows what is asked, and asks nothing. */
const TRAILING = /(?:\s{1,3}(?:tho|though|then|lol|pls|plz|please|man|bro)){1,3}$/i;
/** Asking words as they are typed. */
const TYPED: readonly (readonly [RegExp, string])[] = [
  [/\b(?:wen|whn)\b/gi, 'when'],
  [/\bwher\b/gi, 'where'],
  [/^(?:y|wy)$/gi, 'why'],
  [/^how come$/gi, 'why'],
];
/** Behind "and" a question of somebody whom the one before has named. */
const POINTS_BACK = /\b(?:he|she|they|him|her|them|his|their|it|its|there)\b/i;
/** "when", "who else", "how many of them": asks without saying of what. */
const ASKING_ALONE =
  /^(?:(?:since|until|by|from|to|with)\s+)?(?:who|whom|whose|what|when|where|why|which|how(?:\s+(?:many|much|long|often|old|far|big|so))?)(?:\s+(?:else|exactly|again|of (?:them|those|these)|and (?:when|where|why|how)))*$/i;
/** "what about Putin", "how about in Moscow": the same of something else. */
const ABOUT_ELSE = /^(?:what|how)\s+about\s+(\S.*)$/i;
/** By such a word a question begins that can be read by itself. */
const WHOLE_QUESTION =
  /^(?:who|whom|whose|what|when|where|why|which|how|did|does|do|is|are|was|were|has|have|had|will)\b/i;
/** A follow-up that names nobody before has few words; what has more is a question by itself. */
const MOST_WORDS = 6;
/** No question is longer, in characters. */
const MOST_CHARACTERS = 2_000;
const FINAL_MARK = /[\s?!.…]/;

/**
 * Reads a follow-up with the question before it.
 * @param before the question that was asked before, as it was typed
 * @returns one question in plain words; null when it is no follow-up, and so is read by itself
 */
export function joinFollowUp(text: string, before: string): string | null {
  const plain = trimEnd(text);
  if (isCourtesy(plain)) return null;
  let said = plain.replace(LEADING, '').replace(TRAILING, '');
  for (const [typed, word] of TYPED) said = said.replace(typed, word);
  const leads = LEADING.test(plain);
  const asked = trimEnd(before);
  if (asked === '' || said === '') return null;
  const ofPerson = withPersonBefore(said, asked);
  if (ofPerson !== null) return ofPerson;
  if (said.split(/\s+/).length > MOST_WORDS) return null;
  if (ASKING_ALONE.test(said)) return `${said} ${asked.replace(BEGINNING, '')}`.trim();
  const other = ABOUT_ELSE.exec(said)?.[1];
  if (other !== undefined) return `${asked} ${other}`;
  // "and Putin?" is "what about Putin"; "and who met Putin?" is a question.
  return leads && (!WHOLE_QUESTION.test(said) || POINTS_BACK.test(said)) ? `${asked} ${said}` : null;
}

function trimEnd(text: string): string {
  return trimTail(text.trim().slice(0, MOST_CHARACTERS), FINAL_MARK);
}

/** Whether a message would be read with a question before it, if there was one of a person. */
export function isFollowUp(text: string): boolean {
  return joinFollowUp(text, 'who is Kim') !== null;
}
