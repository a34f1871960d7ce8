import { editDistance } from '../search/spelling.js';
import type { Named } from './directory.js';
import type { Quote } from './quote.js';

/** Somebody who is quoted, over all articles and spellings. */
export interface SpeakerEntry {
  /** The commonest full form: 'Sergei Lavrov'. */
  readonly name: string;
  /** How many quotes. */
  readonly count: number;
  /** Other forms in the articles: 'Sergey Lavrov', 'Lavrov'. */
  readonly aliases: readonly string[];
  /** What articles call them, lower case: 'russian foreign minister'. */
  readonly roles: readonly string[];
}

/** Endings that make an inhabitant's word of a country's: Russia and Russian, Japan and Japanese, Poland and Polish. */
const DEMONYM = /(?:n|an|ian|ese|ish|i)$/u;
/** Words that do not tell two institutions apart. */
const EMPTY_WORDS = new Set(['the', 'of', 'for', 'and', 'a', 'an']);

/** A name's words to compare: lower case, no marks, no possessives. */
export function nameKey(name: string): string[] {
  return name
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/['’]s\b/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !EMPTY_WORDS.has(word));
}

/** Whether two words of names are one, spelt alike or almost: Sergei and Sergey, Lavrov and Lavrow, Russia and Russian. */
export function isSameWord(a: string, b: string): boolean {
  if (a === b) return true;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (
    short.length >= 4 &&
    long.startsWith(short.slice(0, 4)) &&
    DEMONYM.test(long) &&
    long.startsWith(short.slice(0, -1))
  )
    return true;
  return short.length >= 5 && short.charAt(0) === long.charAt(0) && editDistance(a, b) <= 1;
}

/** Whether two full names mean one speaker. */
function isSameName(a: readonly string[], b: readonly string[]): boolean {
  if (a.length !== b.length) return false;
  return a.every((word, i) => isSameWord(word, b[i] ?? ''));
}

/** Every form of a name and the entry that it belongs to. */
export class SpeakerList {
  readonly entries: readonly SpeakerEntry[];
  private readonly entryOf = new Map<string, SpeakerEntry>();

  /** @param named everybody the articles name, for the roles; may be empty */
  constructor(quotes: readonly Quote[], named: readonly Named[] = []) {
    const counts = new Map<string, number>();
    for (const { speaker } of quotes) if (speaker?.name) counts.set(speaker.name, (counts.get(speaker.name) ?? 0) + 1);
    const groups = groupNames(counts);
    const rolesOf = new Map<string, Set<string>>();
    for (const { name, roles } of named) {
      const known = rolesOf.get(name) ?? new Set();
      for (const role of roles) known.add(role);
      rolesOf.set(name, known);
    }
    this.entries = groups
      .map((names) => entryFor(names, counts, rolesOf))
      .sort((a, b) => b.count - a.count || a.name.localeCompare(b.name, 'en'));
    for (const entry of this.entries) for (const name of [entry.name, ...entry.aliases]) this.entryOf.set(name, entry);
  }

  /** Whose quote it is, null when the article does not say. */
  of(quote: Quote): SpeakerEntry | null {
    return quote.speaker?.name ? (this.entryOf.get(quote.speaker.name) ?? null) : null;
  }
}

/** Everyone who is quoted, most quoted first, with all forms of the name. */
export function listSpeakers(quotes: readonly Quote[]): SpeakerEntry[] {
  return [...new SpeakerList(quotes).entries];
}

/** Puts the forms of each name together: full names by spelling, then a lone surname with the only full name that has it. */
function groupNames(counts: ReadonlyMap<string, number>): string[][] {
  const groups: { key: string[]; names: string[] }[] = [];
  const byInitial = new Map<string, { key: string[]; names: string[] }[]>();
  const lone: { key: string[]; name: string }[] = [];
  const names = [...counts.keys()].sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0));
  for (const name of names) {
    const key = nameKey(name);
    if (key.length === 1) {
      lone.push({ key, name });
      continue;
    }
    const initial = key[0]?.charAt(0) ?? '';
    const near = byInitial.get(initial) ?? [];
    const same = near.find((group) => isSameName(group.key, key));
    if (same) same.names.push(name);
    else {
      const group = { key, names: [name] };
      groups.push(group);
      near.push(group);
      byInitial.set(initial, near);
    }
  }
  const bySurname = new Map<string, { key: string[]; names: string[] }[]>();
  for (const group of groups) {
    const surname = group.key.at(-1) ?? '';
    bySurname.set(surname, [...(bySurname.get(surname) ?? []), group]);
  }
  for (const { key, name } of lone) {
    const holders = bySurname.get(key[0] ?? '') ?? [];
    const only = holders.length === 1 && /^\p{Lu}\p{Ll}/u.test(name) ? holders[0] : undefined;
    const own = only ?? groups.find((group) => group.key.length === 1 && group.key[0] === key[0]);
    if (own) own.names.push(name);
    else groups.push({ key, names: [name] });
  }
  return groups.map((group) => group.names);
}

function entryFor(
  names: readonly string[],
  counts: ReadonlyMap<string, number>,
  rolesOf: ReadonlyMap<string, ReadonlySet<string>>,
): SpeakerEntry {
  const full = (name: string) => Math.min(nameKey(name).length, 2);
  const ordered = [...names].sort((a, b) => full(b) - full(a) || (counts.get(b) ?? 0) - (counts.get(a) ?? 0));
  const [name = '', ...aliases] = ordered;
  const count = names.reduce((sum, form) => sum + (counts.get(form) ?? 0), 0);
  return { name, count, aliases, roles: [...new Set(names.flatMap((form) => [...(rolesOf.get(form) ?? [])]))] };
}
