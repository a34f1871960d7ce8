import type { Word } from './word.js';

/** Where two texts part: the words of each between the same neighbours. Neither is empty. */
export interface Replacement {
  readonly ofA: readonly Word[];
  readonly ofB: readonly Word[];
  /** The word that stands behind both; undefined at the end. */
  readonly next: Word | undefined;
}

/** What a word is in print: names by their key ("US", "United States"), other words as written but for case. */
export function printed(word: Word): string {
  return word.name || word.number !== null ? word.key : word.text.toLowerCase().replaceAll('’', "'");
}

/** Lengths of the longest common subsequences of all tails; the classic table, small as sentences are. */
function commonTails(a: readonly string[], b: readonly string[]): number[][] {
  const table = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  for (let i = a.length - 1; i >= 0; i--) {
    const row = table[i];
    const below = table[i + 1];
    if (row === undefined || below === undefined) continue;
    for (let j = b.length - 1; j >= 0; j--) {
      row[j] = a[i] === b[j] ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0);
    }
  }
  return table;
}

/** Two texts laid side by side, word by word. */
export interface Alignment {
  /** How many words stand in both, in the same order. */
  readonly equal: number;
  readonly replacements: readonly Replacement[];
}

/** Lays two runs of words side by side so that as many as possible match. */
export function align(a: readonly Word[], b: readonly Word[]): Alignment {
  const [wordsA, wordsB] = [a.map(printed), b.map(printed)];
  const table = commonTails(wordsA, wordsB);
  const replacements: Replacement[] = [];
  let [i, j, equal] = [0, 0, 0];
  let [fromA, fromB] = [0, 0];
  const close = () => {
    if (i > fromA && j > fromB) replacements.push({ ofA: a.slice(fromA, i), ofB: b.slice(fromB, j), next: a[i] });
  };
  while (i < a.length && j < b.length) {
    if (wordsA[i] === wordsB[j]) {
      close();
      [i, j, equal] = [i + 1, j + 1, equal + 1];
      [fromA, fromB] = [i, j];
    } else if ((table[i + 1]?.[j] ?? 0) >= (table[i]?.[j + 1] ?? 0)) i += 1;
    else j += 1;
  }
  [i, j] = [a.length, b.length];
  close();
  return { equal, replacements };
}
