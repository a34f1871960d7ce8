import { scaleOf } from '../english/numbers.js';
import type { Word } from './word.js';

/** Keys of the words that count and may be in no figure: "in 1600", "hundreds". "One" is as often somebody as a number. */
export function looseNumbers(words: readonly Word[]): string[] {
  const counts = words.filter(({ text, number }) => (number !== null ? number !== 1 : scaleOf(text) !== undefined));
  return counts.map(({ key }) => key);
}
