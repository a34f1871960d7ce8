import { ADVERBS } from './lists/adverbs.js';
import { KIN } from './lists/kin.js';
import { ROLES } from './lists/roles.js';

/** Other words for an office, so that "Russia's top diplomat" finds the foreign minister. */
export const SAME_OFFICE: readonly (readonly [RegExp, string])[] = [
  [/\b(?:top|chief) diplomat$/u, 'foreign minister'],
  [/\b(?:top|chief) diplomat$/u, 'secretary of state'],
  [/\bhead of state$/u, 'president'],
  [/\bhead of government$/u, 'prime minister'],
  [/\bpresident$/u, 'leader'],
];

const POSSESSIVE_ENDING = /(?:'s|s')$/u;

/** Whether a lower-case word is an adverb that may stand beside a verb. */
export function isAdverb(word: string): boolean {
  return (
    ADVERBS.has(word) ||
    (/[a-z]{3}ly$/u.test(word) && !/^(?:family|ally|assembly|supply|reply|italy|bully|monopoly)$/u.test(word))
  );
}

/** Whether a lower-case word ends as a possessive: "Lavrov's", "players'". */
export function isPossessive(word: string): boolean {
  return POSSESSIVE_ENDING.test(word);
}

/** Whether a lower-case word says what somebody is, by office or to somebody else: "minister", "neighbour". */
export function isPersonWord(word: string): boolean {
  return ROLES.has(word) || KIN.has(word);
}
