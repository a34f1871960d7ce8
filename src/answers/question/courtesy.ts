/** Any of these makes a message of such words alone a courtesy … */
const GREETINGS = new Set(
  'thanks thank thx ty cheers hi hello hey bye goodbye morning evening night ok okay lol'.split(' '),
);
/** … whatever of these stands around it. */
const AROUND = new Set(
  'you very much so a lot again there many oh no good nice great bot please everyone all for that'.split(' '),
);

/** "Thanks!" is no question, though an article may well have thanked somebody. */
export function isCourtesy(text: string): boolean {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.some((word) => GREETINGS.has(word)) && words.every((word) => GREETINGS.has(word) || AROUND.has(word));
}
