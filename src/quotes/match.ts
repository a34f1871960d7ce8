import Fuse from 'fuse.js';
import { DETERMINERS, SAME_OFFICE } from './grammar.js';
import { isSameWord, nameKey, type SpeakerEntry } from './speakers.js';

/** fuse.js score, 0 (same) to 1, up to which a word is taken for a misspelling of a name: "Lavrof", "Lavrow", "Trudo". */
const MISSPELT = 0.35;
/** Shorter words are too easily something else. */
const SHORTEST_MISSPELT = 4;

/**
 * Who is meant by what a user typed: a name or a part of it, a role ("the Russian foreign minister", "the minister"), or a
 * misspelling; [] when nobody who is quoted can be meant.
 * @param known names that the articles hold without quoting them: these are nobody's misspelling
 */
export function matchSpeakers(
  asked: string,
  entries: readonly SpeakerEntry[],
  known: (words: readonly string[]) => boolean,
): SpeakerEntry[] {
  const words = nameKey(asked).filter((word) => !DETERMINERS.has(word));
  if (words.length === 0) return [];
  const named = entries.filter((entry) => formsOf(entry).some((form) => words.every((word) => form.includes(word))));
  if (named.length > 0) return named;
  const spelt = entries.filter((entry) => formsOf(entry).some((form) => holds(form, words)));
  if (spelt.length > 0) return spelt;
  const holder = roleHolder(words, entries);
  if (holder) return [holder];
  return known(words) ? [] : misspelt(words, entries);
}

function formsOf(entry: SpeakerEntry): string[][] {
  return [entry.name, ...entry.aliases].map(nameKey);
}

function holds(form: readonly string[], words: readonly string[]): boolean {
  return words.length >= Math.min(2, form.length) && words.every((word) => form.some((part) => isSameWord(part, word)));
}

/** The most quoted of those who hold a role; several may be "the minister". */
function roleHolder(words: readonly string[], entries: readonly SpeakerEntry[]): SpeakerEntry | null {
  const asked = words.join(' ');
  const offices = SAME_OFFICE.filter(([pattern]) => pattern.test(asked)).map(([pattern, office]) =>
    asked.replace(pattern, office),
  );
  for (const role of [asked, ...offices]) {
    const wanted = role.split(' ');
    const holder = entries.find((entry) => entry.roles.some((held) => fitsRole(nameKey(held), wanted)));
    if (holder) return holder;
  }
  return null;
}

/** "minister" and "russia foreign minister" fit "russian foreign minister": its last word, and the others anywhere. */
function fitsRole(held: readonly string[], wanted: readonly string[]): boolean {
  const last = wanted.at(-1) ?? '';
  if (held.at(-1) !== last) return false;
  return wanted.every((word) => held.some((part) => isSameWord(part, word)));
}

function misspelt(words: readonly string[], entries: readonly SpeakerEntry[]): SpeakerEntry[] {
  const parts = entries.flatMap((entry) => [...new Set(formsOf(entry).flat())].map((part) => ({ part, entry })));
  const fuse = new Fuse(parts, { keys: ['part'], threshold: MISSPELT, includeScore: true, minMatchCharLength: 2 });
  let left: readonly SpeakerEntry[] = entries;
  for (const word of words) {
    if (word.length < SHORTEST_MISSPELT) return [];
    const hits = fuse
      .search(word)
      .filter(({ item }) => Math.abs(item.part.length - word.length) <= 2 && item.part.length >= SHORTEST_MISSPELT)
      .map(({ item }) => item.entry);
    // Best match first, as fuse orders them.
    left = [...new Set(hits)].filter((entry) => left.includes(entry));
  }
  // One misspelling means one speaker.
  return left.slice(0, 1);
}
