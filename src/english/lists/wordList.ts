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
