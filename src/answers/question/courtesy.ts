import { AROUND_GREETINGS, GREETINGS } from '../../english/lists/courtesies.js';

/** "Thanks!" is no question, though an article may well have thanked somebody. */
export function isCourtesy(text: string): boolean {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return (
    words.some((word) => GREETINGS.has(word)) &&
    words.every((word) => GREETINGS.has(word) || AROUND_GREETINGS.has(word))
  );
}
