import { AROUND_GREETINGS, GREETINGS } from '../../english/lists/courtesies.js';
import { trimTail } from '../../english/tail.js';

/** "How are you", "what's up": asked of whoever answers, and not of the articles. */
const SMALL_TALK =
  /^(?:(?:hey|hi|hello|yo|so|and|ok)[ ,!]{1,3})?(?:how (?:are|r) (?:you|u|things|ya)|how(?:['’]?s| is) (?:it going|life|your day)|what(?:['’]?s| is) up|wassup|sup|hru|wyd|(?:are |r )?(?:you|u) (?:single|real|human|alive|ok|okay|there|a bot|a human)|(?:who|what) (?:are|r|made) (?:you|u)|good (?:bot|night|morning|evening))(?:,? (?:today|now|bot|man|bro|mate|everyone|guys|there|doing)){0,3}$/i;
/** What is longer goes on to ask something. */
const LONGEST_SMALL_TALK = 45;

/** "Thanks!" is no question, though an article may well have thanked somebody. */
export function isCourtesy(text: string): boolean {
  if (text.length <= LONGEST_SMALL_TALK && SMALL_TALK.test(trimTail(text.trim(), /[\s?!.]/))) return true;
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return (
    words.some((word) => GREETINGS.has(word)) &&
    words.every((word) => GREETINGS.has(word) || AROUND_GREETINGS.has(word))
  );
}
