import { AROUND_GREETINGS, GREETINGS } from '../../english/lists/courtesies.js';

/** "How are you", "what's up": asked of whoever answers, and not of the articles. */
const SMALL_TALK =
  /^(?:(?:hey|hi|hello|yo|so|and|ok)[ ,!]+)?(?:how (?:are|r) (?:you|u|things|ya)|how(?:['’]?s| is) it going|how(?:['’]?s| is) (?:your day|life)|what(?:['’]?s| is) up|wassup|sup|hru|wyd|(?:are |r )?(?:you|u) (?:single|real|human|alive|ok|okay|there|a bot|a human)|who (?:are|r|made) (?:you|u)|(?:what|who) (?:are|r) (?:you|u)|good (?:bot|night|morning))\b/i;
/** What is longer goes on to ask something. */
const LONGEST_SMALL_TALK = 45;

/** "Thanks!" is no question, though an article may well have thanked somebody. */
export function isCourtesy(text: string): boolean {
  if (text.length <= LONGEST_SMALL_TALK && SMALL_TALK.test(text.trim())) return true;
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return (
    words.some((word) => GREETINGS.has(word)) &&
    words.every((word) => GREETINGS.has(word) || AROUND_GREETINGS.has(word))
  );
}
