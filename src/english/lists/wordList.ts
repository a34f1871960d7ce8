/**
 * Reads a list of words: one entry a line, in the order of their letters, none twice. `tests/english/lists.test.ts` holds every
 * list to that, so that two people who add a word to one list meet in one place.
 */
export function wordList(text: string): ReadonlySet<string> {
  return new Set(text.trim().split('\n'));
}

/** The entries of a list as alternatives of a pattern; a pattern's marks in them are obeyed. */
export function alternatives(words: Iterable<string>): string {
  return [...words].join('|');
}

/** Reads a list of words with what each stands for: `word: meaning` a line, in the order of their letters, none twice. */
export function wordPairs(text: string): ReadonlyMap<string, string> {
  return new Map(
    text
      .trim()
      .split('\n')
      .map((line) => {
        const colon = line.indexOf(':');
        return [line.slice(0, colon), line.slice(colon + 1).trim()];
      }),
  );
}
