import { BEFORE_NUMBER, EITHER_WAY, TITLES } from './lists/abbreviations.js';
import { SENTENCE_STARTERS } from './lists/sentenceStarters.js';

/** "U.S", "N.S", "p.m", "J" and "J.R": letters with stops between them. */
const INITIALS = /^(?:\p{L}\.)*\p{L}$/u;

/** Whether the word is one that sentences like to begin with. */
export function beginsSentence(word: string): boolean {
  return SENTENCE_STARTERS.has(word);
}

/** Whether a sentence can end after `word` and its full stop, when `next` is the word that follows. */
export function stopEndsSentence(word: string, next: string): boolean {
  const known = word.toLowerCase();
  if (TITLES.has(known)) return false;
  if (BEFORE_NUMBER.has(known) && /^\d/.test(next)) return false;
  if (EITHER_WAY.has(known) || INITIALS.test(word)) return SENTENCE_STARTERS.has(next);
  return true;
}
