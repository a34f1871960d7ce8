import type { Word } from '../search/saying.js';

const DAY_NAME =
  /^(?:mon|tues|wednes|thurs|fri|satur|sun)day|^(?:january|february|march|april|june|july|august|september|october|november|december)$/i;

/** Names in one piece: "Kim Jong Un". A possessive ends one ("Russia's | Far East"); days and months are no names here. */
export function nameRuns(words: readonly Word[]): Word[][] {
  const runs: Word[][] = [];
  words.forEach((word, i) => {
    if (!word.name || DAY_NAME.test(word.text)) return;
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
