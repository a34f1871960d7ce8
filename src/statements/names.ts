import { SURE_MONTH } from '../english/calendarPatterns.js';
import type { Word } from './word.js';

const ONLY_MONTH = new RegExp(`^(?:${SURE_MONTH})$`, 'i');

/** Whether a word is (a part of) a name; a month is no name here, as days are compared as days. */
export function isNameWord(word: Word | undefined): boolean {
  return word?.name === true && !ONLY_MONTH.test(word.text);
}

/** Names in one piece: "Kim Jong Un". A possessive ends one ("Russia's | Far East"); months are no names here. */
export function namesIn(words: readonly Word[]): Word[][] {
  const runs: Word[][] = [];
  words.forEach((word, i) => {
    if (!isNameWord(word)) return;
    const last = runs.at(-1);
    const before = last?.at(-1);
    const joined = before !== undefined && before === words[i - 1] && word.start - before.end === 1;
    if (last !== undefined && joined && !/[’']s$/.test(before.text)) last.push(word);
    else runs.push([word]);
  });
  return runs;
}

/** Whether two runs can name one: each word of the shorter is in the longer. "South Korea" is not "North Korea". */
export function isSameName(a: readonly Word[], b: readonly Word[]): boolean {
  const [few, many] = a.length <= b.length ? [a, b] : [b, a];
  const keys = new Set(many.map((word) => word.key));
  return few.every((word) => keys.has(word.key));
}

/** A run as written. */
export function writtenName(words: readonly Word[]): string {
  return words.map((word) => word.text.replace(/[’']s$/, '')).join(' ');
}
